import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Oldest Node that the build tools run on. */
const oldestNode = [20, 19];

/** @param {string} line */
export function say(line) {
  process.stderr.write(`deskside: ${line}\n`);
}

/** Ends the run with one sentence that says what to do. @param {string} line @returns {never} */
export function giveUp(line) {
  say(line);
  process.exit(1);
}

/**
 * Runs a command with its output on stderr, so that stdout stays for results.
 * @param {string} command @param {string[]} args @param {Record<string, string>} [env]
 * @returns {boolean} whether it succeeded
 */
export function run(command, args, env = {}) {
  const done = spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...env } });
  return done.status === 0;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  giveUp(
    `Node ${process.versions.node} is too old: install Node ${oldestNode.join('.')} or newer, for example from https://nodejs.org, and run this again.`,
  );
}

/** Installs the packages when they are not those of package-lock.json. */
function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const stamp = 'node_modules/.deskside-lock';
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('installing packages (npm ci, about a minute) …');
  const env = { ONNXRUNTIME_NODE_INSTALL: 'skip' };
  if (!run('npm', ['ci', '--no-audit', '--no-fund'], env) && !run('npm', ['install', '--no-audit', '--no-fund'], env)) {
    giveUp('packages could not be installed: check that the npm registry can be reached, then run this again.');
  }
  writeFileSync(stamp, lock);
}

/** @param {string} executable */
function starts(executable) {
  return spawnSync(executable, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Installs by the system's package manager, as root or by sudo without a password. @param {string[]} packages */
function aptInstall(packages) {
  const isRoot = process.getuid?.() === 0;
  /** @type {[string, string[]]} */
  const [command, prefix] = isRoot ? ['apt-get', []] : ['sudo', ['-n', 'apt-get']];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  run(command, [...prefix, 'update', '-qq'], env);
  return run(command, [...prefix, 'install', '-y', '-qq', '--no-install-recommends', ...packages], env);
}

/** Finds or installs a Chromium: one already there, else Playwright's download, else the system's package. @returns {Promise<string>} */
async function installChromium() {
  const { findChromium } = await import('./chromium.mjs');
  const there = findChromium();
  if (there && starts(there)) return there;
  say('no Chromium found; trying the download that Playwright offers …');
  run('npx', ['playwright', 'install', 'chromium']);
  const downloaded = findChromium();
  if (downloaded && starts(downloaded)) return downloaded;
  say("that did not work; trying the system's package …");
  if (downloaded) run('npx', ['playwright', 'install-deps', 'chromium']);
  else aptInstall(['chromium']);
  const installed = findChromium();
  if (installed && starts(installed)) return installed;
  return giveUp(
    'no Chromium could be installed: install the package "chromium", or set DESKSIDE_CHROMIUM to the path of a Chromium or a Chrome for Testing, and run this again.',
  );
}

/** Newest change below a folder, epoch milliseconds. @param {string} path @returns {number} */
function newest(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return 0;
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const sources = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package-lock.json'];

/** @typedef {'chrome' | 'firefox'} Browser */

/** Whether no source is newer than the build. @param {Browser} browser */
export function isBuilt(browser) {
  const manifest = browser === 'chrome' ? '.output/chrome-mv3/manifest.json' : '.output/firefox-mv2/manifest.json';
  return existsSync(manifest) && statSync(manifest).mtimeMs > Math.max(...sources.map(newest));
}

/** What builds the extension, as arguments of npx. @param {Browser} browser */
export const buildArgs = (browser) => ['wxt', 'build', '-b', browser, '--level', 'warn'];

/** Builds the extension when a source is newer than the build. @param {Browser} browser */
export function build(browser = 'chrome') {
  if (isBuilt(browser)) return;
  say(`building the extension for ${browser} …`);
  if (!run('npx', buildArgs(browser), { WXT_TELEMETRY: '0' })) {
    giveUp('the build failed; the lines above say why.');
  }
}

/** Everything a fresh machine needs: Node is checked, packages and a Chromium are installed. @returns {Promise<{chromium: string}>} */
export async function setUp() {
  checkNode();
  installPackages();
  return { chromium: await installChromium() };
}
