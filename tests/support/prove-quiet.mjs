import { spawnSync } from 'node:child_process';
import { build, setUp } from './setup.mjs';

const { chromium } = await setUp();
build();
const done = spawnSync('npx', ['tsx', 'tests/quiet/prove.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium },
});
process.exit(done.status ?? 1);
