import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claims } from './trust-claims.mjs';

/** Where results lie, committed; TRUST.md is made from them (`npm run trust`). */
export const resultFolder = 'tests/results/trust';

/** The commit that was measured; a plus where files differed from it. @returns {string} */
function measuredCommit() {
  const git = (/** @type {string[]} */ ...args) => spawnSync('git', args, { encoding: 'utf8' });
  const head = git('rev-parse', '--short=10', 'HEAD');
  if (head.status !== 0) return 'unknown';
  // What another measurement has just written does not change what is measured.
  const changed = git('status', '--porcelain', '--', '.', `:!${resultFolder}`, ':!TRUST.md').stdout.trim();
  return `${head.stdout.trim()}${changed ? '+' : ''}`;
}

/**
 * Keeps what a command measured, and puts it into TRUST.md. Called at the end of a run that a person asked for, never from unit tests.
 * Throws when the name is in no claim, or a figure is none.
 * @param {string} name a measurement of `trust-claims.mjs`, where another is one more line
 * @param {Record<string, number | string | boolean>} figures by what they are, in plain words, units in them
 * @param {string} [folder]
 * @returns {string} the file written
 */
export function writeTrustResult(name, figures, folder = resultFolder) {
  const measurement = claims.flatMap(({ measurements }) => measurements).find((one) => one.name === name);
  if (!measurement) throw new Error(`No claim in tests/support/trust-claims.mjs rests on "${name}".`);
  const values = Object.entries(figures);
  const odd = values.filter(([, value]) => typeof value === 'number' && !Number.isFinite(value)).map(([key]) => key);
  if (values.length === 0 || odd.length > 0)
    throw new Error(`"${name}" has no figure for: ${odd.join(', ') || 'all'}.`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  const date = new Date().toISOString().slice(0, 10);
  const result = { command: measurement.command, date, commit: measuredCommit(), figures };
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  // The table of TRUST.md says what the kept results say.
  if (folder === resultFolder) spawnSync('npx', ['tsx', 'tests/support/trust.ts'], { stdio: ['ignore', 'ignore', 2] });
  return file;
}
