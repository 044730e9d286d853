import { spawnSync } from 'node:child_process';
import { findFirefox, nodeWithSockets } from './find-firefox.mjs';
import { build, say, setUp } from './setup.mjs';

await setUp();
const program = findFirefox();
if (!program) {
  say('no Firefox found: install the package "firefox-esr", or set DESKSIDE_FIREFOX to the path of one.');
  process.exit(2);
}
build('firefox');

/** @param {string[]} args @returns {boolean} */
function run(args) {
  const env = { ...process.env, DESKSIDE_FIREFOX: program, NODE_OPTIONS: nodeWithSockets() };
  return spawnSync('npx', ['tsx', ...args], { stdio: 'inherit', env }).status === 0;
}

const results = [
  run(['tests/support/firefox.ts']),
  run(['tests/editors/matrix.ts', '--firefox', program, '--subset']),
  // The editors of Zendesk and Freshdesk; `npm run matrix` asks all.
  run(['tests/editors/ghost-matrix.ts', '--firefox', program, '--editor', 'ckeditor5,froala']),
];
process.exit(results.includes(false) ? 1 : 0);
