import { expect, type Page, test } from '@playwright/test';
import { batteryLibrary } from '../desks/fernway/index.ts';
import { playbooks } from '../desks/fernway/playbooks.ts';
import { type RunningDesks, startDesks } from '../desks/server.ts';
import { type DeskBrowser, launchDesks } from '../support/browser.ts';
import { callEngine, openExtensionPage } from '../support/engine-call.ts';
import { draft, importKnowledge, settled, sleepingBattery } from './support.ts';

test.describe.configure({ mode: 'serial' });

const ticketId = 101;
/** Writes of each kind that two windows make at the same time. */
const writes = 20;

type Profile = { browser: DeskBrowser; page: Page; own: Page };

let desks: RunningDesks;
let first: Profile;
let second: Profile;

async function startProfile(): Promise<Profile> {
  const browser = await launchDesks({ running: desks });
  const own = await openExtensionPage(browser);
  const page = await browser.openTicket('zendesk', ticketId);
  return { browser, page, own };
}

test.beforeAll(async () => {
  test.setTimeout(200_000);
  // Few, since both profiles read all of it before there are drafts.
  desks = await startDesks({ ...batteryLibrary, articles: batteryLibrary.articles.slice(0, 3) });
  first = await startProfile();
  second = await startProfile();
});

test.afterAll(async () => {
  await first?.browser.close();
  await second?.browser.close();
  await desks?.close();
});

/** What of the helpdesk's is in a profile, and its playbooks. */
async function stored({ own }: Profile) {
  const { knowledge } = await callEngine(own, 'state');
  const source = knowledge.sources.find((one) => one.source === desks.hosts.zendesk);
  const titles = (await callEngine(own, 'listPlaybooks')).map(({ title }) => title);
  const { choices } = await callEngine(own, 'readLearning');
  return { articles: source?.articles ?? 0, titles, choices };
}

const choice = (id: string) => ({
  kind: 'reply' as const,
  suggestionId: id,
  sourceIds: [id],
  action: 'dismissed' as const,
  at: new Date().toISOString(),
  conversation: `${desks.hosts.zendesk}|${ticketId}|1|other`,
});

test('two profiles on one desk: both answer, and nothing of one is in the other', async () => {
  const before = await stored(second);
  await importKnowledge(first.page);
  await callEngine(first.own, 'savePlaybook', { id: 'playbook:first', text: 'Only here\n1. Look at it' });
  await callEngine(first.own, 'recordChoice', choice('first'));
  await first.own.evaluate(() => chrome.storage.local.set({ 'settings.tone': 'warm' }));
  expect(await stored(second)).toEqual(before);
  expect(await second.own.evaluate(() => chrome.storage.local.get('settings.tone'))).toEqual({});
  expect((await stored(first)).titles).toContain('Only here');
  await importKnowledge(second.page);
  await callEngine(second.own, 'remove', { kind: 'playbook', id: 'practice:late-parcel' });
  desks.state.arrive(ticketId, sleepingBattery);
  const keys = await Promise.all([first, second].map(({ page }) => settled(page, ticketId)));
  expect(keys[0]).toBe(keys[1]);
  for (const { page } of [first, second]) await expect(draft(page)).toBeVisible({ timeout: 20_000 });
  await callEngine(second.own, 'deleteAll');
  const kept = await stored(first);
  expect(kept.articles).toBe(3);
  expect(kept.titles).toContain('Only here');
  expect(kept.choices).toBe(1);
  expect(await stored(second)).toEqual({ articles: 0, titles: [], choices: 0 });
});

/** A page of the extension in a window of its own. */
async function openWindow({ browser }: Profile): Promise<Page> {
  const opened = browser.context.waitForEvent('page');
  await (await browser.background()).evaluate(async () => {
    await chrome.windows.create({ url: chrome.runtime.getURL('/popup.html'), focused: false });
  });
  const page = await opened;
  await page.waitForLoadState();
  return page;
}

test('two windows of one profile write at once: nothing that was acknowledged is lost or there twice', async () => {
  const other = await openWindow(first);
  const numbers = Array.from({ length: writes }, (_none, at) => at);
  const before = await stored(first);
  const fileOf = (at: number) => ({ name: `care-${at}.md`, text: `# Care ${at}\n\nHow number ${at} is cared for.` });
  await Promise.all([
    ...numbers.map((at) => callEngine(first.own, 'importFile', fileOf(at))),
    ...numbers.map((at) => callEngine(other, 'recordChoice', choice(`window-${at}`))),
    ...numbers.map((at) => callEngine(other, 'savePlaybook', { id: `playbook:${at}`, text: `Plan ${at}\n1. Go` })),
    ...playbooks.map(({ text }, at) => callEngine(first.own, 'savePlaybook', { id: `playbook:own-${at}`, text })),
  ]);
  const after = await stored(first);
  expect(after.choices).toBe(before.choices + writes);
  expect(after.titles.length).toBe(before.titles.length + writes + playbooks.length);
  const { knowledge } = await callEngine(other, 'state');
  const files = knowledge.sources.filter(({ source }) => source.startsWith('file:care-'));
  expect(files.map(({ articles, job }) => [articles, job?.status])).toEqual(numbers.map(() => [1, 'done']));
  for (const at of numbers) {
    const hits = await callEngine(other, 'search', { text: `"How number ${at} is cared for"`, limit: 2 });
    expect(hits[0]?.title).toBe(`Care ${at}`);
  }
  await callEngine(first.own, 'verifyAudit', { action: 'start' });
  await expect
    .poll(async () => (await callEngine(first.own, 'verifyAudit', { action: 'look' })).verdict)
    .toMatchObject({ firstBroken: null });
  const log = await callEngine(other, 'readAudit', { filter: { kind: 'dismissed' }, offset: 0, limit: 200 });
  // One of them by the first test.
  expect(log.total).toBe(writes + 1);
});
