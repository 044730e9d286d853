import type { ImportPiece } from '../core/engine';
import { endingOf } from './file-kind';

/** Part of a file that can be read by itself, as far as it is not told by the place that it is imported at. */
export type FilePart = Pick<ImportPiece, 'offset' | 'isLast'> & { text: string };

/** Characters of a piece: read and stored in well under a second. */
const pieceChars = 500_000;
/** A record that does not end by then has a broken quote: the file is cut at a line. */
const longestRecord = 8 * pieceChars;

/** A JSON file whose records cannot be told apart without reading all of it. */
export class NotSplittable extends Error {}

const [quote, newline, backslash, comma, colon] = [0x22, 0x0a, 0x5c, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

type Cut = Omit<FilePart, 'isLast'>;

/**
 * Cuts a table, a file of JSON lines or a JSON list, or object of lists, between its records, piece by piece as its text comes.
 * Throws `NotSplittable` where that cannot be done.
 */
export async function* splitFile(
  name: string,
  chunks: AsyncIterable<string>,
  chars = pieceChars,
): AsyncGenerator<FilePart> {
  let held: Cut | undefined;
  for await (const cut of cutsOf(endingOf(name), chunks, chars)) {
    if (held) yield { ...held, isLast: false };
    held = cut;
  }
  if (held) yield { ...held, isLast: true };
}

async function* cutsOf(ending: string, chunks: AsyncIterable<string>, chars: number): AsyncGenerator<Cut> {
  if (ending === 'csv' || ending === 'tsv') return yield* splitRows(chunks, { isTable: true, chars });
  if (ending !== 'json') return yield* splitRows(chunks, { isTable: false, chars });
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const all = resume(first.done ? '' : first.value, iterator);
  // One object a line is often called .json, too.
  const isLines = isObject(first.done ? '' : (first.value.split('\n')[0] ?? ''));
  yield* isLines ? splitRows(all, { isTable: false, chars }) : splitJson(all, chars);
}

async function* resume(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function isObject(line: string): boolean {
  try {
    return line.trim().startsWith('{') && typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

/** Records that end at a line's end, of a table outside quotes; each piece of a table begins with its first record, the names. */
async function* splitRows(
  chunks: AsyncIterable<string>,
  { isTable, chars }: { isTable: boolean; chars: number },
): AsyncGenerator<Cut> {
  let buffer = '';
  let at = 0;
  let isQuoted = false;
  let end = 0;
  let header: string | undefined;
  let lines = 0;
  const cut = (until: number): Cut => {
    const body = buffer.slice(0, until);
    const offset = header === undefined ? 0 : lines - countLines(header);
    const text = (header ?? '') + body;
    lines += countLines(body);
    buffer = buffer.slice(until);
    [at, end, isQuoted] = [0, 0, false];
    return { text, offset: isTable ? offset : lines - countLines(body) };
  };
  let names = '';
  for await (const chunk of chunks) {
    buffer += chunk;
    for (; at < buffer.length; at += 1) {
      const code = buffer.charCodeAt(at);
      if (code === quote && isTable) isQuoted = !isQuoted;
      if (code !== newline || isQuoted) continue;
      end = at + 1;
      if (isTable && names === '') names = buffer.slice(0, end);
      if (end >= chars) {
        yield cut(end);
        header = names;
        at = -1;
      }
    }
    if (buffer.length > longestRecord) {
      yield cut(Math.max(end, buffer.lastIndexOf('\n') + 1) || buffer.length);
      header = names;
    }
  }
  if (buffer.trim() !== '' || lines === 0) yield cut(buffer.length);
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Records of the list, or of the lists of an object, whose other members are left out. `offset` counts records of the list. */
async function* splitJson(chunks: AsyncIterable<string>, chars: number): AsyncGenerator<Cut> {
  let buffer = '';
  let at = 0;
  let depth = 0;
  let isString = false;
  let stringStart = 0;
  let word = '';
  let key: string | null = null;
  /** Depth of the records and where the present one begins; -1 outside a list. */
  let [recordDepth, start] = [-1, -1];
  let records: string[] = [];
  let [size, done] = [0, 0];
  const take = () => {
    const record = buffer.slice(start, at).trim();
    if (record !== '') records.push(record);
    size += record.length;
    start = at + 1;
  };
  const cut = (): Cut => {
    const list = `[${records.join(',')}]`;
    const piece = { text: key === null ? list : `{${JSON.stringify(key)}:${list}}`, offset: done };
    done += records.length;
    [records, size] = [[], 0];
    return piece;
  };
  for await (const chunk of chunks) {
    const used = start >= 0 ? start : isString ? stringStart : at;
    buffer = buffer.slice(used) + chunk;
    at -= used;
    start = start >= 0 ? 0 : -1;
    stringStart -= used;
    for (; at < buffer.length; at += 1) {
      const code = buffer.charCodeAt(at);
      if (isString) {
        if (code === backslash) at += 1;
        else if (code === quote) {
          isString = false;
          if (depth === 1) word = buffer.slice(stringStart, at + 1);
        }
      } else if (code === quote) {
        isString = true;
        stringStart = at;
      } else if (code === colon && depth === 1) {
        key = JSON.parse(word) as string;
        // An export of ours holds references from list to list.
        if (key === 'deskside') throw new NotSplittable();
      } else if (code === openBrace || code === openBracket) {
        depth += 1;
        if (code === openBracket && start < 0 && (depth === 1 || (depth === 2 && key !== null))) {
          [recordDepth, start, done] = [depth, at + 1, 0];
        }
      } else if (code === closeBrace || code === closeBracket) {
        if (depth === recordDepth) {
          take();
          if (records.length > 0) yield cut();
          [recordDepth, start] = [-1, -1];
        }
        depth -= 1;
      } else if (code === comma && depth === recordDepth) {
        take();
        if (size >= chars) yield cut();
      }
    }
    if (buffer.length - Math.max(start, 0) > 4 * longestRecord) throw new NotSplittable();
  }
  if (depth > 0 || recordDepth >= 0) {
    // What is cut off in the middle is told by the reader, which finds no end of it.
    const rest = start >= 0 ? buffer.slice(start) : buffer;
    if (records.length > 0) yield cut();
    yield { text: rest.trim() === '' ? '[' : rest, offset: done };
  }
}
