import { spawnSync } from 'node:child_process';
import { run, setUp } from './setup.mjs';

const { chromium } = await setUp();
run('npx', ['wxt', 'prepare', '--level', 'error']);
const done = spawnSync('npx', ['vitest', 'run', '--project', 'browser', 'lib/helpdesk/exactness'], {
  stdio: 'inherit',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium },
});
process.exit(done.status ?? 1);
