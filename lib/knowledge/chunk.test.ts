import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleSizes, chunkPage, macroSizes } from './chunk';
import { readHtml, readPlain } from './html';
import { splitSentences } from './sentences';

function sentences(text: string): string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  const cases: [string, string[]][] = [
    ['Hold plus. Then let go!', ['Hold plus.', 'Then let go!']],
    ['It costs 1,299.00 EUR. See No. 5 on p. 3.', ['It costs 1,299.00 EUR.', 'See No. 5 on p. 3.']],
    ['The answer is no. Please wait.', ['The answer is no.', 'Please wait.']],
    ['Ask Dr. Weber or J. Smith, e.g. by mail. Thanks.', ['Ask Dr. Weber or J. Smith, e.g. by mail.', 'Thanks.']],
    ['Version 4.3.1 is out. Get it.', ['Version 4.3.1 is out.', 'Get it.']],
    ['1. Open the app\n2. Close it', ['1. Open the app', '2. Close it']],
    ['Das gilt z. B. für Akkus. Danke.', ['Das gilt z. B. für Akkus.', 'Danke.']],
    ['a line that was\nwrapped by hand', ['a line that was\nwrapped by hand']],
    ['أين طلبي؟ لم يصل بعد.', ['أين طلبي؟', 'لم يصل بعد.']],
    ['Really?! Yes.', ['Really?!', 'Yes.']],
    ['', []],
    ['  \n ', []],
  ];
  it.each(cases)('splits %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('covers everything but white space, in order, without overlap', () => {
    const word = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('. ', '! ', '\n', 'No. ', '5', 'e.g. ', '… ', '؟ '),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join('');
        let last = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});

const words = (count: number, word = 'word') =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');

describe('passages', () => {
  it('keeps sections apart and names their headings', () => {
    const page = readHtml(
      '<h1>App</h1><p>Intro.</p><h2>Pairing</h2><p>Switch on.</p><h3>iOS</h3><p>Allow it.</p><h2>Help</h2><p>Ask.</p>',
    );
    const spans = chunkPage(page, articleSizes, 'App');
    expect(spans.map((span) => [span.heading, page.text.slice(span.start, span.end)])).toEqual([
      ['', 'Intro.'],
      ['Pairing', 'Switch on.'],
      ['Pairing › iOS', 'Allow it.'],
      ['Help', 'Ask.'],
    ]);
  });

  it('packs short blocks together and parts long ones at sentence ends', () => {
    const long = Array.from({ length: 12 }, () => `${words(24)}.`).join(' ');
    const page = readHtml(`<ol><li>One</li><li>Two</li></ol><p>${long}</p>`);
    const spans = chunkPage(page, articleSizes);
    const texts = spans.map((span) => page.text.slice(span.start, span.end));
    expect(texts[0]).toMatch(/^1\. One\n2\. Two/);
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) {
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(160);
      expect(text).toMatch(/\.$/);
    }
  });

  it('keeps a heading with nothing under it as text', () => {
    const page = readHtml('<h2>We are closed on Sundays</h2><h2>Hours</h2><p>9 to 5</p><h2>Bye</h2>');
    expect(chunkPage(page, articleSizes).map((span) => page.text.slice(span.start, span.end))).toEqual([
      'We are closed on Sundays',
      '9 to 5',
      'Bye',
    ]);
  });

  it('cuts text without any sentence end or white space', () => {
    const page = readPlain(`${words(500)} ${'x'.repeat(5000)}${'😀'.repeat(400)}`);
    const spans = chunkPage(page, articleSizes);
    expect(spans.length).toBeGreaterThan(8);
    for (const span of spans) expect(page.text.slice(span.start, span.end).isWellFormed()).toBe(true);
  });

  it('keeps a macro of ordinary length whole', () => {
    const page = readPlain(`Hi {{ticket.requester.first_name}},\n${words(60)}.\n\n${words(50)}.\nBest`);
    expect(chunkPage(page, macroSizes)).toHaveLength(1);
  });

  it('covers all text but headings, in order, never empty, whatever the page', () => {
    const line = fc.oneof(
      fc.lorem({ maxCount: 60 }),
      fc.lorem({ maxCount: 8, mode: 'sentences' }),
      fc.constantFrom('', '# One', '## Two', '### Three', '• item', '1. step'),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (textLines) => {
        const page = readPlain(textLines.join('\n'));
        const spans = chunkPage(page, articleSizes);
        let covered = '';
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(page.text.slice(start, end).trim()).not.toBe('');
          covered += page.text.slice(start, end);
          last = end;
        }
        const headings = page.blocks.filter((block) => block.kind === 'heading');
        const inPassage = (at: number) => spans.some((span) => span.start <= at && at < span.end);
        for (const block of page.blocks) {
          if (block.kind !== 'heading') expect(inPassage(block.start) && inPassage(block.end - 1)).toBe(true);
        }
        const rest = page.blocks.filter((block) => !headings.includes(block));
        expect(covered.replace(/\s/g, '').length).toBeGreaterThanOrEqual(
          rest.reduce((sum, block) => sum + page.text.slice(block.start, block.end).replace(/\s/g, '').length, 0),
        );
      }),
    );
  });
});
