import { expect, type Page, test } from '@playwright/test';
import { panelAr } from '../../lib/strings/panel.ar.ts';
import { panelEn } from '../../lib/strings/panel.en.ts';
import { articles, internalPhrases, macros } from '../desks/fernway/index.ts';
import {
  arrive,
  bare,
  bareDraft,
  clearEditor,
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
  typeDraft,
} from './support.ts';

const desks = startDeskBrowser();
let page: Page;
/** What an import should leave: no drafts, no inactive macros. */
const expectedCounts = {
  articles: articles.filter(({ draft: isDraft }) => !isDraft).length,
  macros: macros.filter(({ active }) => active).length,
};

let imported: { articles: number; macros: number };

test.beforeAll(async () => {
  page = await desks().openTicket('zendesk', 101);
  await expect(root(page)).toHaveAttribute('data-signals-key', /\|101\|3\|/, { timeout: 20_000 });
  imported = await importKnowledge(page);
  await settled(page, 101, 3);
  await arrive(desks(), page, 101, sleepingBattery);
});

const editor = () => page.locator(editors.zendesk);

async function open(ticketId: number, query = ''): Promise<void> {
  await page.goto(`${desks().desks.hosts.zendesk}/agent/tickets/${ticketId}${query}`);
  await settled(page, ticketId);
}

test.afterEach(() => {
  expect(desks().desks.state.sent, 'nothing may be sent').toEqual([]);
});

test('shows the signals of the open ticket', async () => {
  await expect(page.getByRole('region', { name: 'What the conversation tells' })).toContainText('English');
});

test('imports published articles and active macros with one click, reading only', () => {
  expect(imported).toEqual(expectedCounts);
  const calls = desks().desks.state.log.filter(({ path }) => path.startsWith('/api/'));
  expect(calls.every(({ method }) => method === 'GET')).toBe(true);
});

test('suggests a reply with its source when the customer writes', async () => {
  // A macro and an article say the same here; either may be the surer.
  await expect(draft(page)).toContainText(/^(Hello|Hi) Marit,/);
  await expect(draft(page)).toContainText(/Hold the (battery button|button on the battery) for ten seconds/);
  const sources = page.getByRole('list', { name: 'Based on' });
  await expect(sources).toContainText(/Wake a sleeping battery|Battery does not charge/);
  await expect(sources.locator('q').first()).not.toBeEmpty();
});

test.describe('insertion', () => {
  test.beforeEach(() => clearEditor(page, editor()));

  const routes: Record<string, () => Promise<void>> = {
    'the in-page shortcut': () => page.keyboard.press('Alt+Shift+KeyI'),
    "the browser's command": () => pressCommand(page, 'I'),
    'a click': () => page.getByRole('button', { name: /^Insert(ed)? Alt/ }).click(),
  };
  for (const [name, press] of Object.entries(routes)) {
    test(`by ${name} keeps draft, formatting, caret and undo`, async () => {
      await typeDraft(page);
      const before = await editorHtml(editor());
      const reply = await bareDraft(page);
      await press();
      await expect.poll(async () => bare(await editor().innerText())).toBe(`Draftbold${reply}tail`);
      await expect(editor().locator('strong').first()).toHaveText('bold');
      await expect(editor().locator('a[href$="/articles/30101"]')).toHaveText('Battery does not charge');
      expect(await editor().innerText()).not.toContain('https://');
      await page.waitForTimeout(300);
      expect(bare(await editor().innerText()), 'inserted once').toBe(`Draftbold${reply}tail`);
      await editor().focus();
      await page.keyboard.press('Control+z');
      await expect.poll(() => editorHtml(editor())).toBe(before);
    });
  }

  test('by Tab takes the ghost text', async () => {
    // Ghost text is there once a turn: a new message brings it back.
    await arrive(
      desks(),
      page,
      101,
      'The light on the charger is still green and the battery shows no light. What can I do?',
    );
    await editor().click();
    await expect(page.locator('deskside-panel [data-ghost]')).toBeVisible();
    const reply = await bareDraft(page);
    await page.keyboard.press('Tab');
    await expect.poll(async () => bare(await editor().innerText())).toBe(reply);
    await expect(page.locator('deskside-panel [data-ghost]')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => bare(await editor().innerText())).toBe('');
  });

  test('is exact 20 times in a row', async () => {
    test.setTimeout(120_000);
    await typeDraft(page);
    const before = await editorHtml(editor());
    const reply = await bareDraft(page);
    let after: string | undefined;
    for (let round = 1; round <= 20; round += 1) {
      await page.keyboard.press('Alt+Shift+KeyI');
      await expect
        .poll(async () => bare(await editor().innerText()), { message: `round ${round}`, intervals: [30] })
        .toBe(`Draftbold${reply}tail`);
      after ??= await editorHtml(editor());
      expect(await editorHtml(editor()), `round ${round}`).toBe(after);
      await expect(root(page).locator('[aria-busy="true"]')).toHaveCount(0);
      await page.keyboard.press('Control+z');
      await expect
        .poll(() => editorHtml(editor()), { message: `undo of round ${round}`, intervals: [30] })
        .toBe(before);
    }
  });
});

test('refuses an open note with a message and leaves it alone', async () => {
  await clearEditor(page, editor());
  await page.keyboard.type('For us only');
  await page.locator('.active [data-test-id="omnichannel-channel-switcher-button"]').click();
  await page.locator('.active [data-test-id="omnichannel-channel-switcher-menuitem-internal"]').click();
  await expect(page.getByText('Internal note is open')).toBeVisible();
  await expect(editor()).toHaveText('For us only');
  const before = await editorHtml(editor());
  await editor().click();
  await page.keyboard.press('Alt+Shift+KeyI');
  await expect(page.getByText('The composer is set to internal note.')).toBeVisible();
  await page.waitForTimeout(300);
  expect(await editorHtml(editor())).toBe(before);
  await page.locator('.active [data-test-id="omnichannel-channel-switcher-button"]').click();
  await page.locator('.active [data-test-id="omnichannel-channel-switcher-menuitem-email"]').click();
  await expect(page.getByText('Internal note is open')).toHaveCount(0);
});

test('offers the next alternative, by shortcut and command', async () => {
  const first = await draftText(page);
  await page.keyboard.press('Alt+Shift+KeyN');
  await expect.poll(() => draftText(page)).not.toBe(first);
  const second = await draftText(page);
  await pressCommand(page, 'N');
  await expect.poll(() => draftText(page)).not.toBe(second);
});

test('copies, lets edit first, and dismisses', async () => {
  await desks().context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await draftText(page));

  await clearEditor(page, editor());
  await page.getByRole('button', { name: 'Edit first' }).click();
  await page.getByLabel('Edit the reply before inserting it').fill('My own words.\n\nAnd more.');
  await page.getByRole('button', { name: /Insert edited reply/ }).click();
  await expect.poll(async () => bare(await editor().innerText())).toBe('Myownwords.Andmore.');

  await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await expect(page.getByText('Reply dismissed.')).toBeVisible();
  await expect(draft(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(draft(page)).toBeVisible();
});

test('hides and shows the panel by shortcut, and gives the focus back', async () => {
  await editor().click();
  await page.keyboard.press('Alt+Shift+KeyD');
  await expect(page.getByRole('complementary', { name: 'Deskside' })).toBeHidden();
  await page.keyboard.press('Alt+Shift+KeyD');
  await expect(page.getByRole('complementary', { name: 'Deskside' })).toBeVisible();
  await page.keyboard.press('Alt+Shift+KeyD');
  await expect(editor()).toBeFocused();
  await pressCommand(page, 'D');
  await expect(page.getByRole('complementary', { name: 'Deskside' })).toBeVisible();
});

test('puts plain text into a messaging composer, where Enter would send', async () => {
  await open(104);
  await arrive(
    desks(),
    page,
    104,
    'yes same card. 14 working days now and still no refund!! my bank needs the reference number of the payment (ARN) to look for it',
  );
  const reply = bare(await draftText(page));
  await editor().click();
  await page.keyboard.press('Alt+Shift+KeyI');
  await expect.poll(async () => bare(await editor().innerText())).toBe(reply);
  await expect(editor().locator('strong, a, li, ol, ul')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => bare(await editor().innerText())).toBe('');
});

test('follows the tabs: each ticket its own suggestions, none shown beside another', async () => {
  await open(101);
  await recordKeys(page);
  const tab = (id: number) => page.locator(`[data-test-id="header-tab"][data-entity-id="${id}"]`);
  await tab(102).click();
  await settled(page, 102);
  // A message for a ticket in the background changes nothing in front.
  const { conversation } = await keysOf(page);
  desks().desks.state.arrive(101, 'Any news about the green light?');
  await page.waitForTimeout(500);
  expect((await keysOf(page)).conversation).toBe(conversation);
  // Left at once, while its suggestion is being made.
  for (let round = 0; round < 4; round += 1) {
    desks().desks.state.arrive(102, `Round ${round}: where is my bike? The carrier has not scanned it for days.`);
    await tab(103).click();
    await tab(102).click();
    await tab(101).click();
  }
  await settled(page, 101);
  await tab(102).click();
  await settled(page, 102);
  // Written over: a second message while the first is being looked at.
  desks().desks.state.arrive(102, 'And who pays for the day off?');
  desks().desks.state.arrive(102, 'I want a date, please.');
  const last = desks().desks.state.ticket(102)?.messages.length;
  await settled(page, 102, last);
  expect(await mismatches(page)).toEqual([]);
});

test('counts a burst of messages as one turn', async () => {
  await open(117);
  const { state } = desks().desks;
  state.arrive(117, 'hi, the light on my charger stays green but the battery shows no light at all');
  state.arrive(117, 'it has not been charged since november');
  state.arrive(117, 'any idea?');
  await settled(page, 117, 5);
  await expect(page.getByRole('list', { name: 'Based on' })).toContainText(
    /Wake a sleeping battery|Battery does not charge/,
  );
});

test('never suggests what private notes or agents-only articles say', async () => {
  for (const id of [113, 110, 107, 102, 105]) {
    await open(id);
    const texts = [];
    for (let alternative = 0; alternative < 4 && (await draft(page).count()) > 0; alternative += 1) {
      texts.push(await draftText(page));
      const next = page.getByRole('button', { name: /^Next alternative/ });
      if ((await next.count()) === 0) break;
      const before = await draftText(page);
      await next.click();
      await expect.poll(() => draftText(page)).not.toBe(before);
    }
    for (const phrase of internalPhrases) {
      expect(texts.join('\n'), `ticket ${id}`).not.toContain(phrase);
    }
  }
});

test('treats hostile HTML as text', async () => {
  await open(115);
  await arrive(
    desks(),
    page,
    115,
    '<img src=x onerror="document.documentElement.dataset.hostile=1"> my app can\'t find the bike over Bluetooth',
  );
  await expect(root(page)).toHaveAttribute('data-state', 'ticket');
  await page.waitForTimeout(200);
  expect(await page.locator('html').getAttribute('data-hostile')).toBeNull();
  await editor().click();
  if ((await draft(page).count()) > 0) {
    await page.keyboard.press('Alt+Shift+KeyI');
    await expect.poll(async () => bare(await editor().innerText())).toBe(await bareDraft(page));
    await expect(editor().locator('img, script, iframe, form')).toHaveCount(0);
  }
  expect(await page.locator('html').getAttribute('data-hostile')).toBeNull();
});

test('follows no instruction that a customer writes', async () => {
  await open(114);
  const text = (await draft(page).count()) > 0 ? await draftText(page) : '';
  for (const phrase of ['4,999', 'approved', 'GW-LATE-7', 'SYSTEM MESSAGE']) expect(text).not.toContain(phrase);
  for (const phrase of internalPhrases) expect(text).not.toContain(phrase);
});

test('reads the signals of an Arabic ticket', async () => {
  await open(111);
  const strip = page.getByRole('region', { name: 'What the conversation tells' });
  await expect(strip).toContainText('Arabic');
  await expect(strip).toContainText(/negative|neutral|positive/i);
});

test('speaks Arabic from its first frame, and changes the language of an open panel', async () => {
  const worker = await desks().background();
  const speak = (language: string) =>
    worker.evaluate((value) => chrome.storage.local.set({ 'settings.language': value }), language);
  await speak('ar');
  const arabic = await desks().context.newPage();
  await arabic.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seenTitles: seen });
    const look = () => {
      const header = document.querySelector('deskside-panel')?.shadowRoot?.querySelector('header');
      if (header) seen.add(header.textContent ?? '');
      requestAnimationFrame(look);
    };
    look();
  });
  await arabic.goto(`${desks().desks.hosts.zendesk}/agent/tickets/102`);
  const header = root(arabic).locator('header').first();
  await expect(header).toContainText(panelAr.onDevice);
  await expect(root(arabic)).toHaveAttribute('dir', 'rtl');
  await settled(arabic, 102);
  const titles = await arabic.evaluate(() => [...(window as unknown as { seenTitles: Set<string> }).seenTitles]);
  expect(titles.filter((title) => !title.includes(panelAr.onDevice))).toEqual([]);
  await speak('en');
  await expect(header).toContainText(panelEn.onDevice);
  await expect(root(arabic)).toHaveAttribute('dir', 'ltr');
  await speak('ar');
  await expect(header).toContainText(panelAr.onDevice);
  await speak('en');
  await expect(header).toContainText(panelEn.onDevice);
  await arabic.close();
});

test.describe('page variants', () => {
  for (const query of [
    '?order=newest&layout=custom',
    '?lang=ar&tabs=div&time=wrapped',
    '?lag=1500&hide=display',
    '?composer=collapsed',
  ]) {
    test(`reads ${query}`, async () => {
      await open(101, query);
      await arrive(desks(), page, 101, 'One more time: charger light green, no light on the battery. What now?');
      await expect(draft(page)).toContainText('Marit');
    });
  }
});
