import type { ImportFile } from '../core/engine';
import type { SourceId } from '../core/knowledge';
import { fail, ok, type Result } from '../core/result';
import { addArticle, createReading, type FileContents, type FileReading } from './file-records';
import { hashParts } from './hash';
import { readHtmlTitle } from './html';
import { readCsv } from './import-csv';
import { readJson, readJsonLines } from './import-json';
import { readMarkdown } from './import-markdown';
import type { Sanitise } from './import-raw';

/** Larger files are refused: text, passages and vectors of 20 MB are what one browser tab carries with ease. */
export const maxFileBytes = 20 * 1024 * 1024;

const readers: Record<string, (reading: FileReading, text: string) => void> = {
  csv: readCsv,
  tsv: readCsv,
  json: readJson,
  jsonl: readJsonLines,
  ndjson: readJsonLines,
  md: readMarkdown,
  markdown: readMarkdown,
  html: readHtmlFile,
  htm: readHtmlFile,
};

/** The source that items of a file belong to; a file of the same name replaces what it brought before. */
export function fileSource(name: string): SourceId {
  return `file:${name.split(/[/\\]/).at(-1) ?? name}`;
}

/**
 * Reads CSV, JSON, Markdown or HTML, told by the name's ending. What cannot be read is listed with its line and the reason,
 * the rest is there. Fails with `unsupported-file`, `file-too-large` and `not-text`.
 */
export function readImportFile(file: ImportFile, sanitise?: Sanitise): Result<FileContents> {
  const base = file.name.split(/[/\\]/).at(-1) ?? file.name;
  const [, name = base, ending = ''] = /^(.*)\.([^.]+)$/.exec(base) ?? [];
  const read = readers[ending.toLowerCase()];
  if (!read) {
    return fail('unsupported-file', `“${base}” is no file Deskside can read: it takes CSV, JSON, Markdown and HTML`);
  }
  const sizeBytes = new TextEncoder().encode(file.text).byteLength;
  if (sizeBytes > maxFileBytes) {
    const size = (sizeBytes / 1024 / 1024).toFixed(1);
    return fail('file-too-large', `“${base}” has ${size} MB, the limit is 20 MB: split it into smaller files`);
  }
  if (file.text.includes('\u0000')) return fail('not-text', `“${base}” holds no text: export it as CSV or JSON first`);
  const reading = createReading(fileSource(base), name, sanitise);
  const text = file.text.replace(/^\ufeff/, '');
  if (text.trim() === '') reading.contents.problems.push({ line: null, message: 'the file is empty' });
  else read(reading, text);
  return ok(reading.contents);
}

function readHtmlFile(reading: FileReading, text: string): void {
  const title = readHtmlTitle(text) ?? reading.name;
  const raw = { id: hashParts([reading.name]), title, html: text, labels: [], isDraft: false, isInternal: false };
  const problem = addArticle(reading, raw);
  if (problem) reading.contents.problems.push({ line: null, message: problem });
}
