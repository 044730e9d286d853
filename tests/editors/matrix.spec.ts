import { expect, test } from '@playwright/test';
import { insertionCases } from './cases.ts';
import { type GalleryEntry, galleryEditors } from './catalogue.ts';
import { type GalleryBrowser, startChromium } from './chromium.ts';
import { runCase } from './run-case.ts';

// Nineteen cases take about ten seconds; a machine that is busy with other things may need many times that.
test.describe.configure({ timeout: 180_000 });

let browser: GalleryBrowser;
test.beforeAll(async () => {
  browser = await startChromium();
});
test.afterAll(() => browser?.close());

const entries: readonly GalleryEntry[] = galleryEditors;
for (const entry of entries) {
  test(`a reply goes into ${entry.name} exactly, or is declined, in every case`, async () => {
    const page = await browser.open(entry.id);
    const wrong: string[] = [];
    let exact = 0;
    for (const given of insertionCases) {
      const { verdict, why } = await runCase(page, entry, given);
      if (verdict === 'WRONG') wrong.push(`${given.name}: ${why}`);
      if (verdict === 'exact') exact += 1;
    }
    await page.close();
    expect(wrong).toEqual([]);
    expect(exact).toBeGreaterThanOrEqual(insertionCases.filter(({ refusal }) => !refusal).length);
  });
}
