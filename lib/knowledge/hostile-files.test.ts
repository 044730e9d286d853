import { describe, expect, it } from 'vitest';
import { makeDocx, makeZip, wordParagraph } from '../documents/fixture';
import { readDocument } from '../documents/read-document';
import { readImportFile } from './import-file';

const many = 200_000;
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Kind of the failure, or how many items and problems there are; and the milliseconds it took. */
function read(name: string, text: string) {
  const start = performance.now();
  const result = readImportFile({ name, text });
  const told = result.ok
    ? { items: result.value.articles.length + result.value.macros.length, problems: result.value.problems.length }
    : { kind: result.error.kind, why: result.error.message };
  return { ...told, ms: performance.now() - start };
}

/** Each would take minutes, or the stack, of a reader that believes it. */
const refused: [string, string, string, string][] = [
  ['nested elements', 'a.html', `${'<div>'.repeat(many)}x`, 'too-deep'],
  ['nested elements, closed by others', 'a.html', `${'<b>'.repeat(many)}x${'</span>'.repeat(many)}`, 'too-deep'],
  ['nested lists in HTML', 'a.html', `${'<ul><li>'.repeat(many)}x`, 'too-deep'],
  ['HTML in a text file', 'a.txt', `${'<div>'.repeat(many)}x`, 'too-deep'],
  ['quotes in quotes', 'a.md', `${'>'.repeat(many)} x`, 'too-deep'],
  [
    'lists in lists',
    'a.md',
    Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at * 2)}- x`).join('\n'),
    'too-deep',
  ],
  ['lists in lists on one line', 'a.md', `${'- '.repeat(many)}x`, 'too-deep'],
  ['opened tags in Markdown', 'a.md', '<a '.repeat(many), 'too-deep'],
  ['opened links in Markdown', 'a.md', '[a]('.repeat(many), 'too-deep'],
  ['a table of 200,000 columns', 'a.md', `${'|a'.repeat(many)}|\n${'|-'.repeat(many)}|\n`, 'too-deep'],
  ['21 MB of text', 'a.csv', 'x'.repeat(22_100_000), 'file-too-large'],
];

/** Read in proportion to their length; what cannot be an item is told as a problem. */
const borne: [string, string, string][] = [
  ['JSON lists in lists', 'a.json', '['.repeat(many) + ']'.repeat(many)],
  ['JSON objects in objects', 'a.json', `${'{"a":'.repeat(many)}1${'}'.repeat(many)}`],
  ['JSON that never ends', 'a.json', '[{'.repeat(many)],
  ['entities that laugh a billion times', 'a.html', laughs('<p>&j;</p>')],
  ['a row of 100,000 cells', 'a.html', `<table><tr>${'<td>x</td>'.repeat(many / 2)}</table>`],
  ['100,000 rows', 'a.html', `<table>${'<tr><td>x<td>y'.repeat(many / 2)}</table>`],
  ['100,000 attributes', 'a.html', `<p ${Array.from({ length: many / 2 }, (_, at) => `a${at}=1`).join(' ')}>x`],
  ['200,000 columns', 'a.csv', `title,body,${'c,'.repeat(many)}\n${'x,'.repeat(many)}`],
  ['20,000 rows that are the same', 'a.csv', `title,body\n${'a,b\n'.repeat(20_000)}`],
  ['broken quotes', 'a.csv', `title,body\n${'a"b"c,"d"e\n'.repeat(5_000)}`],
  ['stars and lines', 'a.md', `${'**a*'.repeat(10_000)}\n\n${'_'.repeat(many)}a`],
  ['one word of 2 MB', 'a.txt', 'x'.repeat(2_000_000)],
];

function laughs(body: string): string {
  const entities = [...'abcdefghij'].map((name, at, all) =>
    at === 0 ? '<!ENTITY a "ha">' : `<!ENTITY ${name} "${`&${all[at - 1]};`.repeat(10)}">`,
  );
  return `<?xml version="1.0"?><!DOCTYPE x [${entities.join('')}]>${body}`;
}

describe('files that are made to hold up the engine', () => {
  it.each(refused)('are refused with a reason: %s', (_what, name, text, kind) => {
    const told = read(name, text);
    expect(told).toMatchObject({ kind, why: expect.stringContaining(name) });
    expect(told.ms).toBeLessThan(10_000);
  });

  it.each(borne)(
    'are read in time: %s',
    (_what, name, text) => {
      const told = read(name, text);
      expect(told).toMatchObject({ items: expect.any(Number) });
      expect(told.ms).toBeLessThan(20_000);
    },
    30_000,
  );

  it('spoil no other file of their archive', () => {
    const result = readImportFile({
      name: 'a.zip',
      text: '',
      files: [
        { name: 'deep.md', text: `${'>'.repeat(many)} x` },
        { name: 'good.md', text: '# Returns\n\nTen days.' },
      ],
    });
    expect(result.ok && [result.value.articles.length, result.value.problems.map(({ message }) => message)]).toEqual([
      1,
      ['deep.md: “deep.md” is nested deeper than any page is'],
    ]);
  });

  it('do not laugh in a Word document', async () => {
    const plain = makeDocx(wordParagraph('Hello'));
    const hostile = withLaughs();
    const start = performance.now();
    const result = await readDocument('a.docx', hostile);
    expect(result.ok ? result.value.text.length : 0).toBeLessThan(1_000);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect((await readDocument('b.docx', plain)).ok).toBe(true);
  });

  it.each([
    ['ten million zeros', { 'a.md': new Uint8Array(10_000_000) }, 'archive-bomb'],
    ['an archive in an archive', { 'a.zip': makeZip({ 'a.md': 'x' }) }, 'nothing-readable'],
    ['6,000 files', Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [`${at}.md`, 'x'])), 'archive-bomb'],
  ])('are not unpacked: %s', async (_what, files, kind) => {
    const result = await readDocument('a.zip', makeZip(files));
    expect(result).toMatchObject({ ok: false, error: { kind } });
  });

  it('are not believed in what they say of their size', async () => {
    const bytes = makeZip({ 'a.md': 'x'.repeat(500_000) });
    const view = new DataView(bytes.buffer);
    const list = bytes.findIndex((_byte, at) => at + 4 <= bytes.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(list + 24, 10, true);
    expect(await readDocument('a.zip', bytes)).toMatchObject({ ok: false, error: { kind: 'nothing-readable' } });
  });
});

/** A Word document whose text is an entity of ten to the power of ten letters. */
function withLaughs(): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const types = 'http://schemas.openxmlformats.org/package/2006';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const body = `<w:document xmlns:w="${main}"><w:body>${wordParagraph('&j;')}</w:body></w:document>`;
  return makeZip({
    '[Content_Types].xml': `<Types xmlns="${types}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${types}/relationships"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': utf8(laughs(body)),
  });
}
