import { expect, type Page, test } from '@playwright/test';
import { articles, internalPhrases, macros } from '../desks/fernway/index.ts';
import {
  arrive,
  bare,
  bareDraft,
  draft,
  draftText,
  editorHtml,
  editors,
  importKnowledge,
  keysOf,
  mismatches,
  pressCommand,
  recordKeys,
  root,
  settled,
  sleepingBattery,
  startDeskBrowser,
} from './support.ts';

const desks = startDeskBrowser();
let page: Page;
let imported: { articles: number; macros: number };

test.beforeAll(async () => {
  page = await desks().openTicket('freshdesk', 101);
  await expect(root(page)).toHaveAttribute('data-signals-key', /\|101\|3\|/, { timeout: 20_000 });
  imported = await importKnowledge(page);
  await settled(page, 101, 3);
  await arrive(desks(), page, 101, sleepingBattery);
});

test.afterEach(() => {
  expect(desks().desks.state.sent, 'nothing may be sent').toEqual([]);
});

const editor = () => page.locator(editors.freshdesk);

async function open(ticketId: number, query = ''): Promise<void> {
  await page.goto(`${desks().desks.hosts.freshdesk}/a/tickets/${ticketId}${query}`);
  await settled(page, ticketId);
}

/** Opens the reply box by its own button and writes "Draft **bold** tail" with the caret before "tail". */
async function startDraft(): Promise<void> {
  await page.locator('.rich-editor [data-test-id="ticket-action-reply"]').click();
  await editor().waitFor();
  await expect(editor()).toContainText('Fernway');
  await page.keyboard.type('Draft ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('bold');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' tail');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
  // Froala takes an undo step half a second after the last key.
  await page.waitForTimeout(800);
}

const discard = () => page.locator('[data-test-id="discard"]').click();

test('imports published articles and canned responses with one click, reading only', () => {
  expect(imported).toEqual({
    articles: articles.filter(({ draft: isDraft }) => !isDraft).length,
    macros: macros.filter(({ active, isPublic }) => active && isPublic).length,
  });
  const calls = desks().desks.state.log.filter(({ path }) => path.startsWith('/api/'));
  expect(calls.every(({ method }) => method === 'GET')).toBe(true);
});

test('suggests a reply with its source and greets by the name on the page', async () => {
  // A macro and an article say the same here; either may be the surer.
  await expect(draft(page)).toContainText(/^(Hello|Hi) Marit,/);
  await expect(draft(page)).toContainText(/Hold the (battery button|button on the battery) for ten seconds/);
  const sources = page.getByRole('list', { name: 'Based on' });
  await expect(sources).toContainText(/Wake a sleeping battery|Battery does not charge/);
});

test('opens the closed reply box and inserts above the signature', async () => {
  await expect(editor()).toHaveCount(0);
  const reply = await bareDraft(page);
  await page.keyboard.press('Alt+Shift+KeyI');
  await expect(page.getByText('Inserted. Read it once more, then send.')).toBeVisible();
  const text = bare(await editor().innerText());
  expect(text.startsWith(`${reply}JonasFeldFernway`)).toBe(true);
  expect(text).toContain('Marit');
  expect(text.split(reply)).toHaveLength(2);
  await expect(editor().locator('.signature')).toHaveText(/^Jonas Feld/);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => bare(await editor().innerText())).not.toContain(reply);
  await expect(editor().locator('.signature')).toBeVisible();
  await discard();
});

test.describe('into a draft', () => {
  test.beforeEach(startDraft);
  test.afterEach(discard);

  const routes: Record<string, () => Promise<void>> = {
    'the in-page shortcut': () => page.keyboard.press('Alt+Shift+KeyI'),
    "the browser's command": () => pressCommand(page, 'I'),
    'a click': () => page.getByRole('button', { name: /^Insert(ed)? Alt/ }).click(),
  };
  for (const [name, press] of Object.entries(routes)) {
    test(`by ${name} keeps draft, formatting, caret and undo`, async () => {
      const before = await editor().innerText();
      const reply = await bareDraft(page);
      await press();
      await expect.poll(async () => bare(await editor().innerText())).toContain(`Draftbold${reply}tailJonasFeld`);
      await expect(editor().locator('strong').first()).toHaveText('bold');
      await editor().focus();
      await page.keyboard.press('Control+z');
      await expect.poll(async () => bare(await editor().innerText())).toBe(bare(before));
    });
  }

  test('is exact 20 times in a row', async () => {
    test.setTimeout(120_000);
    const before = bare(await editor().innerText());
    const reply = await bareDraft(page);
    let after: string | undefined;
    for (let round = 1; round <= 20; round += 1) {
      await page.keyboard.press('Alt+Shift+KeyI');
      await expect
        .poll(async () => bare(await editor().innerText()), { message: `round ${round}`, intervals: [30] })
        .toContain(`Draftbold${reply}tailJonasFeld`);
      after ??= await editorHtml(editor());
      expect(await editorHtml(editor()), `round ${round}`).toBe(after);
      await expect(root(page).locator('[aria-busy="true"]')).toHaveCount(0);
      await page.keyboard.press('Control+z');
      await expect
        .poll(async () => bare(await editor().innerText()), { message: `undo of round ${round}`, intervals: [30] })
        .toBe(before);
    }
  });
});

test('by Tab takes the ghost text, and keeps what Freshdesk filled in', async () => {
  await arrive(desks(), page, 101, 'The charger light is still green and the battery shows no light. What can I do?');
  await page.locator('.rich-editor [data-test-id="ticket-action-reply"]').click();
  await expect(page.locator('deskside-panel [data-ghost]')).toBeVisible();
  const reply = await bareDraft(page);
  await page.keyboard.press('Tab');
  await expect.poll(async () => bare(await editor().innerText())).toContain(`${reply}JonasFeld`);
  await discard();
});

test('refuses an open note with a message and leaves it alone', async () => {
  await page.locator('.rich-editor [data-test-id="add-note"]').click();
  await editor().waitFor();
  await expect(page.getByText('Internal note is open')).toBeVisible();
  await editor().click();
  await page.keyboard.type('For us only');
  await page.keyboard.press('Alt+Shift+KeyI');
  await expect(page.getByText('The composer is set to internal note.')).toBeVisible();
  await page.waitForTimeout(300);
  expect(bare(await editor().innerText())).toBe('Forusonly');
  await discard();
});

test('reads the part of a long conversation that the page hides', async () => {
  await open(112);
  const all = desks().desks.state.ticket(112)?.messages.length;
  await settled(page, 112, all);
  await page.locator('[data-test-button="load-more"]').click();
  await expect(page.locator('[data-test-button="load-more"]')).toHaveCount(0);
  await page.waitForTimeout(500);
  await settled(page, 112, all);
});

test('never suggests what private notes say', async () => {
  for (const id of [113, 107, 102]) {
    await open(id);
    const text = (await draft(page).count()) > 0 ? await draftText(page) : '';
    for (const phrase of internalPhrases) expect(text, `ticket ${id}`).not.toContain(phrase);
  }
  // A note that reads like a customer's question opens no turn.
  await open(113);
  const { conversation } = await keysOf(page);
  desks().desks.state.arrive(113, 'Can we tell him about SWAP-BAT-2 for his battery?', 'note');
  await expect.poll(async () => (await keysOf(page)).conversation).not.toBe(conversation);
  await settled(page, 113);
  for (const phrase of internalPhrases) {
    expect((await draft(page).count()) > 0 ? await draftText(page) : '').not.toContain(phrase);
  }
});

test('treats hostile HTML as text', async () => {
  await open(115);
  await arrive(
    desks(),
    page,
    115,
    '<img src=x onerror="document.documentElement.dataset.hostile=1"> my app cannot find the bike',
  );
  await page.waitForTimeout(200);
  await expect(root(page)).toHaveAttribute('data-state', 'ticket');
  expect(await page.locator('html').getAttribute('data-hostile')).toBeNull();
});

test('follows from ticket to ticket without a reload', async () => {
  await open(101);
  await recordKeys(page);
  for (const id of [102, 103, 102, 101]) {
    desks().desks.state.arrive(id, 'Any news? I am still waiting for an answer about my battery.');
    await page.evaluate((path) => {
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    }, `/a/tickets/${id}`);
  }
  await settled(page, 101, desks().desks.state.ticket(101)?.messages.length);
  expect(await mismatches(page)).toEqual([]);
});
