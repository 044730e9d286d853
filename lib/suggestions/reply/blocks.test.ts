import { describe, expect, it } from 'vitest';
import type { Source } from '../../core/suggestion';
import { cutHtml, splitLetter } from './blocks';

const source = { kind: 'macro', id: 'm', title: 'm', quote: '', start: 0, end: 0 } as Source;
const letter = (text: string, html: string) => ({
  text,
  html,
  parts: text
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ text: line, source })),
});

describe('cutHtml', () => {
  it.each([
    ['<p>Hi Ana,</p><p>To <b>save</b>.</p>', 'Hi Ana,', ['<p>Hi Ana,</p>', '<p>To <b>save</b>.</p>']],
    ['<p>Hi Ana,<br>To <b>save</b>.</p>', 'Hi Ana,', ['<p>Hi Ana,</p>', '<p>To <b>save</b>.</p>']],
    ['Hi Ana,<br/>To save.', 'Hi Ana,', ['Hi Ana,', 'To save.']],
    ['<div><p>Hi Ana,</p><p>To save.</p></div>', 'Hi Ana,', undefined],
    ['<p>Hi Ana, to save.</p>', 'Hi Ana,', undefined],
  ])('%s at "%s"', (html, before, expected) => expect(cutHtml(html, before)).toEqual(expected));
});

describe('splitLetter', () => {
  it('parts greeting, body and closing, with their sentences and formatting', () => {
    const split = splitLetter(
      letter(
        'Hi Ana,\nOpen Settings.\nKind regards\nSam',
        '<p>Hi Ana,</p><p>Open <b>Settings</b>.</p><p>Kind regards<br>Sam</p>',
      ),
    );
    expect(split.greeting).toMatchObject({ text: 'Hi Ana,', html: '<p>Hi Ana,</p>' });
    expect(split.body).toMatchObject({ text: 'Open Settings.', html: '<p>Open <b>Settings</b>.</p>' });
    expect(split.body.parts.map(({ text }) => text)).toEqual(['Open Settings.']);
    expect(split.closing).toMatchObject({ text: 'Kind regards\nSam', html: '<p>Kind regards<br>Sam</p>' });
  });

  it('writes plain HTML where the formatting cannot be parted', () => {
    const split = splitLetter(letter('Hi Ana,\nSee https://a.example/x.', '<div><p>Hi Ana,</p><p>See it.</p></div>'));
    expect(split.body.html).toBe('<p>See <a href="https://a.example/x">https://a.example/x</a>.</p>');
  });

  it('leaves a letter without greeting and closing whole', () => {
    expect(splitLetter(letter('Open Settings.', '<p>Open Settings.</p>'))).toEqual({
      body: letter('Open Settings.', '<p>Open Settings.</p>'),
    });
  });
});
