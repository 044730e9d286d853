import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { findChromium } from './tests/support/chromium.mjs';

// Pages write times in the reader's zone: recorded ones were recorded in this.
process.env.TZ = 'UTC';

const executablePath = findChromium();
/** WXT's plugins without its virtual set-up file, which browser mode cannot fetch; `browser-setup.ts` does the same. */
const inPage = (await WxtVitest()).filter((plugin) => !JSON.stringify(plugin).includes('wxt:extension-api-mock'));

export default defineConfig({
  test: {
    // Until the first page has loaded: what it needs is bundled anew after packages changed. Read from here, not from projects.
    browser: { connectTimeout: 240_000 },
    projects: [
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          // Hung, not slow: some reckon for seconds, and share the processors.
          testTimeout: 20_000,
          include: ['{lib,components,lab,entrypoints}/**/*.test.ts', 'tests/*.test.ts'],
          exclude: ['**/*.browser.test.*', 'tests/bundle.test.ts', 'node_modules'],
        },
      },
      {
        plugins: [await WxtVitest()],
        test: {
          name: 'bundle',
          environment: 'node',
          include: ['tests/bundle.test.ts'],
        },
      },
      {
        plugins: inPage,
        resolve: {
          // The real one, which takes what the set-up file put in its place; WXT's own fake drags its build tools in.
          alias: [{ find: 'wxt/browser', replacement: path.resolve('node_modules/wxt/dist/browser.mjs') }],
        },
        optimizeDeps: {
          // Found while tests run, these would make Vite reload the page under the test on a fresh machine.
          include: [
            '@base-ui/react/alert-dialog',
            '@base-ui/react/direction-provider',
            '@base-ui/react/radio',
            '@base-ui/react/radio-group',
            '@base-ui/react/select',
            '@base-ui/react/switch',
            '@base-ui/react/tabs',
            '@base-ui/react/toggle',
            '@base-ui/react/toggle-group',
            '@base-ui/react/toolbar',
            '@wxt-dev/browser',
            'axe-core',
            'dompurify',
            'fast-check',
            'vitest-browser-react',
          ],
        },
        test: {
          name: 'browser',
          // Pages are driven by real frames; on a loaded machine one may come late.
          retry: 2,
          include: ['{lib,components}/**/*.browser.test.{ts,tsx}'],
          setupFiles: ['tests/support/browser-setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({
              launchOptions: {
                ...(executablePath ? { executablePath } : {}),
                // Hostile content asks for this host; no test waits for a name server.
                args: ['--no-sandbox', '--disable-quic', '--host-resolver-rules=MAP canary.invalid ~NOTFOUND'],
              },
            }),
            instances: [{ browser: 'chromium' }],
            screenshotFailures: false,
          },
        },
      },
    ],
  },
});
