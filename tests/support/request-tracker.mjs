import { spawnSync } from 'node:child_process';
import { installRequestTracker } from '../desks/request-tracker/packages.mjs';
import { build, say, setUp } from './setup.mjs';

const { chromium } = await setUp();
const found = installRequestTracker(say);
if (!found.isReady) {
  say(`the tests on Request Tracker did not run: ${found.why}.`);
  process.exit(found.isFailure ? 1 : 2);
}
build();
const done = spawnSync('npx', ['playwright', 'test', '--project', 'request-tracker', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium },
});
process.exit(done.status ?? 1);
