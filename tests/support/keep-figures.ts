import { appendFileSync } from 'node:fs';

/**
 * Keeps what was measured, under the name of the measurement in TRUST.md, for the command that asked for it
 * (DESKSIDE_FIGURES names the file, one JSON object a line; `kept-figures.mjs` reads it); nothing in other runs.
 */
export function keepFigures(name: string, figures: Readonly<Record<string, number | string>>): void {
  const file = process.env.DESKSIDE_FIGURES;
  if (file) appendFileSync(file, `${JSON.stringify({ name, figures })}\n`);
}
