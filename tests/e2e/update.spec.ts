import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { batteryLibrary } from '../desks/fernway/index.ts';
import { buildFolder, type DeskBrowser, launchDesks } from '../support/browser.ts';
import { allowReload } from '../support/engine-faults.ts';
import { copyBuildOpen } from '../support/open-build.ts';
import { shownFor, timesInserted } from './chaos-support.ts';
import { bareDraft, draft, editors, importKnowledge, root, settled, sleepingBattery } from './support.ts';

test.describe.configure({ mode: 'serial' });

let desks: DeskBrowser;
let folder: string;
let extension: string;
let page: Page;
let other: Page;
const problems: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(path.join(tmpdir(), 'deskside-update-'));
  extension = await copyBuildOpen(buildFolder, folder);
  desks = await launchDesks({ extension, isClosed: true, desks: batteryLibrary });
  await allowReload(desks);
  other = await desks.openTicket('freshdesk', 102);
  page = await desks.openTicket('zendesk', 101);
  for (const one of [page, other]) {
    one.on('pageerror', (error) => problems.push(error.message));
    // The desks have no icon for their tab.
    one.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) problems.push(message.text());
    });
  }
  await settled(page, 101);
  await importKnowledge(page);
});
test.afterAll(async () => {
  await desks?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Puts another version in the folder and has the browser take it, as an update does. */
async function update(version: string): Promise<void> {
  const file = path.join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, version }));
  const background = await desks.background();
  await Promise.all([
    background.waitForEvent('close'),
    background.evaluate(() => chrome.runtime.reload()).catch(() => {}),
  ]);
}

const versionNow = async () => (await desks.background()).evaluate(() => chrome.runtime.getManifest().version);
const arrive = async (text: string) => {
  const { state } = desks.desks;
  state.arrive(101, text);
  return shownFor(page, 101, state.ticket(101)?.messages.length ?? 0);
};

test('an update while tickets are open: the old script goes, the new one takes over, the draft stays', async () => {
  await page.bringToFront();
  await page.locator(editors.zendesk).click();
  await page.keyboard.type('What I had typed. ');
  const old = await root(page).elementHandle();
  await update('9.9.9');
  await expect.poll(() => old?.evaluate((node) => node.isConnected), { timeout: 20_000 }).toBe(false);
  await expect(page.locator('deskside-panel')).toHaveCount(1);
  expect(await versionNow()).toBe('9.9.9');
  expect(await arrive(sleepingBattery)).not.toBeNull();
  await expect(draft(page)).toBeVisible();
  const probe = (await bareDraft(page)).slice(0, 30);
  await page.keyboard.press('Alt+Shift+KeyI');
  await expect.poll(() => timesInserted(page, probe)).toBe(1);
  // A script that had stayed would insert a second time.
  await page.waitForTimeout(1_000);
  expect(await timesInserted(page, probe)).toBe(1);
  await expect(page.locator(editors.zendesk)).toContainText('What I had typed.');
});

test('a tab that was in the background when the update came has the new panel too', async () => {
  await other.bringToFront();
  await expect(other.locator('deskside-panel')).toHaveCount(1);
  await settled(other, 102);
});

test('updates one after the other leave one panel and no error on the page', async () => {
  await page.bringToFront();
  for (const version of ['9.9.10', '9.9.11', '9.9.12']) {
    const old = await root(page).elementHandle();
    await update(version);
    await expect.poll(() => old?.evaluate((node) => node.isConnected), { timeout: 20_000 }).toBe(false);
  }
  expect(await arrive(`${sleepingBattery} Once more.`)).not.toBeNull();
  await expect(page.locator('deskside-panel')).toHaveCount(1);
  expect(problems).toEqual([]);
});
