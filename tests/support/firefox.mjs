import { spawnSync } from 'node:child_process';
import { build, say, setUp } from './setup.mjs';

await setUp();
const program = ['firefox', 'firefox-esr'].find((name) => spawnSync(name, ['--version']).status === 0);
if (!program && !process.env.DESKSIDE_FIREFOX) {
  say('no Firefox found: install the package "firefox-esr", or set DESKSIDE_FIREFOX to the path of one.');
  process.exit(2);
}
build('firefox');
const done = spawnSync('npx', ['tsx', 'tests/support/firefox.ts'], {
  stdio: 'inherit',
  // Node 20 has WebSocket behind this switch, later versions as they are.
  env: {
    DESKSIDE_FIREFOX: program,
    ...process.env,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --experimental-websocket`,
  },
});
process.exit(done.status ?? 1);
