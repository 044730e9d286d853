import { spawnSync } from 'node:child_process';
import { findFirefox, nodeWithSockets } from './find-firefox.mjs';
import { createKeptFigures } from './kept-figures.mjs';
import { say, setUp } from './setup.mjs';

const { chromium } = await setUp();
process.env.DESKSIDE_CHROMIUM = chromium;
const kept = createKeptFigures('.output/matrix.jsonl');
process.env.DESKSIDE_FIGURES = kept.file;

/** @param {string[]} args @param {string} table @returns {boolean} */
function run(args, table = 'matrix') {
  const env = { ...process.env, NODE_OPTIONS: nodeWithSockets() };
  return spawnSync('npx', ['tsx', `tests/editors/${table}.ts`, ...args], { stdio: 'inherit', env }).status === 0;
}

const given = process.argv.slice(2);
const firefox = findFirefox();
if (!firefox)
  say('no Firefox found, so the matrix is of Chromium alone: install "firefox-esr", or set DESKSIDE_FIREFOX.');
const results = [run(given), run(given, 'ghost-matrix')];
if (firefox) results.push(run(['--firefox', firefox, ...given]), run(['--firefox', firefox, ...given], 'ghost-matrix'));
// Picked editors or cases are no measurement of all.
if (given.length === 0 && !results.includes(false)) kept.write(['matrix']);
process.exit(results.includes(false) ? 1 : 0);
