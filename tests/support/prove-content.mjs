import { spawnSync } from 'node:child_process';
import { setUp } from './setup.mjs';

const { chromium } = await setUp();
const done = spawnSync('npx', ['tsx', 'tests/hostile/content/prove.ts'], {
  stdio: 'inherit',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium },
});
process.exit(done.status ?? 1);
