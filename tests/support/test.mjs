import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { installRequestTracker } from '../desks/request-tracker/packages.mjs';
import { build, say, setUp } from './setup.mjs';

/** @typedef {{passed: number, failed: number, skipped: number, why?: string}} Counts `why`: it did not run */

const { chromium } = await setUp();
process.env.DESKSIDE_CHROMIUM = chromium;
const results = 'test-results';
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** @param {string} command @param {string[]} args */
function passes(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** One check without counts of its own. @param {string} command @param {string[]} args @returns {Counts} */
function check(command, args) {
  return passes(command, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {string} project @returns {Counts} */
function vitest(project) {
  const file = `${results}/${project}.json`;
  const isGreen = passes('npx', [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(file, 'utf8'));
  // A run may fail outside any test (a file that does not load), and one that ran nothing proves nothing.
  const isBroken = (!isGreen && numFailedTests === 0) || numPassedTests + numFailedTests === 0;
  return { passed: numPassedTests, failed: numFailedTests + (isBroken ? 1 : 0), skipped: numPendingTests };
}

/** @param {string} project @returns {Counts} */
function playwright(project) {
  const file = `${results}/${project}.json`;
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  const isGreen = passes('npx', ['playwright', 'test', '--project', project, '--reporter=list,json']);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, flaky, unexpected, skipped } = JSON.parse(readFileSync(file, 'utf8')).stats;
  const isBroken = (!isGreen && unexpected === 0) || expected + flaky + unexpected === 0;
  return { passed: expected + flaky, failed: unexpected + (isBroken ? 1 : 0), skipped };
}

/** @returns {Counts} */
function requestTracker() {
  const found = installRequestTracker(say);
  if (found.isReady) return playwright('request-tracker');
  return { passed: 0, failed: found.isFailure ? 1 : 0, skipped: found.isFailure ? 0 : 1, why: found.why };
}

/** @returns {Counts} */
function builds() {
  build('chrome');
  build('firefox');
  return { passed: 2, failed: 0, skipped: 0 };
}

/** @type {[string, () => Counts][]} */
const stages = [
  ['types are prepared', () => check('npx', ['wxt', 'prepare', '--level', 'error'])],
  ['format and lint', () => check('npx', ['biome', 'check', '.'])],
  ['types', () => check('npx', ['tsc', '--noEmit'])],
  ['unused code (knip)', () => check('npx', ['knip'])],
  ['unit tests', () => vitest('unit')],
  ['figures of the shipped weights', () => check('npm', ['run', '-s', 'score', '--', '--quick'])],
  ['component and page tests in Chromium', () => vitest('browser')],
  ['builds', builds],
  ['bundle tests', () => vitest('bundle')],
  ['end to end on both practice desks', () => playwright('practice')],
  ['end to end on Request Tracker 5 from Debian', requestTracker],
];

const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
for (const [name, stage] of stages) {
  say(`${name} …`);
  const start = Date.now();
  const counts = stage();
  for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += counts[key];
  const seconds = Math.round((Date.now() - start) / 1000);
  const sign = counts.failed ? '✗' : counts.why ? '–' : '✓';
  const result = counts.why ? `did not run: ${counts.why}` : `${counts.passed} passed, ${counts.failed} failed`;
  summary.push(`${sign} ${name}: ${result} (${seconds} s)`);
}
process.stdout.write(
  `\n${summary.join('\n')}\n\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`,
);
process.exit(total.failed ? 1 : 0);
