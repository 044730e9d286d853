import { test as base, expect, type Page } from '@playwright/test';
import { findChromium, quietArgs } from '../support/chromium.mjs';
import { browserArgs, type RunningDesks, startDesks } from './server.ts';

/** Playwright's `test` with desks of its own per worker; `page` reaches them by the real host names. */
export const test = base.extend<object, { desks: RunningDesks }>({
  desks: [
    async ({ playwright: _ }, use) => {
      const desks = await startDesks();
      await use(desks);
      await desks.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ desks }, use) => {
      const executablePath = findChromium();
      await use({ ...(executablePath ? { executablePath } : {}), args: [...quietArgs, ...browserArgs(desks.port)] });
    },
    { scope: 'worker' },
  ],
});

/** GETs in the page, as a content script would. */
export async function read(
  page: Page,
  path: string,
): Promise<{ status: number; retryAfter: string | null; body: string }> {
  return page.evaluate(async (address) => {
    const response = await fetch(address);
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.text() };
  }, path);
}

/** GETs JSON in the page; the test fails unless the answer is 200. */
export async function readJson<Shape>(page: Page, path: string): Promise<Shape> {
  const { status, body } = await read(page, path);
  expect(status, path).toBe(200);
  return JSON.parse(body) as Shape;
}
