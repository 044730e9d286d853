import { expect, type Page, test } from '@playwright/test';
import { articles, macros } from '../desks/fernway/index.ts';
import type { LoggedRequest } from '../desks/state.ts';
import { callEngine, openExtensionPage } from '../support/engine-call.ts';
import { root, settled, startDeskBrowser } from './support.ts';

/** As many pages as Fernway has, of short texts: what is looked at here are the requests, and each passage takes a forward pass. */
const opening = (html: string) => html.slice(0, html.indexOf('</p>') + '</p>'.length);
const desks = startDeskBrowser({
  desks: {
    articles: articles.map((article) => ({ ...article, html: opening(article.html) })),
    delays: { api: 300 },
  },
});
let page: Page;
let extensionPage: Page;

const published = articles.filter(({ draft }) => !draft).length;
const active = macros.filter(({ active: isActive }) => isActive).length;

test.beforeAll(async () => {
  extensionPage = await openExtensionPage(desks());
  page = await desks().openTicket('zendesk', 101);
});

test.beforeEach(async () => {
  await callEngine(extensionPage, 'deleteAll');
  await page.bringToFront();
  await page.goto(`${desks().desks.hosts.zendesk}/agent/tickets/101`);
  await settled(page, 101);
  desks().desks.state.log.length = 0;
});

/** What the import has asked for: each page of articles and macros. */
function asked(): LoggedRequest[] {
  return desks().desks.state.log.filter(({ path }) => /^\/api\/v2\/(help_center\/articles|macros\/active)/.test(path));
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const progress = () => page.getByRole('progressbar', { name: 'Importing knowledge' });

/** Waits for the end of the import, and that everything is there once. */
async function expectComplete(wanted = { articles: published, macros: active }): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your knowledge is in' })).toBeVisible({ timeout: 40_000 });
  const { knowledge } = await callEngine(extensionPage, 'state');
  expect(knowledge).toMatchObject(wanted);
}

/** Every page that was answered, which must be each page once. */
function expectEachPageOnce(): void {
  const read = asked().flatMap(({ path, status }) => (status === 200 ? [path] : []));
  expect(read.length).toBeGreaterThan(3);
  expect(new Set(read).size).toBe(read.length);
}

test('shows how far it is, page by page, to the end', async () => {
  await press('Import articles and macros');
  await expect(progress()).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* (of \d+ )?read$/)).toBeVisible();
  await expectComplete();
  expectEachPageOnce();
});

test('waits as long as a 429 asks, also at the start, and goes on to the end', async () => {
  const { state } = desks().desks;
  state.plant({ path: '/api/v2/help_center/articles', status: 429, retryAfter: 2 });
  state.plant({ path: '/api/v2/macros/active', status: 429, retryAfter: 1 });
  await press('Import articles and macros');
  await expectComplete();
  expectEachPageOnce();
  const all = asked();
  const waits = all.flatMap(({ at, status }, index) =>
    status === 429 ? [Date.parse(all[index + 1]?.at ?? '') - Date.parse(at)] : [],
  );
  expect(waits).toHaveLength(2);
  expect(waits[0]).toBeGreaterThanOrEqual(1_950);
  expect(waits[1]).toBeGreaterThanOrEqual(950);
});

test('is put off, with the time, when a 429 asks for a long wait', async () => {
  desks().desks.state.plant({ path: '/api/v2/macros/active', status: 429, retryAfter: 3_600 });
  await press('Import articles and macros');
  await expect(
    page.getByText(/Stopped after \d+ items\. Those are kept\..*Try again in 3,?[56]\d\d seconds/),
  ).toBeVisible({
    timeout: 20_000,
  });
  await expect(page.getByRole('button', { name: 'Resume import' })).toBeDisabled();
  expect((await callEngine(extensionPage, 'state')).knowledge.articles).toBe(published);
});

for (const [status, words] of [
  [401, 'The helpdesk asks to sign in again.'],
  [403, 'The helpdesk does not allow this agent to read it.'],
  [500, 'The helpdesk answered with status 500.'],
] as const) {
  test(`says why a ${status} stopped it, keeps what is there, and goes on from there`, async () => {
    desks().desks.state.plant({ path: '/api/v2/macros/active', status });
    await press('Import articles and macros');
    await expect(page.getByText(`The import stopped. ${words}`)).toBeVisible({ timeout: 20_000 });
    expect((await callEngine(extensionPage, 'state')).knowledge).toMatchObject({ articles: published, macros: 0 });
    await press('Try again');
    await expectComplete();
    expectEachPageOnce();
  });
}

test('goes on with macros where articles are forbidden, and says so', async () => {
  desks().desks.state.plant({ path: '/api/v2/help_center/articles', status: 403 });
  await press('Import articles and macros');
  await expectComplete({ articles: 0, macros: active });
  await expect(page.getByText('The helpdesk does not allow this agent to read it.')).toBeVisible();
});

test('is cancelled and resumed where it stopped', async () => {
  await press('Import articles and macros');
  await expect.poll(() => asked().length, { intervals: [20], timeout: 20_000 }).toBeGreaterThan(1);
  await press('Cancel');
  // Once for screen readers, once in the card.
  await expect(page.getByText(/Stopped after \d+ items?\. Those are kept\./).last()).toBeVisible();
  const before = asked().length;
  await page.waitForTimeout(1_000);
  expect(asked().length, 'nothing is read after a cancel').toBeLessThanOrEqual(before + 1);
  await press('Resume import');
  await expectComplete();
  // The page that was under way when it was cancelled may be asked for again; those that were kept are not.
  const paths = asked().map(({ path }) => path);
  expect(paths.length - new Set(paths).size).toBeLessThanOrEqual(1);
  expect(paths.filter((path) => path === paths[0])).toHaveLength(1);
});

test('goes on after the tab was reloaded in the middle', async () => {
  await press('Import articles and macros');
  await expect.poll(() => asked().length, { intervals: [20], timeout: 20_000 }).toBeGreaterThan(2);
  await page.reload();
  await settled(page, 101);
  await press('Resume import');
  await expectComplete();
  const paths = asked().map(({ path }) => path);
  expect(paths.filter((path) => path === paths[0])).toHaveLength(1);
});

test('is not lost when the engine is closed in the middle', async () => {
  await press('Import articles and macros');
  await expect.poll(() => asked().length, { intervals: [20], timeout: 20_000 }).toBeGreaterThan(1);
  await (await desks().background()).evaluate(() => chrome.offscreen.closeDocument());
  await expectComplete();
  await expect(root(page)).toHaveAttribute('data-state', 'ticket');
});
