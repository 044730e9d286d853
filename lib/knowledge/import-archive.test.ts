import { describe, expect, it } from 'vitest';
import type { ImportText } from '../core/engine';
import { readImportFile } from './import-file';

function readArchive(files: ImportText[], problems: string[] = []) {
  const result = readImportFile({ name: 'help.zip', text: '', files, problems });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

describe('archives', () => {
  it('give every article its folder as section and an id of its own', () => {
    const contents = readArchive([
      { name: 'Billing/Refunds/intro.md', text: 'Ten days.' },
      { name: 'Shipping/intro.md', text: 'Two days.' },
      { name: 'Shipping/own.md', text: '---\nsection: Parcels\n---\n# Own\n\nText.' },
      { name: 'top.html', text: '<title>Top</title><p>Text.</p>' },
      { name: 'macros.csv', text: 'title,body\nThanks,Thank you' },
    ]);
    expect(contents.articles.map(({ item }) => [item.title, item.section])).toEqual([
      ['intro', 'Billing › Refunds'],
      ['intro', 'Shipping'],
      ['Own', 'Parcels'],
      ['Top', undefined],
    ]);
    expect(new Set(contents.articles.map(({ item }) => item.id)).size).toBe(4);
    expect(new Set(contents.articles.map(({ item }) => item.source))).toEqual(new Set(['file:help.zip']));
    expect(contents.macros.map(({ item }) => item.title)).toEqual(['Thanks']);
    expect(contents.problems).toEqual([]);
  });

  it('name the file and line of each problem, and read the rest', () => {
    const contents = readArchive(
      [
        { name: 'a/faq.csv', text: 'title,body\nA,apples\nB,\n' },
        { name: 'a/scan.pdf', text: '<p>Text.</p>', format: 'html', problems: ['no text on page 2'] },
        { name: 'a/b.exe', text: 'x' },
      ],
      ['“c.zip” is an archive inside the archive'],
    );
    expect(contents.articles).toHaveLength(2);
    expect(contents.problems.map(({ message }) => message)).toEqual([
      '“c.zip” is an archive inside the archive',
      'a/faq.csv, line 3: “B” has no text',
      'a/scan.pdf: no text on page 2',
      expect.stringContaining('a/b.exe: '),
    ]);
  });

  it('fail where all their files fail, and where they hold too much', () => {
    const big = 'x'.repeat(11 * 1024 * 1024);
    expect(readImportFile({ name: 'a.zip', text: '', files: [{ name: 'b.exe', text: 'x' }] })).toMatchObject({
      error: { kind: 'unsupported-file' },
    });
    const files = ['a.md', 'b.md'].map((name) => ({ name, text: big }));
    expect(readImportFile({ name: 'a.zip', text: '', files })).toMatchObject({ error: { kind: 'file-too-large' } });
  });
});

describe('documents and plain text', () => {
  it.each([
    [
      'a document',
      { name: 'guide.docx', text: '<h1>Guide</h1><h2>Part</h2><p>Text.</p>', format: 'html' as const },
      'Guide',
    ],
    ['plain text', { name: 'notes.txt', text: 'One.\nTwo.' }, 'notes'],
    ['pasted text', { name: 'Version 2.0 of it', text: 'One.', format: 'txt' as const }, 'Version 2.0 of it'],
    ['HTML in a text file', { name: 'notes.txt', text: '<h1>Head</h1><p>One.</p>' }, 'Head'],
  ])('%s is one article', (_name, file, title) => {
    const result = readImportFile(file);
    expect(result.ok && result.value.articles.map(({ item }) => item.title)).toEqual([title]);
    expect(result.ok && result.value.articles[0]?.item.text).not.toContain('<');
  });
});
