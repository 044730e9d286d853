import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { say, setUp } from './setup.mjs';
import { writeTrustResult } from './trust-result.mjs';

/** @typedef {{ area: string, state: string, mode: string, stops: number, names: number, live: number, findings: string[] }} Row */

const { chromium } = await setUp();
const done = spawnSync('npx', ['playwright', 'test', 'tests/access/access.spec.ts', '--retries=0'], {
  stdio: 'inherit',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium, DESKSIDE_ACCESS: 'long' },
});
/** @type {Row[]} */
const rows = JSON.parse(readFileSync('test-results/access/rows.json', 'utf8'));
const sum = (/** @type {(row: Row) => number} */ of) => rows.reduce((all, row) => all + of(row), 0);
const found = (/** @type {RegExp} */ words) => sum(({ findings }) => findings.filter((one) => words.test(one)).length);
const figures = {
  states: new Set(rows.map(({ area, state }) => `${area} ${state}`)).size,
  'ways to meet each (light, dark, six languages, forced colours, 200 %, 320 pixels, less motion)': new Set(
    rows.map(({ mode }) => mode),
  ).size,
  'violations that axe finds (WCAG 2.2 A and AA, best practice)': found(/^axe /),
  'stops of Tab walked': sum(({ stops }) => stops),
  'controls that Tab misses, or whose focus is unseen or covered': found(/Tab|focus/),
  'names read in the accessibility tree': sum(({ names }) => names),
  'controls and windows without a name': found(/^has no name/),
  'targets below 24 pixels': found(/^target of/),
  'pages that scroll sideways': found(/wide|sideways/),
  'other findings': rows
    .flatMap(({ findings }) => findings)
    .filter((one) => !/^axe |Tab|focus|^has no name|^target of|wide|sideways|not in Arabic|still in English/.test(one))
    .length,
};
/** @type {Record<string, number>} */
const languages = {};
for (const language of ['Arabic', 'German', 'Spanish', 'French', 'Portuguese']) {
  const shown = rows.filter(({ mode }) => mode.startsWith(language));
  languages[`${language}: states shown`] = new Set(shown.map(({ area, state }) => `${area} ${state}`)).size;
  languages[`${language}: names of controls in another language`] = shown
    .flatMap(({ findings }) => findings)
    .filter((one) => /not in Arabic|still in English/.test(one)).length;
}
process.stdout.write(`${JSON.stringify({ ...figures, ...languages }, null, 2)}\n`);
say('screenshots of every state: test-results/access/shots');
if (done.status === 0) {
  writeTrustResult('accessible', figures);
  writeTrustResult('languages', languages);
}
process.exit(done.status ?? 1);
