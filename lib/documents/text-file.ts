import type { ImportText } from '../core/engine';
import { fail, ok, type Result } from '../core/result';
import { endingOf } from './file-kind';

/** Endings of text files that are read. */
export const textEndings: readonly string[] = [
  'csv',
  'tsv',
  'json',
  'jsonl',
  'ndjson',
  'md',
  'markdown',
  'html',
  'htm',
  'txt',
];
/** A message between the browser's processes holds 64 MiB; the engine takes 20 MB of text. */
export const maxTextBytes = 20_000_000;

/**
 * The text of a file: UTF-8, or UTF-16 with its mark. Fails with `empty`, `too-large`, `unsupported` (by its ending),
 * `mislabelled` (the ending of a document on something else) and `not-text`.
 */
export function readTextFile(name: string, bytes: Uint8Array): Result<ImportText> {
  const ending = endingOf(name);
  if (bytes.length === 0) return fail('empty', `“${name}” is empty`);
  if (['pdf', 'docx', 'zip'].includes(ending))
    return fail('mislabelled', `“${name}” is no ${ending.toUpperCase()} file`);
  if (!textEndings.includes(ending)) return fail('unsupported', `“${name}” is no file that Deskside reads`);
  if (bytes.length > maxTextBytes) return fail('too-large', `“${name}” is larger than 20 MB: split it`);
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    if (text.includes('\u0000')) return fail('not-text', `“${name}” holds no text`);
    return text.trim() === '' ? fail('empty', `“${name}” is empty`) : ok({ name, text });
  } catch {
    return fail('not-text', `“${name}” holds no text in UTF-8: save it as UTF-8 first`);
  }
}

/** The encoding that a file's first bytes tell. */
export function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
