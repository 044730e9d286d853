import type { ImportFile, ImportText } from '../core/engine';
import { fail, ok, type Result } from '../core/result';
import { type ArchiveEntry, listArchive, unpackEntry } from './archive';
import { isDocx, readDocx } from './docx';
import { endingOf, fileKind } from './file-kind';
import { readPdf } from './pdf';
import { maxTextBytes, readTextFile } from './text-file';

/** What packers and systems add to archives. */
const junk = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/**
 * Reads a file of any kind, told by its bytes: text, PDF, Word, or an archive of these. What of an archive cannot be read is
 * listed with the reason, the rest is there. Fails as `readTextFile`, `readPdf`, `readDocx` and `listArchive` do.
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<Result<ImportFile>> {
  return fileKind(bytes) === 'zip' ? readZip(name, bytes) : readSingle(name, bytes);
}

async function readSingle(name: string, bytes: Uint8Array): Promise<Result<ImportText>> {
  const kind = fileKind(bytes);
  if (kind === 'text') return readTextFile(name, bytes);
  if (kind === 'pdf') return readPdf(name, bytes);
  // An encrypted Word document is packed like one of 1997.
  if (kind === 'ole' && endingOf(name) === 'docx') return fail('encrypted', `“${name}” needs a password`);
  const hint = kind === 'ole' || kind === 'rtf' ? ': save it as DOCX or PDF first' : '';
  return fail('unsupported', `“${name}” is no file that Deskside reads${hint}`);
}

async function readZip(name: string, bytes: Uint8Array): Promise<Result<ImportFile>> {
  const listed = listArchive(bytes);
  if (!listed.ok) return listed;
  if (isDocx(listed.value)) return readDocx(name, bytes, listed.value);
  // Other documents are packed alike; their parts are no articles.
  if (listed.value.some((entry) => entry.name === '[Content_Types].xml' || entry.name === 'mimetype')) {
    return fail('unsupported', `“${name}” is no file that Deskside reads: save it as DOCX, PDF or CSV first`);
  }
  return readArchive(name, bytes, listed.value);
}

async function readArchive(name: string, bytes: Uint8Array, entries: ArchiveEntry[]): Promise<Result<ImportFile>> {
  const wanted = entries.filter((entry) => !entry.name.endsWith('/') && !junk.test(entry.name));
  if (wanted.length === 0) return fail('empty', `“${name}” is empty`);
  const files: ImportText[] = [];
  const problems: string[] = [];
  let room = maxTextBytes;
  for (const entry of wanted) {
    const read = await readEntry(bytes, entry);
    if (!read.ok) problems.push(read.error.message);
    else if (read.value.text.length > room)
      problems.push(`“${entry.name}” is beyond the 20 MB of text that fit in one archive`);
    else {
      room -= read.value.text.length;
      files.push(read.value);
    }
  }
  if (files.length > 0) return ok({ name, text: '', files: dropRoot(files), problems });
  const isLocked = wanted.every(({ isEncrypted }) => isEncrypted);
  return isLocked
    ? fail('encrypted', `“${name}” needs a password`)
    : fail('nothing-readable', problems.slice(0, 5).join('; '));
}

async function readEntry(bytes: Uint8Array, entry: ArchiveEntry): Promise<Result<ImportText>> {
  const content = unpackEntry(bytes, entry);
  if (!content.ok) return content;
  const name = entry.name
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
  if (fileKind(content.value) !== 'zip') return readSingle(name, content.value);
  const inner = listArchive(content.value);
  if (!inner.ok) return fail(inner.error.kind, `“${name}”: ${inner.error.message}`);
  if (isDocx(inner.value)) return readDocx(name, content.value, inner.value);
  return fail('nested', `“${name}” is an archive inside the archive: import it by itself`);
}

/** Archives often hold one folder around everything, which says nothing. */
function dropRoot(files: ImportText[]): ImportText[] {
  const roots = new Set(files.map(({ name }) => name.split('/')[0]));
  const hasRoot = roots.size === 1 && files.every(({ name }) => name.includes('/'));
  return hasRoot ? files.map((file) => ({ ...file, name: file.name.slice(file.name.indexOf('/') + 1) })) : files;
}
