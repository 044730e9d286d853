import { existsSync, readFileSync } from 'node:fs';
import type { Claim } from './trust-claims.mjs';

/** What a command measured, as `writeTrustResult` keeps it. */
export type TrustResult = {
  command: string;
  date: string;
  commit: string;
  figures: Record<string, number | string | boolean>;
};

const start = '<!-- trust: made by `npm run trust` -->';
const end = '<!-- /trust -->';

/** The kept result of a measurement; undefined where it was not measured yet. */
export function readResult(folder: string, name: string): TrustResult | undefined {
  const file = `${folder}/${name}.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const shown = (value: number | string | boolean) =>
  typeof value === 'number' ? value.toLocaleString('en') : `${value}`;

function row(claim: string, command: string, result: TrustResult | undefined): string {
  const figures = Object.entries(result?.figures ?? {}).map(([what, value]) => `${what}: **${shown(value)}**`);
  const measured = result ? figures.join('<br>') : 'not measured yet';
  const when = result ? `${result.date}, ${result.commit}` : '';
  return `| ${[claim, measured, result ? `\`${command}\`` : '', when].map(cell).join(' | ')} |`;
}

/** The table of claims with what was measured for each; a claim without a result says so. */
export function writeTable(claims: readonly Claim[], read: (name: string) => TrustResult | undefined): string {
  const rows = claims.flatMap(({ claim, measurements }) =>
    measurements.length === 0
      ? [row(claim, '', undefined)]
      : measurements.map(({ name, command }, index) => row(index === 0 ? claim : '', command, read(name))),
  );
  return ['| Claim | Measured | Again by | When, at which commit |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The text with the table between its marks in place of what stands there. Throws where the marks are missing. */
export function putTable(text: string, table: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error('The marks of the table are missing.');
  return `${text.slice(0, from + start.length)}\n\n${table}\n\n${text.slice(to)}`;
}
