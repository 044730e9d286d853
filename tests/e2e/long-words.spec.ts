import { expect, type Page, test } from '@playwright/test';
import { interfaceLanguages } from '../../lib/core/settings.ts';
import { languageNames } from '../../lib/strings/language.ts';
import { findCutTexts } from '../support/cut-texts.ts';
import { openOwnPage, setLanguage } from './pages-support.ts';
import { draft, startDeskBrowser } from './support.ts';

test.describe.configure({ mode: 'serial' });

const desks = startDeskBrowser();
/** Where screenshots go, for a person to look at; none are taken without it. */
const folder = process.env.DESKSIDE_SCREENSHOTS;
let popup: Page;
let library: Page;
let practice: Page;

async function expectWhole(page: Page, name: string): Promise<void> {
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  const { cut, seen } = await findCutTexts(page);
  expect(seen, name).toBeGreaterThan(5);
  expect.soft(cut, name).toEqual([]);
}

async function expectTabsWhole(page: Page, name: string): Promise<void> {
  const tabs = page.getByRole('tab');
  const total = await tabs.count();
  expect(total, name).toBeGreaterThan(3);
  for (let index = 0; index < total; index += 1) {
    await tabs.nth(index).click();
    await expectWhole(page, `${name}-${index}`);
  }
}

test.beforeAll(async () => {
  popup = await openOwnPage(desks(), 'popup');
  await popup.setViewportSize({ width: 360, height: 600 });
  library = await openOwnPage(desks(), 'library');
  practice = await openOwnPage(desks(), 'practice');
  await practice.getByRole('button', { name: /My parcel was supposed/ }).click();
  await expect(draft(practice)).toContainText('Maya', { timeout: 40_000 });
});

for (const language of interfaceLanguages) {
  test(`no word is cut off in a popup of 360 px, in the library and in the panel (${language})`, async () => {
    test.setTimeout(120_000);
    await popup.bringToFront();
    await setLanguage(popup, new RegExp(`^${languageNames[language]}$`));
    await expectTabsWhole(popup, `${language}-popup`);
    for (const width of [1440, 720]) {
      await library.setViewportSize({ width, height: 860 });
      await library.bringToFront();
      await expect(library.locator('html')).toHaveAttribute('lang', language);
      await expectTabsWhole(library, `${language}-library-${width}`);
    }
    await practice.bringToFront();
    await expect(practice.locator('html')).toHaveAttribute('lang', language);
    await expectWhole(practice, `${language}-practice`);
  });
}
