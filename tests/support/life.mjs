import { spawnSync } from 'node:child_process';
import { createKeptFigures } from './kept-figures.mjs';
import { build, setUp } from './setup.mjs';

const { chromium } = await setUp();
build('chrome');
const kept = createKeptFigures('.output/life.jsonl');
const done = spawnSync('npx', ['playwright', 'test', 'tests/e2e/life.spec.ts', '--retries=0'], {
  stdio: 'inherit',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium, DESKSIDE_LIFE: 'long', DESKSIDE_FIGURES: kept.file },
});
if (done.status === 0) kept.write(['life', 'quiet']);
process.exit(done.status ?? 1);
