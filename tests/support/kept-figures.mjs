import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { giveUp, say } from './setup.mjs';
import { writeTrustResult } from './trust-result.mjs';

/**
 * An empty file for tests to keep their figures in, one JSON object `{ name, figures }` a line; the programs that are run
 * find it by DESKSIDE_FIGURES.
 * @param {string} file
 * @returns {{ file: string, write(names: readonly string[]): void }} `write` puts what is in the file into TRUST.md; it
 * ends the run where one of the names has no figures
 */
export function createKeptFigures(file) {
  rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  return {
    file,
    write(names) {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const kept = text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line));
      for (const name of names) {
        const figures = Object.assign({}, ...kept.filter((one) => one.name === name).map((one) => one.figures));
        if (Object.keys(figures).length === 0) giveUp(`nothing was measured of "${name}".`);
        say(`kept in ${writeTrustResult(name, figures)}`);
      }
    },
  };
}
