import Papa from 'papaparse';
import { addRecord, type FileReading, fieldOf, isTextField } from './file-records';
import { isTicketHeader } from './import-tickets';

/** A row of the file and the 1-based line on which it begins. */
type Row = { cells: string[]; line: number };

/** Attempts to go on after a broken quote, each of which may read to the end: fewer in a long file. */
const restartsFor = (length: number) => Math.max(5, Math.min(200, Math.floor(40_000_000 / length)));

/**
 * Reads a table whose first row names the columns (comma, semicolon or tab). A row with a broken quote or too many cells is
 * reported and left out, the rows after it are read.
 */
export function readCsv(reading: FileReading, text: string): void {
  const rows = readRows(reading, text);
  const header = rows.shift();
  if (!header) return;
  const fields = header.cells.map(fieldOf);
  if (!fields.some(isTextField) && !isTicketHeader(header.cells)) {
    const found = header.cells.map((cell) => `“${cell.trim().slice(0, 30)}”`).join(', ');
    const message = `no column holds the text: name one “body”, “text”, “html”, “content” or “answer”; found ${found}`;
    reading.contents.problems.push({ line: header.line, message });
    return;
  }
  const kind = /macro|canned|response|template/i.test(reading.name) ? { kind: 'macro' as const } : {};
  for (const { cells, line } of rows) {
    if (cells.length > header.cells.length && cells.slice(header.cells.length).some((cell) => cell.trim() !== '')) {
      const message = `${cells.length} cells where the first row names ${header.cells.length}: put text that holds the separator in quotes`;
      reading.contents.problems.push({ line, message });
      continue;
    }
    const record = Object.fromEntries(header.cells.map((name, index) => [name, cells[index] ?? '']));
    addRecord(reading, record, { line, label: `Line ${line}`, ...kind });
  }
}

function readRows(reading: FileReading, text: string): Row[] {
  const rows: Row[] = [];
  const delimiter = Papa.parse<string[]>(text.slice(0, 20_000), { preview: 20 }).meta.delimiter;
  let offset = 0;
  let line = 1;
  for (let restarts = 0; offset < text.length && restarts <= restartsFor(text.length); restarts += 1) {
    const broken = readUntilBroken(text.slice(offset), { delimiter, firstLine: line, rows });
    if (!broken) return rows;
    reading.contents.problems.push({
      line: broken.line,
      message: 'a quote is opened and not closed, or closed too early',
    });
    const next = text.indexOf('\n', offset + broken.offset);
    if (next < 0) return rows;
    line = broken.line + 1;
    offset = next + 1;
  }
  if (offset < text.length)
    reading.contents.problems.push({ line, message: 'too many broken quotes: the rows from here on were not read' });
  return rows;
}

/** Reads rows until the end or until the first one with a broken quote, whose place it answers. */
function readUntilBroken(
  text: string,
  { delimiter, firstLine, rows }: { delimiter: string; firstLine: number; rows: Row[] },
): { line: number; offset: number } | undefined {
  let line = firstLine;
  let position = 0;
  let broken: { line: number; offset: number } | undefined;
  Papa.parse<string[]>(text, {
    delimiter,
    step: ({ data, errors, meta }, parser) => {
      if (errors.some((error) => error.type === 'Quotes')) {
        broken = { line, offset: position };
        parser.abort();
        return;
      }
      if (data.some((cell) => cell.trim() !== '')) rows.push({ cells: data, line });
      line += countLines(text, position, meta.cursor);
      position = meta.cursor;
    },
  });
  return broken;
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
