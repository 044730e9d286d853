import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { formulaStart } from '../core/csv';

type Row = Record<string, unknown>;

/** Lists and objects as JSON, so that a table has one cell for each. */
function toCells(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  );
}

/** A table with every column that any row has; what a spreadsheet would take for a formula is quoted. */
function toCsv(rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Papa.unparse(rows.map(toCells), { columns, escapeFormulae: formulaStart });
}

const isRows = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);

const fileName = (member: string) => member.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Everything as a ZIP of open formats: the whole export as JSON, which Deskside reads again, each of its lists as JSON and
 * CSV, the settings, and a text that says what is what.
 */
export function packArchive({ json, settings, about }: { json: string; settings: object; about: string }): Uint8Array {
  const all: unknown = JSON.parse(json);
  const files: Record<string, Uint8Array> = {
    'about.txt': strToU8(about),
    'deskside.json': strToU8(json),
    'settings.json': strToU8(JSON.stringify(settings, null, 2)),
  };
  for (const [member, value] of Object.entries(all as Row)) {
    if (!isRows(value)) continue;
    files[`${fileName(member)}.json`] = strToU8(JSON.stringify(value, null, 2));
    // The mark at the start tells spreadsheets that it is UTF-8.
    files[`${fileName(member)}.csv`] = strToU8(`\ufeff${toCsv(value)}`);
  }
  return zipSync(files, { level: 6 });
}
