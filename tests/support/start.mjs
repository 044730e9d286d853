import { spawnSync } from 'node:child_process';
import { build, say, setUp } from './setup.mjs';

const flags = process.argv.slice(2);
if (flags.includes('--help')) {
  process.stdout.write(`npm start -- [--desk zendesk|freshdesk] [--headless] [--out FOLDER]
  Builds Deskside and opens a practice helpdesk with a ticket and Deskside beside it.
  --headless  no window: a message arrives, the reply is inserted by the shortcut; prints one JSON object, writes screenshots
  --desk      which practice desk (zendesk)
  --out       where screenshots go (test-results/start)
`);
  process.exit(0);
}
const { chromium } = await setUp();
build();
say(
  flags.includes('--headless')
    ? 'opening the practice desk without a window …'
    : 'opening the practice desk; close the window or press Ctrl+C to end …',
);
const done = spawnSync('npx', ['tsx', 'tests/support/start.ts', ...flags], {
  stdio: 'inherit',
  env: { ...process.env, DESKSIDE_CHROMIUM: chromium },
});
process.exit(done.status ?? 1);
