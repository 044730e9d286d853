import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { installRequestTracker } from '../desks/request-tracker/packages.mjs';
import { buildArgs, giveUp, isBuilt, say, setUp } from './setup.mjs';

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

/** Beside other commands: what it prints comes in one piece, when it has ended. @param {string[]} args of npx @returns {Promise<boolean>} */
function passesBeside(args) {
  return new Promise((resolve) => {
    const child = spawn('npx', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => printed.push(part));
    child.on('error', () => resolve(false));
    child.on('close', (status) => {
      say(`${args.join(' ')}:`);
      process.stdout.write(Buffer.concat(printed));
      resolve(status === 0);
    });
  });
}

/** Checks without counts of their own, all at once. @param {string[][]} commands arguments of npx @returns {Promise<Counts>} */
async function checks(commands) {
  const results = await Promise.all(commands.map(passesBeside));
  const passed = results.filter((isGreen) => isGreen).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

/** One check without counts of its own. @param {string} command @param {string[]} args @returns {Counts} */
function check(command, args) {
  return passes(command, args) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {string} project @param {string[]} more further arguments @returns {Counts} */
function vitest(project, more = []) {
  const file = `${results}/${project}.json`;
  const isGreen = passes('npx', [
    'vitest',
    'run',
    '--project',
    project,
    ...more,
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

/** @param {string} project @param {number} workers files that run at once @returns {Counts} */
function playwright(project, workers = 1) {
  const file = `${results}/${project}.json`;
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = file;
  const args = ['--project', project, '--workers', String(workers), '--reporter=list,json'];
  const isGreen = passes('npx', ['playwright', 'test', ...args]);
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

/** Both at once: each keeps one core busy. @returns {Promise<Counts>} */
async function builds() {
  const stale = /** @type {const} */ (['chrome', 'firefox']).filter((browser) => !isBuilt(browser));
  process.env.WXT_TELEMETRY = '0';
  const results = await Promise.all(stale.map((browser) => passesBeside(buildArgs(browser))));
  if (results.includes(false)) giveUp('a build failed; the lines above say why.');
  return { passed: 2, failed: 0, skipped: 0 };
}

/** Vitest leaves one processor to itself, which idles while files are started and run in node. */
const twoOrMore = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`;

const statics = [['biome', 'check', '.'], ['tsc', '--noEmit'], ['knip']];

/** @type {[string, () => Counts | Promise<Counts>][]} */
const stages = [
  ['types are prepared', () => check('npx', ['wxt', 'prepare', '--level', 'error'])],
  ['format and lint, types, unused code (knip)', () => checks(statics)],
  ['unit tests', () => vitest('unit', [twoOrMore])],
  ['figures of the shipped weights', () => check('npm', ['run', '-s', 'score', '--', '--quick'])],
  ['component and page tests in Chromium', () => vitest('browser')],
  ['builds', builds],
  ['bundle tests', () => vitest('bundle')],
  ['practice desks and accessibility in Chromium', () => playwright('desks', 2)],
  ['end to end on both practice desks, and editors', () => playwright('practice')],
  ['end to end on Request Tracker 5 from Debian', requestTracker],
];

const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
for (const [name, stage] of stages) {
  say(`${name} …`);
  const start = Date.now();
  const counts = await stage();
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
