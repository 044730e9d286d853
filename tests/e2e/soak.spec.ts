import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { type DeskBrowser, launchDesks } from '../support/browser.ts';
import { openExtensionPage } from '../support/engine-call.ts';
import { type EngineProbe, probeEngine } from '../support/engine-faults.ts';
import { shownFor } from './chaos-support.ts';
import { megabytes, printTable } from './life-support.ts';
import { cloneTickets, messageOf } from './long-day.ts';
import { importKnowledge } from './support.ts';

/** `npm run soak -- --tickets 500 --messages 5000` asks for the long day; `npm test` has a short one. */
const isLong = process.env.DESKSIDE_SOAK !== undefined;
const [tickets = 20, messages = 80] = (process.env.DESKSIDE_SOAK ?? '20,80').split(',').map(Number);
/** From here on nothing may grow: what is remembered of earlier texts is full by then. */
const warm = isLong ? Math.min(100, Math.floor(tickets / 5)) : 8;
const every = isLong ? Math.max(1, Math.floor((tickets - warm) / 4)) : tickets;
const perTicket = Math.round(messages / tickets);
const firstId = 3001;
/** How much the memory may grow from ticket `warm` to the last. */
const mostGrowth = 0.05;
const unloadAfterMs = 3_000;

/** Bytes in use after garbage collection: JS heap with what the browser keeps for it, and buffers. */
type Heaps = Record<string, number>;
type Usage = { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number };

let desks: DeskBrowser;
let page: Page;
let probe: EngineProbe;
const figures: Record<string, number | string> = {};
let read = 0;

test.describe.configure({ mode: 'serial', retries: 0, timeout: isLong ? 7_200_000 : 150_000 });
test.beforeAll(async () => {
  test.setTimeout(400_000);
  desks = await launchDesks({ desks: { tickets: cloneTickets(firstId, tickets) } });
  page = await desks.openTicket('zendesk', firstId, `?mounted=${firstId}`);
  const count = desks.desks.state.ticket(firstId)?.messages.length ?? 0;
  expect(await shownFor(page, firstId, count, 120_000), 'the first suggestion').not.toBeNull();
  await importKnowledge(page);
  probe = await probeEngine(desks);
});
test.afterAll(() => desks?.close());

async function usedBy(send: (method: string) => Promise<unknown>): Promise<number> {
  for (let round = 0; round < 3; round += 1) await send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = (await send('Runtime.getHeapUsage')) as Usage;
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

const tabOf = (client: CDPSession) => usedBy((method) => client.send(method as 'Runtime.getHeapUsage'));

async function readHeaps(client: CDPSession): Promise<Heaps> {
  const heaps: Heaps = { tab: await tabOf(client), 'engine page': await usedBy(probe.send) };
  for (const [file, send] of probe.workers()) heaps[file.replace('.js', '').replace('-', ' ')] = await usedBy(send);
  return heaps;
}

/** Shows a ticket in place of the one before, as an agent does who closes its tab. */
async function openNext(at: Page, id: number): Promise<void> {
  await at.evaluate((ticket) => {
    history.pushState({}, '', `/agent/tickets/${ticket}${location.search}`);
    dispatchEvent(new PopStateEvent('popstate'));
    for (const tab of document.querySelectorAll<HTMLElement>('[data-test-id="header-tab"]'))
      if (tab.dataset.entityId !== String(ticket)) tab.querySelector<HTMLElement>('button')?.click();
  }, id);
  await at.locator(`.active [data-ticket-id="${id}"] [contenteditable="true"]`).waitFor({ timeout: 20_000 });
}

/** Works through one ticket: the customer and the agent write until it has its messages, each turn is waited for. */
async function work(at: Page, { state }: DeskBrowser['desks'], id: number, isWatched: boolean): Promise<void> {
  const ticket = state.ticket(id);
  if (!ticket) throw new Error(`There is no ticket ${id}.`);
  await openNext(at, id);
  if (isWatched) expect(await shownFor(at, id, ticket.messages.length), `ticket ${id}`).not.toBeNull();
  while (ticket.messages.length < perTicket) {
    const isLast = ticket.messages.length + 1 === perTicket;
    if (!isLast) state.arrive(id, messageOf(id, ticket.messages.length), 'agent');
    const text = messageOf(id, ticket.messages.length);
    state.arrive(id, text);
    if (isWatched) expect(await shownFor(at, id, ticket.messages.length), `ticket ${id}`).not.toBeNull();
    else await at.locator('.active').getByText(text.slice(-25)).last().waitFor({ timeout: 20_000 });
  }
  if (isWatched && id % 4 === 0) await at.keyboard.press('Alt+Shift+KeyI');
  read += ticket.messages.length;
}

/** Works through all tickets; answers what `look` found after the tickets that count. */
async function day<T>(look: (done: number) => Promise<T>, one: (id: number) => Promise<void>): Promise<Map<number, T>> {
  const seen = new Map<number, T>();
  for (let done = 1; done <= tickets; done += 1) {
    await one(firstId + done - 1);
    if (done === warm || done === tickets || (done > warm && (done - warm) % every === 0))
      seen.set(done, await look(done));
  }
  return seen;
}

/** What the page itself keeps of the same day: bytes at each mark, in a browser without the extension. */
async function bareDay(): Promise<Map<number, number>> {
  const bare = await launchDesks({ isWithoutExtension: true, desks: { tickets: cloneTickets(firstId, tickets) } });
  try {
    const alone = await bare.context.newPage();
    await alone.goto(`${bare.desks.hosts.zendesk}/agent/tickets/${firstId}?mounted=${firstId}`);
    const client = await alone.context().newCDPSession(alone);
    return await day(
      () => tabOf(client),
      (id) => work(alone, bare.desks, id, false),
    );
  } finally {
    await bare.close();
  }
}

test(`${tickets} tickets and ${messages} messages: memory is what it was after ${warm}`, async () => {
  const client = await page.context().newCDPSession(page);
  const start = Date.now();
  const marks = await day(
    async (done) => {
      const heaps = await readHeaps(client);
      const minutes = ((Date.now() - start) / 60_000).toFixed(1);
      const parts = Object.entries(heaps).map(([name, bytes]) => [name, megabytes(bytes), ''] as const);
      printTable(
        `after ${done} tickets, ${read} messages, ${minutes} min, load ${(loadavg()[0] ?? 0).toFixed(1)}:`,
        parts,
      );
      return heaps;
    },
    (id) => work(page, desks.desks, id, true),
  );
  const messagesRead = read;
  const alone = await bareDay();
  const [before, after] = [marks.get(warm) ?? {}, marks.get(tickets) ?? {}];
  const pageGrew = (alone.get(tickets) ?? 0) - (alone.get(warm) ?? 0);
  const grown: Heaps = {};
  for (const [name, bytes] of Object.entries(after))
    grown[name] = bytes - (before[name] ?? bytes) - (name === 'tab' ? pageGrew : 0);
  const sum = (heaps: Heaps) => Object.values(heaps).reduce((total, bytes) => total + bytes, 0);
  const share = (bytes: number, of: number) => `${((100 * bytes) / of).toFixed(1)} %`;
  const total = sum(grown) / sum(before);
  printTable(`growth from ticket ${warm} to ${tickets}, beyond that of the page alone (${megabytes(pageGrew)}):`, [
    ...Object.entries(grown).map(
      ([name, bytes]) =>
        [
          name,
          share(bytes, before[name] ?? 1),
          `${megabytes(before[name] ?? 0)} → ${megabytes(after[name] ?? 0)}`,
        ] as const,
    ),
    ['all', share(sum(grown), sum(before)), `≤ ${100 * mostGrowth} %`],
  ]);
  figures.tickets = tickets;
  figures['messages read'] = messagesRead;
  for (const [name, bytes] of Object.entries(before)) {
    figures[`${name} after ticket ${warm}, MB`] = Number((bytes / 1e6).toFixed(2));
    figures[`${name}: growth to the last, %`] = Number(((100 * (grown[name] ?? 0)) / bytes).toFixed(1));
  }
  figures['growth of all, %'] = Number((100 * total).toFixed(1));
  writeFigures();
  expect(messagesRead).toBeGreaterThanOrEqual(messages * 0.9);
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['tab', 'engine page', 'model worker', 'knowledge worker']),
  );
  expect(total).toBeLessThanOrEqual(mostGrowth);
});

/** Resident memory of the browser's renderers, bytes; of Linux only. */
async function residentBytes(): Promise<number> {
  const session = await desks.context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  return processInfo
    .filter(({ type, id }) => type === 'renderer' && readdirSync('/proc').includes(String(id)))
    .reduce((sum, { id }) => sum + 4096 * Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]), 0);
}

test('the model is freed within 5 s after the set time without work, and comes back with the next message', async () => {
  const own = await openExtensionPage(desks);
  await own.evaluate(
    (minutes) => chrome.storage.local.set({ 'settings.unloadAfterMinutes': minutes }),
    unloadAfterMs / 60_000,
  );
  // Every call to the engine passes by here, as by the background.
  await own.evaluate(() => {
    chrome.runtime.onMessage.addListener((call: { type?: string; timestamp: number; data?: { method: string } }) => {
      if (call.type !== 'callEngine' || call.data?.method === 'state') return;
      Object.assign(window, { lastWorkAt: call.timestamp });
    });
  });
  await page.bringToFront();
  const id = firstId + tickets - 1;
  const { state } = desks.desks;
  const arrive = async (text: string) => {
    state.arrive(id, text);
    return shownFor(page, id, state.ticket(id)?.messages.length ?? 0);
  };
  expect(await arrive('Is there any news about my battery?')).not.toBeNull();
  const models = () => [...probe.workers().keys()].filter((file) => file.startsWith('model-worker'));
  expect(models().length).toBeGreaterThan(0);
  const before = await residentBytes();
  await expect.poll(models, { timeout: 30_000, intervals: [20] }).toEqual([]);
  const goneAt = Date.now();
  const ms = goneAt - (await own.evaluate(() => (window as unknown as { lastWorkAt: number }).lastWorkAt));
  await page.waitForTimeout(500);
  const freed = before - (await residentBytes());
  const again = performance.now();
  expect(await arrive('Hello? Is anybody there?')).not.toBeNull();
  const backMs = performance.now() - again;
  printTable(`idle unload, set to ${unloadAfterMs} ms:`, [
    ['model gone after the last message was read, ms', Math.round(ms), `≤ ${unloadAfterMs + 5_000}`],
    ['memory of the renderers given back', megabytes(freed), '> 0'],
    ['next suggestion, model started anew, ms', Math.round(backMs), ''],
  ]);
  figures['model freed after the set time, s'] = Number(Math.max(0, (ms - unloadAfterMs) / 1000).toFixed(1));
  figures['memory given back by it, MB'] = Math.round(freed / 1e6);
  writeFigures();
  expect(ms).toBeGreaterThan(unloadAfterMs - 500);
  expect(ms).toBeLessThanOrEqual(unloadAfterMs + 5_000);
  expect(freed).toBeGreaterThan(0);
});

function writeFigures(): void {
  figures['load of the machine at the end'] = `${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores`;
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/soak.json', JSON.stringify({ figures }, null, 2));
}
