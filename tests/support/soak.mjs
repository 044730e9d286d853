import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build, giveUp, say, setUp } from './setup.mjs';
import { writeTrustResult } from './trust-result.mjs';

/** `npm run soak [-- --tickets 500 --messages 5000]`: a long day, with the memory it takes. */
const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '500' },
    messages: { type: 'string', default: '5000' },
    'no-build': { type: 'boolean' },
  },
});
const { chromium } = await setUp();
if (!values['no-build']) build('chrome');
const file = 'test-results/soak.json';
rmSync(file, { force: true });
const done = spawnSync('npx', ['playwright', 'test', '--project=practice', 'tests/e2e/soak.spec.ts', '--retries=0'], {
  stdio: 'inherit',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium, DESKSIDE_SOAK: `${values.tickets},${values.messages}` },
});
if (!existsSync(file)) giveUp('nothing was measured.');
say(`kept in ${writeTrustResult('soak', JSON.parse(readFileSync(file, 'utf8')).figures)}`);
process.exit(done.status ?? 1);
