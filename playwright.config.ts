import { defineConfig } from '@playwright/test';
import { findChromium, quietArgs } from './tests/support/chromium.mjs';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'tests',
  projects: [
    { name: 'practice', testMatch: '**/*.spec.ts', testIgnore: '**/request-tracker/**' },
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
