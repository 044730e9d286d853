import { spawnSync } from 'node:child_process';
import { giveUp, run, say, setUp } from './setup.mjs';
import { writeTrustResult } from './trust-result.mjs';

const { chromium } = await setUp();
run('npx', ['wxt', 'prepare', '--level', 'error']);
const done = spawnSync('npx', ['vitest', 'run', '--project', 'browser', 'lib/helpdesk/exactness'], {
  stdio: ['inherit', 'pipe', 'inherit'],
  encoding: 'utf8',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium },
});
process.stdout.write(done.stdout);
if (done.status === 0) {
  // The tests run in a browser, which writes no files: their table has one line for each helpdesk.
  const lines = [...done.stdout.matchAll(/^([a-z-]+) +(\d+) +(\d+) +(\d+) +[\d.]+ %$/gm)];
  if (lines.length === 0) giveUp('the table of helpdesks was not found in what the tests print.');
  const figures = Object.fromEntries(
    lines.map(([, id, pages, messages, exact]) => [
      `${id}: exact of ${messages} messages on ${pages} recorded pages`,
      Number(exact),
    ]),
  );
  say(`kept in ${writeTrustResult('exactness', figures)}`);
}
process.exit(done.status ?? 1);
