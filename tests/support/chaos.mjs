import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, giveUp, say, setUp } from './setup.mjs';
import { writeTrustResult } from './trust-result.mjs';

/** `npm run chaos [-- N] [--seed S]`: N kills of each kind at random moments, 100 where nothing is said. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, 'no-build': { type: 'boolean' } },
});
const times = Number(positionals[0] ?? 100);
if (!Number.isInteger(times) || times < 1) giveUp(`"${positionals[0]}" is no number of kills.`);
const { chromium } = await setUp();
if (!values['no-build']) build('chrome');
const file = 'test-results/chaos.json';
rmSync(file, { force: true });
const done = spawnSync('npx', ['playwright', 'test', '--project=practice', 'tests/e2e/chaos.spec.ts', '--retries=0'], {
  stdio: 'inherit',
  env: {
    ...process.env,
    DESKSIDE_CHROMIUM: chromium,
    DESKSIDE_CHAOS: String(times),
    ...(values.seed ? { DESKSIDE_SEED: values.seed } : {}),
  },
});
if (!existsSync(file)) giveUp('nothing was measured.');
const { figures, faults, late } = JSON.parse(readFileSync(file, 'utf8'));
say(`kept in ${writeTrustResult('chaos', figures)}`);
for (const fault of faults) say(fault);
if (late > 0) say(`${late} suggestions came late.`);
process.exit(done.status === 0 && late === 0 ? 0 : 1);
