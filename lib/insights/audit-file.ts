import Papa from 'papaparse';
import * as v from 'valibot';
import type { AuditHead, AuditRow, AuditVerdict } from '../core/audit';
import { formulaStart } from '../core/csv';
import { fail, ok, type Result } from '../core/result';
import { type FoundRow, type VerifyOptions, verifyRows } from './audit-verify';

/** Version of the file; a change of shape that older versions cannot read makes it the next number. */
const version = 1;
/** Lines verified at a time. */
const linesAtOnce = 500;

const headSchema = v.object({ seq: v.number(), hash: v.string(), count: v.number() });
const firstLine = v.object({ desksideAudit: v.number(), head: headSchema });
/** What the chain is checked by; whatever else a row holds is part of its hash. */
const rowSchema = v.looseObject({
  seq: v.number(),
  at: v.string(),
  kind: v.string(),
  previous: v.string(),
  hash: v.string(),
  erased: v.optional(v.array(v.object({ seq: v.number(), at: v.string() }))),
  upTo: v.optional(v.object({ seq: v.number(), hash: v.string() })),
});

const columns = [
  'seq',
  'at',
  'kind',
  'site',
  'ticket',
  'turn',
  'suggestion',
  'sources',
  'confidence',
  'threshold',
  'model',
  'silences',
  'subject',
  'value',
  'count',
  'text',
  'erased',
  'upTo',
  'previous',
  'hash',
] as const satisfies readonly (keyof AuditRow)[];

function cellOf(row: AuditRow, column: (typeof columns)[number]): string | number {
  const value = row[column];
  if (column === 'sources') return row.sources?.join(' ') ?? '';
  return typeof value === 'object' ? JSON.stringify(value) : (value ?? '');
}

/**
 * Rows as lines of a table, for reading in a spreadsheet; with the names of the columns where they are the first. No cell is
 * taken for a formula.
 */
export function writeCsv(rows: readonly AuditRow[], isFirst: boolean): string {
  const data = rows.map((row) => columns.map((column) => cellOf(row, column)));
  const body = Papa.unparse(isFirst ? [[...columns], ...data] : data, { escapeFormulae: formulaStart, newline: '\n' });
  // Spreadsheets take a file for UTF-8 by its mark.
  return `${isFirst ? '\uFEFF' : ''}${body}${body === '' ? '' : '\n'}`;
}

/** First line of an exported log: where its chain ends. `exportedAt`: ISO 8601. */
export function writeFirstLine(head: AuditHead, exportedAt: string): string {
  return `${JSON.stringify({ desksideAudit: version, exportedAt, head })}\n`;
}

/** Rows as JSON, one a line. */
export function writeLines(rows: readonly AuditRow[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readRow(line: string): FoundRow {
  const parsed = v.safeParse(rowSchema, readJson(line));
  return parsed.success ? (parsed.output as unknown as AuditRow) : undefined;
}

/** Lines of a text that comes in pieces; the last one need not end. */
async function* splitLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
}

async function* readRows(lines: AsyncIterable<string>): AsyncGenerator<FoundRow[]> {
  let batch: FoundRow[] = [];
  for await (const line of lines) {
    if (line.trim() === '') continue;
    batch.push(readRow(line));
    if (batch.length < linesAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * Verifies an exported log (JSON lines) given in pieces of any size. Fails with `not-a-log` or `newer-version`; what is wrong
 * with single rows is told by the verdict. `onProgress`: rows walked, and how many there should be.
 */
export async function verifyAuditFile(
  pieces: AsyncIterable<string>,
  options: Pick<VerifyOptions, 'noted' | 'signal'> & { onProgress?: (rows: number, count: number) => void } = {},
): Promise<Result<AuditVerdict>> {
  const lines = splitLines(pieces);
  const first = v.safeParse(firstLine, readJson((await lines.next()).value?.replace(/^\uFEFF/, '') ?? ''));
  if (!first.success) return fail('not-a-log', 'This is no log that Deskside exported as JSON lines.');
  const { desksideAudit, head } = first.output;
  if (desksideAudit !== version)
    return fail('newer-version', `The file has version ${desksideAudit}; this Deskside reads version ${version}.`);
  const { noted, signal, onProgress } = options;
  const verdict = await verifyRows(readRows(lines), {
    head: () => head,
    noted,
    signal,
    onProgress: (rows) => onProgress?.(rows, head.count),
  });
  return ok(verdict);
}
