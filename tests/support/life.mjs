import { spawnSync } from 'node:child_process';
import { build, setUp } from './setup.mjs';

const { chromium } = await setUp();
build('chrome');
const done = spawnSync('npx', ['playwright', 'test', 'tests/e2e/life.spec.ts', '--retries=0'], {
  stdio: 'inherit',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium, DESKSIDE_LIFE: 'long' },
});
process.exit(done.status ?? 1);
