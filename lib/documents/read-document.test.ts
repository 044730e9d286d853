import { describe, expect, it } from 'vitest';
import type { ImportFile } from '../core/engine';
import { makeDocx, makePdf, makeZip, wordParagraph } from './fixture';
import { readDocument } from './read-document';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(name: string, bytes: Uint8Array): Promise<ImportFile> {
  const result = await readDocument(name, bytes);
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.message}`);
  return result.value;
}
async function failureOf(name: string, bytes: Uint8Array): Promise<string> {
  const result = await readDocument(name, bytes);
  return result.ok ? 'read' : result.error.kind;
}

const line = (text: string, y: number, size = 10, x = 60) => ({ text, x, y, size });
const table = `<w:tbl><w:tr><w:tc>${wordParagraph('Plan')}</w:tc><w:tc>${wordParagraph('Price')}</w:tc></w:tr></w:tbl>`;

describe('Word documents', () => {
  it('keep headings, tables and text, in whatever language the styles are', async () => {
    const deleted = '<w:p><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>';
    const body =
      wordParagraph('Returns', 'Titel') + wordParagraph('How long', 'berschrift2') + wordParagraph('Ten days.');
    const file = await read('guide.docx', makeDocx(body + table + deleted));
    expect(file.format).toBe('html');
    expect(file.text).toContain('<h1>Returns</h1><h2>How long</h2><p>Ten days.</p><table>');
    expect(file.text).not.toContain('Gone');
  });

  it('are told by their bytes, not by their name', async () => {
    expect((await read('notes.md', makeDocx(wordParagraph('Hello')))).text).toBe('<p>Hello</p>');
  });
});

describe('PDF', () => {
  it('keeps headings, paragraphs, lists and tables, without headers and footers', async () => {
    const pages = [1, 2, 3].map((page) => [
      line('Acme help', 780, 8),
      line(`Chapter ${page}`, 700, 18),
      line('A refund takes ten work-', 660),
      line('ing days at the bank.', 648),
      line('Then it is there.', 620),
      line('- First', 600),
      line('- Second', 588),
      line('Plan', 560),
      line('Price', 560, 10, 300),
      line(`Page ${page} of 3`, 20, 8),
    ]);
    const { text } = await read('guide.pdf', makePdf(pages, { title: 'Refunds' }));
    expect(text).toContain('<title>Refunds</title>');
    expect(text).toContain('<h1>Chapter 2</h1>\n<p>A refund takes ten working days at the bank.</p>');
    expect(text).toContain('<ul><li>First</li>\n<li>Second</li></ul>');
    expect(text).toContain('<table><tr><td>Plan</td><td>Price</td></tr></table>');
    expect(text).not.toMatch(/Acme help|Page 1/);
  });

  it('names pages without text, and is refused when all are', async () => {
    const file = await read('guide.pdf', makePdf([[line('Text', 700)], [], []]));
    expect(file.problems).toEqual(['no text on page 2, 3: empty or a scan']);
    expect(await failureOf('scan.pdf', makePdf([[], []]))).toBe('no-text');
  });
});

describe('archives', () => {
  it('keep folders, read documents inside, and name what is left out', async () => {
    const file = await read(
      'help.zip',
      makeZip({
        'help-main/Billing/refunds.md': '# Refunds\n\nTen days.',
        'help-main/Billing/guide.docx': makeDocx(wordParagraph('Hello')),
        'help-main/a.pdf': makePdf([[line('Text', 700)]]),
        'help-main/logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]),
        'help-main/more.zip': makeZip({ 'b.md': 'x' }),
        '__MACOSX/help-main/._a.pdf': 'junk',
      }),
    );
    expect(file.files?.map(({ name }) => name)).toEqual(['Billing/refunds.md', 'Billing/guide.docx', 'a.pdf']);
    expect(file.problems).toEqual([expect.stringContaining('logo.png'), expect.stringContaining('archive inside')]);
  });

  it('are refused when everything in them needs a password', async () => {
    const bytes = makeZip({ 'a.md': 'Hello' });
    // The flag of the entry in the list at the end.
    const at = bytes.findIndex((byte, index) => byte === 0x50 && bytes[index + 1] === 0x4b && bytes[index + 2] === 1);
    bytes[at + 8] = 1;
    expect(await failureOf('a.zip', bytes)).toBe('encrypted');
  });
});

describe('files that cannot be read', () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
  it.each([
    ['an encrypted PDF', 'a.pdf', makePdf([[line('Text', 700)]], { lock: true }), 'encrypted'],
    ['a damaged PDF', 'a.pdf', utf8('%PDF-1.4\nnothing'), 'damaged'],
    ['an encrypted Word document', 'a.docx', ole, 'encrypted'],
    ['a Word document of 1997', 'a.doc', ole, 'unsupported'],
    ['a damaged archive', 'a.zip', makeZip({ 'a.md': 'Hello' }).slice(0, 40), 'damaged'],
    ['a damaged Word document', 'a.docx', makeZip({ 'word/document.xml': '<w:document' }), 'damaged'],
    ['a Word document without text', 'a.docx', makeDocx(''), 'no-text'],
    ['a spreadsheet', 'a.xlsx', makeZip({ '[Content_Types].xml': '<x/>', 'xl/workbook.xml': '' }), 'unsupported'],
    ['a picture', 'a.md', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'unsupported'],
    ['text named PDF', 'a.pdf', utf8('Hello'), 'mislabelled'],
    ['text named like a program', 'a.exe', utf8('Hello'), 'unsupported'],
    ['an empty file', 'a.md', new Uint8Array(), 'empty'],
    ['a file of spaces', 'a.txt', utf8(' \n '), 'empty'],
    ['an empty archive', 'a.zip', makeZip({}), 'empty'],
    ['bytes that are no text', 'a.csv', new Uint8Array([0x61, 0xff, 0xfe, 0x80]), 'not-text'],
    ['text of 21 MB', 'a.md', new Uint8Array(21_000_000).fill(97), 'too-large'],
  ])('%s', async (_name, name, bytes, kind) => {
    expect(await failureOf(name, bytes)).toBe(kind);
  });

  it('UTF-16 with its mark is text', async () => {
    expect((await read('a.txt', new Uint8Array([0xff, 0xfe, 0x48, 0, 0x69, 0]))).text).toBe('Hi');
  });
});
