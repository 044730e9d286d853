import { spawnSync } from 'node:child_process';

/** The Firefox to test with: DESKSIDE_FIREFOX, else the system's; undefined where there is none. @returns {string | undefined} */
export function findFirefox() {
  const wanted = process.env.DESKSIDE_FIREFOX;
  return wanted ?? ['firefox', 'firefox-esr'].find((name) => spawnSync(name, ['--version']).status === 0);
}

/** NODE_OPTIONS with WebSocket, which Node 20 has behind a switch and later versions as they are. */
export function nodeWithSockets() {
  return `${process.env.NODE_OPTIONS ?? ''} --experimental-websocket`;
}
