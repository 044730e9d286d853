import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt';
import { layOutSentences } from './lay-out-sentences';
import { escapeHtml, textToHtml, webAddress } from './reply-html';

const word = fc.stringMatching(/^[a-zA-Zåé]{1,9}[.!]?$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

describe('layOutSentences', () => {
  it('gives the draft again when its segments are joined', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), fc.constantFrom(' ', '\n', '\n\n'), (texts, gap) => {
        const draft = texts.join(gap);
        const segments = layOutSentences(
          draft,
          texts.map((text) => ({ text })),
        );
        expect(segments.map(({ text }) => text).join('')).toBe(draft);
        expect(segments.filter((segment) => segment.sentence !== null)).toHaveLength(texts.length);
      }),
    );
  });

  it('leaves out a sentence that is not there and keeps the rest', () => {
    const segments = layOutSentences('One. Three.', [{ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }]);
    expect(segments).toEqual([
      { text: 'One.', sentence: 0 },
      { text: ' ', sentence: null },
      { text: 'Three.', sentence: 2 },
    ]);
  });
});

describe('excerpt', () => {
  it('keeps the marked part whole and never grows much beyond its length', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (texts, from, size) => {
        const text = texts.join(' ');
        const start = from % text.length;
        const end = Math.min(text.length, start + (size % 200));
        const { before, marked, after } = excerpt(text, { start, end });
        expect(marked).toBe(text.slice(start, end));
        expect(before.length + marked.length + after.length).toBeLessThanOrEqual(Math.max(260, marked.length) + 6);
      }),
    );
  });

  it.each([
    ['beyond the end', { start: 50, end: 90 }, ''],
    ['backwards', { start: 4, end: 1 }, ''],
    ['before the start', { start: -5, end: 3 }, 'abc'],
  ])('survives a highlight %s', (_why, highlight, marked) => {
    expect(excerpt('abcdef', highlight).marked).toBe(marked);
  });
});

describe('textToHtml', () => {
  it('makes paragraphs and breaks and escapes the rest', () => {
    expect(textToHtml('Hi <b>Ana</b>,\n\nline & "line"\nnext\n')).toBe(
      '<p>Hi &lt;b&gt;Ana&lt;/b&gt;,</p><p>line &amp; &quot;line&quot;<br>next</p>',
    );
  });

  it('lets no text become markup', () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeHtml(text))));
  });
});

describe('webAddress', () => {
  it.each([
    ['https://help.example.com/a b', 'https://help.example.com/a%20b'],
    ['http://help.example.com/', 'http://help.example.com/'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['/relative', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %s is %s', (url, expected) => {
    expect(webAddress(url)).toBe(expected);
  });
});
