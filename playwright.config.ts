import { defineConfig } from '@playwright/test';
import { findChromium, quietArgs } from './tests/support/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests',
  projects: [
    // Desks and states of the interface, without limits of time: files may run beside each other.
    { name: 'desks', testMatch: '**/tests/{access,desks}/**/*.spec.ts', testIgnore: '**/request-tracker/**' },
    // The extension, and insertion into editors, where a pause has its length: one after the other.
    { name: 'practice', testMatch: '**/tests/{e2e,editors}/**/*.spec.ts' },
    // Of Debian's packages, which not every machine can install: `npm run test:rt`.
    { name: 'request-tracker', testMatch: '**/request-tracker/*.spec.ts' },
  ],
  workers: 1,
  retries: 1,
  fullyParallel: false,
  timeout: 60_000,
  reporter: 'list',
  use: {
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: quietArgs },
    viewport: { width: 1440, height: 860 },
    // No traces: every test would write into one folder that a second run empties at its start.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
