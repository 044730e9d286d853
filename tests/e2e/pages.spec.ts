import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { libraryEs } from '../../lib/strings/library.es.ts';
import { libraryPt } from '../../lib/strings/library.pt.ts';
import { panelEs } from '../../lib/strings/panel.es.ts';
import { panelPt } from '../../lib/strings/panel.pt.ts';
import { playbooks } from '../desks/fernway/playbooks.ts';
import { checkBarriers, openOwnPage, openPopupBeside, readNetLog, recordHosts, setLanguage } from './pages-support.ts';
import { arrive, draft, root, settled, sleepingBattery, startDeskBrowser } from './support.ts';

test.describe.configure({ mode: 'serial' });

const netLog = path.join(mkdtempSync(path.join(tmpdir(), 'deskside-net-')), 'log.json');
const desks = startDeskBrowser({ args: [`--log-net-log=${netLog}`] });
let hosts: () => string[];
let practice: Page;
let library: Page;
let ticket: Page;

test.beforeAll(() => {
  hosts = recordHosts(desks().context);
});

// The browser has written its log once it is closed; the log knows the workers and the page without a tab, too.
test.afterAll(async () => {
  const asked = await readNetLog(netLog);
  await rm(path.dirname(netLog), { recursive: true });
  expect(asked.length, 'requests in the log').toBeGreaterThan(5);
  const others = asked.filter(({ host }) => host !== new URL(desks().desks.hosts.zendesk).host);
  expect(others, 'asked by the extension or a page').toEqual([]);
});

/** Opens a tab of a page and answers what is in it. */
async function openTab(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click();
  return page.getByRole('tabpanel', { name });
}

test('the practice page opens after the install', async () => {
  const address = `chrome-extension://${desks().extensionId}/practice.html`;
  const find = () =>
    desks()
      .context.pages()
      .find((page) => page.url() === address);
  await expect.poll(() => find() !== undefined).toBe(true);
  practice = find() as Page;
  await expect(practice).toHaveTitle('Practice desk – Deskside');
  await expect(practice.getByText('The sample library of Larkleaf Tea is in use')).toBeVisible();
});

test('the practice page: a customer writes, a reply is suggested and inserted', async () => {
  const steps = practice.getByRole('list', { name: 'Three steps to try it' }).locator('[data-done]');
  await practice.getByRole('button', { name: /^Customer writes: My parcel was supposed/ }).click();
  await expect(draft(practice)).toContainText('Maya', { timeout: 20_000 });
  await expect(steps).toHaveCount(2);
  const composer = practice.getByRole('textbox', { name: 'Reply to the customer' });
  await composer.click();
  await practice.keyboard.press('Alt+Shift+KeyI');
  await expect(composer).toContainText('Maya');
  await expect(steps).toHaveCount(3);
});

test('the library imports a file, names the bad line with its reason, and finds the rest', async () => {
  library = await openOwnPage(desks(), 'library');
  const sources = await openTab(library, 'Sources');
  const lines = [
    'title,body',
    'Rust on the chain,"Wipe the chain with a dry cloth, then oil it with two drops a link."',
    'Broken row,One cell,and one too many',
    'Squeaky saddle,Loosen the seat clamp and grease the post before you tighten it again.',
  ];
  const file = { name: 'care.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
  await sources.locator('input[type="file"]').setInputFiles(file);
  const report = sources.getByRole('list', { name: 'Imported files' });
  await expect(report).toContainText('care.csv');
  await expect(report).toContainText('2 articles');
  await expect(report).toContainText(/Line 3: 3 cells where the first row names 2/);
  await expect(report).toContainText('1 problem');

  const search = await openTab(library, 'Search');
  await search.getByRole('searchbox', { name: 'Search the library' }).fill('my saddle squeaks when I ride');
  const first = search.getByRole('article').first();
  await expect(first).toContainText('Squeaky saddle');
  await expect(first.locator('mark')).toContainText('grease the post');
  await search.getByRole('searchbox', { name: 'Search the library' }).fill('one too many');
  await expect(search.getByRole('article').filter({ hasText: 'Broken row' })).toHaveCount(0);
});

test('the library replays past tickets of an export, keeps nothing of them, and compares another tone', async () => {
  const replay = await openTab(library, 'Replay');
  const past = [
    {
      id: 801,
      subject: 'Saddle',
      turns: [
        { role: 'customer', text: 'My saddle squeaks when I ride. What can I do about the squeaky saddle?' },
        { role: 'agent', text: 'Loosen the seat clamp and grease the post before you tighten it again.' },
      ],
    },
    {
      id: 802,
      subject: 'Submarine',
      turns: [
        { role: 'customer', text: 'Do you sell submarines to museums, and who may steer them?' },
        { role: 'agent', text: 'Sadly we do not.' },
      ],
    },
  ];
  const file = { name: 'past.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(past)) };
  await replay.locator('input[type="file"]').setInputFiles(file);
  await expect(replay.getByText(/^2 answers in 2 tickets · \d+ ms each/)).toBeVisible({ timeout: 60_000 });
  const [saddle, submarine] = [801, 802].map((id) => replay.getByRole('article').filter({ hasText: `Ticket ${id}` }));
  await expect(saddle as Locator).toContainText('Squeaky saddle');
  await expect(saddle as Locator).toContainText(/The agent\s*Loosen the seat clamp/);
  await expect(submarine as Locator).toContainText('No reply:');
  await replay.getByText('Try other settings').click();
  await replay.getByRole('radio', { name: 'Formal' }).click();
  await replay.getByRole('button', { name: 'Compare' }).click();
  await expect(replay.getByRole('columnheader', { name: 'With the change' })).toBeVisible({ timeout: 60_000 });
  await expect(replay.getByText('Tone: Formal')).toBeVisible();
  await replay.getByRole('button', { name: 'Close these tickets' }).click();
  await expect(replay.getByRole('article')).toHaveCount(0);
  const found = await openTab(library, 'Search');
  await found.getByRole('searchbox', { name: 'Search the library' }).fill('submarines to museums');
  await expect(found.getByRole('article').filter({ hasText: 'museums' })).toHaveCount(0);
});

test('a playbook written as numbered steps shows its next step beside a ticket that fits', async () => {
  const [playbook] = playbooks;
  const editor = await openTab(library, 'Playbooks');
  await editor.getByRole('button', { name: 'New playbook' }).first().click();
  await editor.getByLabel('Playbook as text').fill(`${playbook?.text}\nno step`);
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByText(/Line 11: expected a numbered step/)).toBeVisible();
  await editor.getByLabel('Playbook as text').fill(playbook?.text ?? '');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(library.getByText('“Battery does not charge” is saved.')).toBeVisible();
  await expect(editor.getByRole('list', { name: 'Playbooks' })).toContainText('8 steps');

  ticket = await desks().openTicket('zendesk', 101);
  await settled(ticket, 101, 3);
  await arrive(desks(), ticket, 101, sleepingBattery);
  const step = ticket.getByRole('region', { name: 'Next step' });
  await expect(step).toContainText('Battery does not charge');
  await expect(step).toContainText(/\d of 8 done/);
  // The first question was asked in the conversation already.
  await expect(step.locator('[aria-current="step"]')).toContainText('how long the battery has been unused');
});

test('the sample playbook helps the practice page only', async () => {
  const parcel =
    'My parcel was supposed to arrive last Thursday and the tracking has not moved for four days. Where is it?';
  await expect(practice.getByRole('region', { name: 'Next step' })).toContainText('Parcel is late');
  await arrive(desks(), ticket, 101, parcel);
  await expect(ticket.getByText('Parcel is late')).toHaveCount(0);
});

test('the popup switches the site off and on, and the open ticket follows at once', async () => {
  const popup = await openPopupBeside(desks(), ticket);
  const toggle = popup.getByRole('switch', { name: 'Deskside on fernway.zendesk.com' });
  await expect(toggle).toBeChecked();
  await toggle.click();
  await expect(root(ticket)).toHaveAttribute('data-state', 'off', { timeout: 1000 });
  await expect(ticket.getByRole('region', { name: 'Next step' })).toHaveCount(0);
  await toggle.click();
  await expect(root(ticket)).toHaveAttribute('data-state', 'ticket', { timeout: 1000 });
  await expect(ticket.getByRole('region', { name: 'Next step' })).toBeVisible();
  await popup.close();
});

test('the popup turns everything to Arabic, from right to left, then to Spanish and Portuguese, and back, without a reload', async () => {
  const popup = await openOwnPage(desks(), 'popup');
  await setLanguage(popup, /العربية/);
  await expect(popup.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(root(ticket)).toHaveAttribute('dir', 'rtl');
  await expect(root(ticket)).toHaveAttribute('lang', 'ar');
  await expect(library.locator('html')).toHaveAttribute('dir', 'rtl');
  for (const [name, language, panel, page] of [
    ['Español', 'es', panelEs, libraryEs],
    ['Português', 'pt', panelPt, libraryPt],
  ] as const) {
    await setLanguage(popup, new RegExp(`^${name}$`));
    await expect(root(ticket)).toHaveAttribute('lang', language);
    await expect(root(ticket)).toHaveAttribute('dir', 'ltr');
    await expect(root(ticket).locator('header').first()).toContainText(panel.onDevice);
    for (const own of [popup, library, practice]) await expect(own.locator('html')).toHaveAttribute('lang', language);
    await expect(library.getByRole('tab', { name: page.tabs.playbooks })).toBeVisible();
    await expect(practice.getByText(panel.onDevice, { exact: true }).first()).toBeVisible();
  }
  await setLanguage(popup, /English/);
  await expect(root(ticket)).toHaveAttribute('dir', 'ltr');
  await popup.close();
});

test('the popup tells the state of the model, and warns of keys that do two things', async () => {
  const popup = await openOwnPage(desks(), 'popup');
  const data = await openTab(popup, 'Data');
  await expect(data.getByText('Ready', { exact: true })).toBeVisible();
  await expect(data.getByText(/signals-en/)).toBeVisible();
  // The time to the first signals, and of it what verifying the files took.
  await expect(data.getByText(/^[\d,]+ ms$/)).toHaveCount(2);
  const shortcuts = await openTab(popup, 'Shortcuts');
  await shortcuts.getByRole('button', { name: /^Show or hide the panel/ }).click();
  await popup.keyboard.press('Alt+Shift+KeyK');
  await shortcuts.getByRole('button', { name: /^Insert the suggested reply/ }).click();
  await popup.keyboard.press('Alt+Shift+KeyK');
  await expect(shortcuts.getByText('Already used for “Show or hide the panel”.')).toBeVisible();
  await popup.keyboard.press('Alt+Shift+KeyD');
  await expect(shortcuts.getByText(/Alt\+Shift\+D does two things/)).toBeVisible();
  await shortcuts.getByRole('button', { name: 'Back to the defaults' }).click();
  await expect(shortcuts.getByText(/does two things/)).toHaveCount(0);
  await popup.close();
});

for (const [language, theme] of [
  ['en', 'light'],
  ['en', 'dark'],
  ['ar', 'light'],
] as const) {
  test(`axe finds no barriers on any page (${language}, ${theme})`, async () => {
    test.setTimeout(120_000);
    const popup = await openOwnPage(desks(), 'popup');
    await setLanguage(popup, language === 'ar' ? /العربية/ : /English/);
    await popup
      .getByRole('radio')
      .nth(theme === 'dark' ? 2 : 1)
      .click();
    for (const page of [popup, library, practice]) {
      await page.bringToFront();
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      const tabs = page.getByRole('tab');
      for (let index = 0; index < Math.max(1, await tabs.count()); index += 1) {
        if ((await tabs.count()) > 0) await tabs.nth(index).click();
        expect(await checkBarriers(page), `${page.url()}, tab ${index}`).toEqual([]);
      }
    }
    await setLanguage(popup, /English/);
    await popup.close();
  });
}

test('the popup exports what is stored as JSON', async () => {
  const popup = await openOwnPage(desks(), 'popup');
  const data = await openTab(popup, 'Data');
  const coming = popup.waitForEvent('download');
  await data.getByRole('button', { name: 'Export as JSON' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^deskside-\d{4}-\d\d-\d\d\.json$/);
  const exported = JSON.parse(await readFile(await download.path(), 'utf8'));
  const titles = (all: { title: string }[]) => all.map(({ title }) => title);
  expect(titles(exported.articles)).toEqual(expect.arrayContaining(['Rust on the chain', 'Squeaky saddle']));
  expect(titles(exported.playbooks)).toContain('Battery does not charge');
  await popup.close();
});

test('the popup deletes everything, after a confirmation', async () => {
  const popup = await openOwnPage(desks(), 'popup');
  const data = await openTab(popup, 'Data');
  await data.getByRole('button', { name: 'Delete everything' }).click();
  const question = popup.getByRole('alertdialog', { name: 'Delete everything?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(data.getByText(/\d+ articles/).first()).toBeVisible();
  await data.getByRole('button', { name: 'Delete everything' }).click();
  await question.getByRole('button', { name: 'Delete everything' }).click();
  await expect(popup.getByText('Everything is deleted.')).toBeVisible();
  await expect(data.getByText('The library is empty.')).toBeVisible();
  await library.reload();
  const articles = await openTab(library, 'Articles');
  await expect(articles.getByText('No articles yet')).toBeVisible();
  const playbookTab = await openTab(library, 'Playbooks');
  await expect(playbookTab.getByText('No playbooks yet')).toBeVisible();
  await popup.close();
});

test('pages and tabs asked no host but the helpdesk and the extension itself', () => {
  expect(hosts()).toContain(`chrome-extension://${desks().extensionId}`);
  // The extension's files have a second, changing host of their own for other sites' pages.
  const others = hosts().filter((host) => !host.startsWith('chrome-extension://'));
  expect(others).toEqual([desks().desks.hosts.zendesk]);
});
