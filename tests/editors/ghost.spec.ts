import { expect, test } from '@playwright/test';
import { galleryEditors } from './catalogue.ts';
import { startChromium } from './chromium.ts';
import { ghostCases } from './ghost-cases.ts';

test.describe.configure({ timeout: 120_000 });

let browser: Awaited<ReturnType<typeof startChromium>>;
test.beforeAll(async () => {
  browser = await startChromium();
});
test.afterAll(() => browser?.close());

for (const { id, name } of galleryEditors) {
  test(`ghost text stands at the caret of ${name} and obeys its keys, in every case`, async () => {
    const page = await browser.openGhost(id);
    const wrong: string[] = [];
    for (const one of ghostCases) {
      await one.run(page).catch((error: unknown) => wrong.push(`${one.name}: ${error}`));
    }
    await page.close();
    expect(wrong).toEqual([]);
  });
}
