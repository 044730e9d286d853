import type { ImportFile, ImportText } from '../core/engine';
import type { SourceId } from '../core/knowledge';
import { isNestedTooDeep } from '../core/nesting';
import { fail, ok, type Result } from '../core/result';
import { addArticle, createReading, type FileContents, type FileReading, titleOf } from './file-records';
import { hashParts } from './hash';
import { looksLikeHtml, readHtmlTitle, readPlain } from './html';
import { readCsv } from './import-csv';
import { readJson, readJsonLines } from './import-json';
import { readMarkdown } from './import-markdown';
import { type Sanitise, tooDeep } from './import-raw';
import { isMarkdownTooDeep } from './nesting';

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
  txt: readPlainFile,
};

/** The source that items of a file belong to; a file of the same name replaces what it brought before. */
export function fileSource(name: string): SourceId {
  return `file:${name.split(/[/\\]/).at(-1) ?? name}`;
}

/**
 * Reads CSV, JSON, Markdown, HTML or plain text, or an archive of these, whose folders become sections. What cannot be read
 * is listed with its line and the reason, the rest is there. Fails with `unsupported-file`, `file-too-large`, `not-text` and `too-deep`;
 * of an archive only where all its files fail.
 */
export function readImportFile(file: ImportFile, sanitise?: Sanitise): Result<FileContents> {
  const base = file.name.split(/[/\\]/).at(-1) ?? file.name;
  // A pasted article has a title for a name, which has no ending.
  const isPasted = file.format !== undefined && !/\.[a-z]{2,5}$/i.test(base);
  const reading = createReading(fileSource(base), isPasted ? base : nameWithoutEnding(base), sanitise);
  if (file.piece) reading.offset = file.piece.offset;
  const { problems } = reading.contents;
  problems.push(...(file.problems ?? []).map((message) => ({ line: null, message })));
  if (!file.files) {
    const failure = readText(reading, { ...file, name: base });
    for (const one of problems) if (one.line !== null) one.line += reading.offset ?? 0;
    return failure ?? ok(reading.contents);
  }
  const size = file.files.reduce((sum, { text }) => sum + text.length, 0);
  if (size > maxFileBytes) return tooLarge(base, size);
  const failures = file.files.flatMap((one) => readPart(reading, one) ?? []);
  if (failures.length === file.files.length && failures[0]) return failures[0];
  return ok(reading.contents);
}

/** Reads one file of an archive into the contents of the whole. */
function readPart(reading: FileReading, file: ImportText): Result<never> | undefined {
  const folders = file.name.split('/').slice(0, -1);
  const problems: FileContents['problems'] = [];
  // The path is part of the ids, so that files of one name in two folders stay apart.
  const part: FileReading = {
    ...reading,
    name: nameWithoutEnding(file.name),
    title: nameWithoutEnding(file.name.split('/').at(-1) ?? file.name),
    contents: { ...reading.contents, problems },
    ...(folders.length > 0 ? { section: folders.join(' › ') } : {}),
  };
  const failure = readText(part, file);
  const found = [...(file.problems ?? []).map((message) => ({ line: null, message })), ...problems];
  if (failure && !failure.ok) found.push({ line: null, message: failure.error.message });
  for (const { line, message } of found) {
    reading.contents.problems.push({
      line: null,
      message: `${file.name}${line === null ? '' : `, line ${line}`}: ${message}`,
    });
  }
  return failure;
}

const nameWithoutEnding = (name: string) => /^(.*[^/])\.[^./]+$/.exec(name)?.[1] ?? name;

function tooLarge(name: string, sizeBytes: number): Result<never> {
  const size = (sizeBytes / 1024 / 1024).toFixed(1);
  return fail('file-too-large', `“${name}” has ${size} MB, the limit is 20 MB: split it into smaller files`);
}

function readText(reading: FileReading, file: ImportText): Result<never> | undefined {
  const ending = /\.([^./]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const read = readers[file.format ?? ending];
  if (!read) {
    return fail(
      'unsupported-file',
      `“${file.name}” is no file Deskside can read: it takes CSV, JSON, Markdown and HTML`,
    );
  }
  const sizeBytes = new TextEncoder().encode(file.text).byteLength;
  if (sizeBytes > maxFileBytes) return tooLarge(file.name, sizeBytes);
  if (file.text.includes('\u0000'))
    return fail('not-text', `“${file.name}” holds no text: export it as CSV or JSON first`);
  const text = file.text.replace(/^\ufeff/, '');
  if (text.trim() === '') reading.contents.problems.push({ line: null, message: 'the file is empty' });
  else if (isTooDeep(read, text)) return tooDeep(file.name);
  else read(reading, text);
  return undefined;
}

/** Markdown and HTML, also in a text file, that their readers do not bear. */
function isTooDeep(read: (typeof readers)[string], text: string): boolean {
  if (read === readMarkdown) return isMarkdownTooDeep(text);
  return (read === readHtmlFile || (read === readPlainFile && looksLikeHtml(text))) && isNestedTooDeep(text);
}

function readPlainFile(reading: FileReading, text: string): void {
  if (looksLikeHtml(text)) {
    readHtmlFile(reading, text);
    return;
  }
  const raw = { ...emptyArticle, id: hashParts([reading.name]), title: titleOf(reading) };
  const problem = addArticle(reading, raw, readPlain(text));
  if (problem) reading.contents.problems.push({ line: null, message: problem });
}

const emptyArticle = { html: '', labels: [], isDraft: false, isInternal: false };

function readHtmlFile(reading: FileReading, text: string): void {
  const title = readHtmlTitle(text) ?? titleOf(reading);
  const raw = { ...emptyArticle, id: hashParts([reading.name]), title, html: text };
  const problem = addArticle(reading, raw);
  if (problem) reading.contents.problems.push({ line: null, message: problem });
}
