import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Names under which systems install Chromium. Branded Chrome is left out: it no longer loads unpacked extensions from the command line. */
const names = ['chromium', 'chromium-browser', 'chrome-for-testing'];

/**
 * The path of a Chromium that loads unpacked extensions, or undefined.
 * Order: DESKSIDE_CHROMIUM, Playwright's own download, then the system's.
 * Snap's Chromium is skipped: it cannot read an extension outside the home folder.
 * @returns {string | undefined}
 */
export function findChromium() {
  const wanted = process.env.DESKSIDE_CHROMIUM;
  if (wanted) return wanted;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      if (!folder.startsWith('/snap') && existsSync(file)) return file;
    }
  }
  return undefined;
}

/** Command-line switches every run uses: no sandbox as root, and no traffic of the browser's own. */
export const quietArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
