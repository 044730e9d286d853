import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { articles } from '../desks/fernway/articles.ts';
import { macros } from '../desks/fernway/macros.ts';
import { copyBuildAllowing } from '../support/allowed-build.ts';
import { type DeskBrowser, launchDesks } from '../support/browser.ts';
import { callEngine } from '../support/engine-call.ts';
import { openOwnPage, openPopupBeside } from './pages-support.ts';
import { bare, bareDraft, draft, draftText, root, sleepingBattery } from './support.ts';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const origin = 'https://support.fernway.example';
const fixtures = 'lib/helpdesk/declared/freescout/fixtures';

let folder: string;
let desks: DeskBrowser;
let ticket: Page;

/** A replica of FreeScout's ticket page: the recorded page, whose reply box opens when its button is pressed. Its last message is one that the library answers. */
async function serveReplica(name: string): Promise<string> {
  const recorded = await readFile(path.join(fixtures, `${name}.html`), 'utf8');
  const html = recorded.replace('<div>It is <b>4711</b>.</div>', `<p>${sleepingBattery}</p>`);
  if (!html.includes(sleepingBattery)) throw new Error(`${name} has another last message`);
  const open = `document.querySelector('.conv-reply').addEventListener('click', () => document.querySelector('.conv-reply-block').classList.remove('hidden'));`;
  return html.replace('</body>', `<script>${open}</script></body>`);
}

/** A helpdesk that nobody knows: three messages, and one box for replies and notes. */
const unknownDesk = `<!DOCTYPE html><html lang="en"><head><title>Desk</title></head><body><h1>Battery</h1><div id="thread">
  <div class="post post-client"><b class="who">Ana Ruiz</b><time datetime="2026-11-02T09:00:00Z">9:00</time><p class="words">My battery has no light any more.</p></div>
  <div class="post post-staff"><b class="who">Kim Lee</b><time datetime="2026-11-02T10:00:00Z">10:00</time><p class="words">Is it charged?</p></div>
  <div class="post post-client"><b class="who">Ana Ruiz</b><time datetime="2026-11-02T11:00:00Z">11:00</time><p class="words">${sleepingBattery}</p></div>
  </div><form class="answer"><p class="modes"><button type="button" class="mode active">Reply</button><button type="button" class="mode">Note</button></p>
  <textarea name="reply" rows="6" cols="60"></textarea></form>
  <script>for (const mode of document.querySelectorAll('.mode')) mode.onclick = () => {
    for (const other of document.querySelectorAll('.mode')) other.classList.toggle('active', other === mode);
  };</script></body></html>`;

test.beforeAll(async () => {
  test.setTimeout(200_000);
  folder = await mkdtemp(path.join(tmpdir(), 'deskside-added-'));
  desks = await launchDesks({ extension: await copyBuildAllowing([`${origin}/*`], folder) });
  await desks.context.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const body = pathname.startsWith('/desk/') ? unknownDesk : await serveReplica('reply-closed');
    await route.fulfill({ contentType: 'text/html', body });
  });
  const own = await openOwnPage(desks, 'library');
  const part = (items: readonly { title: string; html: string }[]) =>
    items.filter(({ title }) => /batter/i.test(title)).map(({ title, html }) => ({ title, html }));
  const text = JSON.stringify({ articles: part(articles), macros: part(macros) });
  await callEngine(own, 'importFile', { name: 'fernway.json', text });
  await own.close();
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

type Script = { matches: string[]; persistAcrossSessions: boolean };

async function registeredScripts(): Promise<Script[]> {
  const worker = await desks.background();
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { scripting: { getRegisteredContentScripts(): Promise<Script[]> } };
    };
    return chrome.scripting.getRegisteredContentScripts();
  });
}

test('the script is registered, and survives the end of the background', async () => {
  const scripts = await registeredScripts();
  expect(scripts.map(({ matches, persistAcrossSessions }) => [matches, persistAcrossSessions])).toEqual([
    [[`${origin}/*`], true],
    [[`${origin}/*`], true],
  ]);
  await ticket.reload();
  await expect(root(ticket)).toHaveAttribute('data-conversation-key', /\|55\|4\|/, { timeout: 15_000 });
});

const insert = (page: Page) => page.getByRole('button', { name: /^Insert(ed)? Alt/ });

test('the suggested reply opens the reply box by its own button and stands in it once', async () => {
  await expect(draft(ticket)).toContainText('ten seconds', { timeout: 60_000 });
  const editor = ticket.locator('.note-editable');
  await expect(editor).toBeHidden();
  const reply = await bareDraft(ticket);
  const before = bare(await editor.innerText());
  await insert(ticket).click();
  await expect.poll(async () => bare(await editor.innerText())).toBe(reply + before);
  await ticket.waitForTimeout(500);
  expect(bare(await editor.innerText()), 'inserted once').toBe(reply + before);
});

/** Chooses how the address is read, in the library. */
async function chooseType(library: Page, type: string): Promise<void> {
  await library.getByRole('region', { name: 'support.fernway.example' }).getByRole('combobox').click();
  await library.getByRole('option', { name: type }).click();
}

test('another kind than the recognised one can be chosen, and taken back', async () => {
  const library = await openOwnPage(desks, 'library');
  await library.getByRole('tab', { name: 'Sources' }).click();
  await chooseType(library, 'Zammad');
  await ticket.bringToFront();
  await expect(ticket.locator('deskside-panel')).toHaveCount(0, { timeout: 15_000 });
  await chooseType(library, 'FreeScout');
  await ticket.bringToFront();
  await expect(root(ticket)).toHaveAttribute('data-conversation-key', /\|55\|4\|/, { timeout: 15_000 });
  await chooseType(library, 'Recognised by itself');
  await ticket.bringToFront();
  await expect(root(ticket)).toHaveAttribute('data-conversation-key', /\|55\|4\|/, { timeout: 15_000 });
  await library.close();
});

let taught: Page;

test('a taught page of an unknown helpdesk is read', async () => {
  taught = await desks.context.newPage();
  const page = taught;
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
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByRole('button', { name: 'Now it writes a note' }).click();
  await page.getByRole('button', { name: 'There is no note here' }).click();
  await page.getByRole('button', { name: 'There is no subject' }).click();
  await expect(page.getByText('Deskside reads 3 messages here.')).toBeVisible();
  await page.getByRole('button', { name: 'Save for this address' }).click();
  await expect(page.locator('deskside-teach')).toHaveCount(0);
  await expect(root(page)).toHaveAttribute('data-conversation-key', /\|7\|3\|/, { timeout: 15_000 });
});

test('on a taught page a reply is suggested, kept out of a note, and inserted', async () => {
  const box = taught.locator('textarea[name="reply"]');
  await expect(taught.getByText('Internal note is open')).toBeVisible({ timeout: 60_000 });
  await taught.keyboard.press('Alt+Shift+KeyI');
  await taught.waitForTimeout(1_000);
  await expect(box).toHaveValue('');
  await taught.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(draft(taught)).toContainText('ten seconds', { timeout: 60_000 });
  const reply = await draftText(taught);
  await insert(taught).click();
  await expect.poll(async () => bare(await box.inputValue())).toBe(bare(reply));
  await taught.close();
});

test('once it is removed, nothing runs there, and the browser is asked to take the permission back', async () => {
  const library = await openOwnPage(desks, 'library');
  // What the manifest of this test's copy asks for from the start cannot be given back: the question is what can be seen.
  await library.evaluate(() => {
    const given: unknown[] = [];
    Object.assign(window, { given });
    chrome.permissions.remove = async (permissions) => {
      given.push(permissions);
      return true;
    };
  });
  await library.getByRole('tab', { name: 'Sources' }).click();
  await library.getByRole('button', { name: 'Remove support.fernway.example' }).click();
  await library.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect
    .poll(() => library.evaluate(() => (window as unknown as { given: unknown[] }).given))
    .toEqual([{ origins: [`${origin}/*`] }]);
  await ticket.bringToFront();
  await expect(ticket.locator('deskside-panel')).toHaveCount(0, { timeout: 15_000 });
  await expect.poll(registeredScripts).toEqual([]);
  await ticket.reload();
  await expect(ticket.locator('.thread-type-customer').first()).toBeVisible();
  await ticket.waitForTimeout(1_000);
  await expect(ticket.locator('deskside-panel')).toHaveCount(0);
  await library.close();
});
