import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { copyBuildAllowing } from '../support/allowed-build.ts';
import { type DeskBrowser, launchDesks } from '../support/browser.ts';
import { openPopupBeside } from './pages-support.ts';
import { root, sleepingBattery } from './support.ts';

test.describe.configure({ mode: 'serial' });

const origin = 'https://support.fernway.example';
const fixtures = 'lib/helpdesk/declared/freescout/fixtures';

let folder: string;
let desks: DeskBrowser;
let ticket: Page;

/** A replica of FreeScout's ticket page: the recorded page, whose reply box opens when its button is pressed. */
async function serveReplica(name: string): Promise<string> {
  const html = await readFile(path.join(fixtures, `${name}.html`), 'utf8');
  const open = `document.querySelector('.conv-reply').addEventListener('click', () => document.querySelector('.conv-reply-block').classList.remove('hidden'));`;
  return html.replace('</body>', `<script>${open}</script></body>`);
}

/** A helpdesk that nobody knows: two messages and a reply box. */
const unknownDesk = `<!DOCTYPE html><html lang="en"><head><title>Desk</title></head><body><h1>Battery</h1><div id="thread">
  <div class="post post-client"><b class="who">Ana Ruiz</b><time datetime="2026-11-02T09:00:00Z">9:00</time><p class="words">My battery has no light any more.</p></div>
  <div class="post post-staff"><b class="who">Kim Lee</b><time datetime="2026-11-02T10:00:00Z">10:00</time><p class="words">Is it charged?</p></div>
  <div class="post post-client"><b class="who">Ana Ruiz</b><time datetime="2026-11-02T11:00:00Z">11:00</time><p class="words">${sleepingBattery}</p></div>
  </div><textarea name="reply" rows="6" cols="60"></textarea></body></html>`;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskside-added-'));
  desks = await launchDesks({ extension: await copyBuildAllowing([`${origin}/*`], folder) });
  await desks.context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = pathname.startsWith('/desk/') ? unknownDesk : await serveReplica('reply-closed');
    await route.fulfill({ contentType: 'text/html', body });
  });
});

test.afterAll(async () => {
  await desks?.close();
  await rm(folder, { recursive: true, force: true });
});

test('nothing runs on an address that was not added', async () => {
  ticket = await desks.context.newPage();
  await ticket.goto(`${origin}/conversation/55`);
  await expect(ticket.locator('.thread-type-customer').first()).toBeVisible();
  await ticket.waitForTimeout(500);
  await expect(ticket.locator('deskside-panel')).toHaveCount(0);
});

test('the popup adds it; the open ticket is read without a reload, and its kind is shown', async () => {
  const popup = await openPopupBeside(desks, ticket);
  await popup.getByRole('button', { name: 'Add it' }).click();
  await expect(popup.getByText('Read as FreeScout')).toBeVisible({ timeout: 15_000 });
  await expect(popup.getByRole('switch', { name: 'Deskside on support.fernway.example' })).toBeChecked();
  await popup.close();
  await expect(root(ticket)).toHaveAttribute('data-conversation-key', /\|55\|4\|/, { timeout: 15_000 });
});

test('the script is registered, and survives the end of the background', async () => {
  const worker = await desks.background();
  const scripts = await worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        scripting: { getRegisteredContentScripts(): Promise<{ matches: string[]; persistAcrossSessions: boolean }[]> };
      };
    };
    return chrome.scripting.getRegisteredContentScripts();
  });
  expect(scripts.map(({ matches, persistAcrossSessions }) => [matches, persistAcrossSessions])).toEqual([
    [[`${origin}/*`], true],
    [[`${origin}/*`], true],
  ]);
  await ticket.reload();
  await expect(root(ticket)).toHaveAttribute('data-conversation-key', /\|55\|4\|/, { timeout: 15_000 });
});

test('a taught page of an unknown helpdesk is read', async () => {
  const page = await desks.context.newPage();
  await page.goto(`${origin}/desk/tickets/7`);
  const popup = await openPopupBeside(desks, page);
  await expect(popup.getByText(/Not recognised yet/)).toBeVisible();
  await popup.getByRole('button', { name: 'Teach this page' }).click();
  await page.bringToFront();
  await expect(page.getByText('Point at the words of a message that the customer wrote.')).toBeVisible();
  for (const selector of ['.post-client .words', '.post-staff .words', '.post-client .who', 'textarea']) {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not there`);
    await page.mouse.click(box.x + 8, box.y + 6);
  }
  await page.getByRole('button', { name: 'There is no note here' }).click();
  await page.getByRole('button', { name: 'There is no subject' }).click();
  await expect(page.getByText('Deskside reads 3 messages here.')).toBeVisible();
  await page.getByRole('button', { name: 'Save for this address' }).click();
  await expect(page.locator('deskside-teach')).toHaveCount(0);
  await expect(root(page)).toHaveAttribute('data-conversation-key', /\|7\|3\|/, { timeout: 15_000 });
  await page.close();
});
