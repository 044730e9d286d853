import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'esbuild';
import { articles, macros } from '../desks/fernway/index.ts';
import type { FernwayArticle, FernwayMacro } from '../desks/fernway/types.ts';
import type * as Canary from '../hostile/content/canary.ts';
import { writeHostileFiles } from '../hostile/content/files.ts';
import { readInjections } from '../hostile/content/injection-run.ts';
import { type Payload, readPayloads } from '../hostile/content/payload.ts';
import { openOwnPage } from './pages-support.ts';
import {
  arrive,
  bareDraft,
  clearEditor,
  draft,
  draftText,
  editors,
  importKnowledge,
  settled,
  sleepingBattery,
  startDeskBrowser,
} from './support.ts';

test.describe.configure({ mode: 'serial' });

const all = readPayloads(readFileSync('tests/fixtures/hostile/payloads.jsonl', 'utf8'));
/** The first two of each category: all of them go through the ways in and out by `npm run prove:content`. */
const payloads = all.filter(
  ({ category }, at) => all.slice(0, at).filter((one) => one.category === category).length < 2,
);
const ticketId = 101;

const battery = macros.find(({ text }) => text.includes('battery')) as FernwayMacro;
const isOfBattery = ({ title, html }: { title: string; html: string }) => /battery/i.test(title + html);
/** A help centre and macros of the helpdesk that hold payloads: few, since all are read before there are drafts. */
const some = payloads.filter((_one, at) => at % 4 === 0);
const hostileArticles = some.map(
  ({ id, text }): FernwayArticle => ({
    ...(articles[0] as FernwayArticle),
    id: 900_000 + id,
    title: `Sleeping battery ${id} ${text}`,
    labels: [text],
    section: text,
    html: `<p>The light on the charger stays green, and the battery shows none: ${id}.</p>${text}`,
  }),
);
const hostileMacros = some.map(
  ({ id, text }): FernwayMacro => ({
    ...battery,
    id: 900_000 + id,
    title: `Battery::${text}`,
    html: `<p>A battery that has not been charged since November ${id} goes to sleep.</p>${text}`,
    text: `A battery that has not been charged since November ${id} goes to sleep. ${text}`,
    tags: [text],
  }),
);

const desks = startDeskBrowser({
  // Open: what gets into the page of the helpdesk runs.
  desks: {
    isOpen: true,
    articles: [...articles.filter(isOfBattery), ...hostileArticles],
    macros: [...macros.filter(isOfBattery), ...hostileMacros],
  },
});

/** What payloads did, in any page of the browser. */
const seen: string[] = [];
let page: Page;
let library: Page;

test.beforeAll(async () => {
  const { context } = desks();
  const bundled = await build({
    entryPoints: ['tests/hostile/content/canary.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'hostile',
  });
  await context.exposeFunction('seeCanary', (id: unknown) => void seen.push(`payload ${id} ran`));
  const code = bundled.outputFiles[0]?.text ?? '';
  await context.addInitScript({ content: `${code}\nglobalThis.hostile = hostile; globalThis.canary = seeCanary;` });
  const own = [new URL(desks().desks.hosts.zendesk).host, desks().extensionId];
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(https?|wss?):/.test(protocol) && !own.includes(host)) seen.push(`asked ${request.url()}`);
  });
  context.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page = await desks().openTicket('zendesk', ticketId);
  library = await openOwnPage(desks(), 'library');
});

type World = { hostile: typeof Canary };

/** Fails where something of a payload is in the panel, in the composer or in the library, or did anything. */
async function expectClean(where: string): Promise<void> {
  const foreign = await page.evaluate((editor) => {
    const { listForeign } = (window as unknown as World).hostile;
    const panel = document.querySelector('deskside-panel')?.shadowRoot;
    return panel ? [...listForeign(panel), ...listForeign(document.querySelector(editor) ?? panel)] : ['no panel'];
  }, editors.zendesk);
  const inLibrary = await library.evaluate(() =>
    (window as unknown as World).hostile.listForeign(document.querySelector('#root, main') ?? document.body),
  );
  expect([...foreign, ...inLibrary, ...seen], where).toEqual([]);
  expect([new URL(page.url()).pathname, new URL(library.url()).pathname]).toEqual([
    `/agent/tickets/${ticketId}`,
    '/library.html',
  ]);
  expect(desks().context.pages().length, 'pages that opened').toBe(openPages);
}

let openPages = 0;

/** Inserts the draft as agents do and answers what the composer then holds. */
async function insertDraft(): Promise<string> {
  const editor = page.locator(editors.zendesk);
  await page.bringToFront();
  await clearEditor(page, editor);
  const said = await bareDraft(page);
  await page.keyboard.press('Alt+Shift+KeyI');
  await expect.poll(async () => (await editor.textContent())?.replace(/\s/g, '').length).toBeGreaterThan(20);
  return said;
}

test('what would tell of a payload does', async () => {
  openPages = desks().context.pages().length;
  await page.bringToFront();
  const planted = await page.evaluate(async () => {
    const place = document.createElement('div');
    place.innerHTML = '<img src=x onerror=canary(7)><a href="javascript:canary(8)">a</a>';
    document.body.append(place);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const found = (window as unknown as World).hostile.listForeign(place);
    place.remove();
    return found;
  });
  expect(planted).toEqual(['IMG', 'IMG onerror', 'link javascript:']);
  expect(seen).toEqual(['payload 7 ran']);
  seen.length = 0;
});

test('articles and macros of the helpdesk full of payloads are imported, shown, found and inserted clean', async () => {
  await importKnowledge(page);
  await arrive(desks(), page, ticketId, sleepingBattery);
  await expect(draft(page)).toBeVisible({ timeout: 20_000 });
  await expectClean('a draft over hostile knowledge');
  expect(await insertDraft()).not.toBe('');
  await expectClean('after the insertion');
  await clearEditor(page, page.locator(editors.zendesk));
});

test('instructions in the customer’s message change nothing of the draft', async () => {
  const orders = readInjections().filter(({ language }) => language === 'en');
  const told = orders.filter((one, at) => orders.findIndex(({ category }) => category === one.category) === at);
  expect(told.length).toBeGreaterThan(5);
  let drafts = 0;
  for (const { turns, demands, id } of told) {
    await arrive(desks(), page, ticketId, `${sleepingBattery}\n${turns.at(-1)?.text}`);
    if (!(await draft(page).isVisible())) continue;
    drafts += 1;
    const said = (await draftText(page)).toLowerCase();
    expect(
      demands.filter((demand) => said.includes(demand.toLowerCase())),
      id,
    ).toEqual([]);
  }
  expect(drafts).toBeGreaterThan(told.length / 2);
  await expectClean('after instructions');
});

test('files full of payloads come in by the library and are listed, opened and found as text', async () => {
  await library.bringToFront();
  await library.goto(`${library.url().split('#')[0]}#sources`);
  const files = writeHostileFiles(payloads).map(({ name, bytes }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));
  await library.locator('input[type="file"]').first().setInputFiles(files);
  const report = library.getByRole('list', { name: 'Imported files' });
  await expect(report.getByRole('listitem').filter({ has: library.locator('strong') })).toHaveCount(files.length, {
    timeout: 40_000,
  });
  await expectClean('the report of the files');
  for (const tab of ['Articles', 'Macros', 'Playbooks']) {
    await library.getByRole('tab', { name: tab, exact: true }).click();
    const rows = library.getByRole('tabpanel', { name: tab }).getByRole('listitem').getByRole('button');
    await expect(rows.first()).toBeVisible();
    await rows.first().click();
    await expectClean(`the tab ${tab}`);
  }
  await library.getByRole('tab', { name: 'Search', exact: true }).click();
  await library.getByRole('searchbox').fill('sleeping battery charger green');
  await expect(
    library
      .getByRole('tabpanel', { name: 'Search' })
      .getByText(/battery/i)
      .first(),
  ).toBeVisible();
  await expectClean('the search');
  await page.bringToFront();
  await arrive(desks(), page, ticketId, `${sleepingBattery} Still green!`);
  await expectClean('suggestions over all of it');
});

test('messages full of payloads are read, shown and answered as text', async () => {
  expect(new Set(payloads.map(({ category }) => category)).size).toBeGreaterThanOrEqual(16);
  await settled(page, ticketId);
  for (let at = 0; at < payloads.length; at += 11) {
    const text = payloads.slice(at, at + 11).map((one: Payload) => one.text);
    await arrive(desks(), page, ticketId, `${text.join('\n')}\n${sleepingBattery}`);
    await settled(page, ticketId);
    await expectClean(`payloads from ${at} on, in a message`);
  }
});
