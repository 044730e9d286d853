import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { expect, type Page, test } from '@playwright/test';
import { seeded } from '../../lab/random.ts';
import { dropEngine, endWorker, stopServiceWorker } from '../support/engine-faults.ts';
import { createLedger, writes } from './chaos-ledger.ts';
import { type Session, shownFor, startSession, timesInserted } from './chaos-support.ts';
import { printTable } from './life-support.ts';
import { bareDraft, clearEditor, draft, editors, sleepingBattery } from './support.ts';

/** Kills of each kind; `npm run chaos -- N` asks for N. */
const times = Number(process.env.DESKSIDE_CHAOS ?? 2);
const seed = Number(process.env.DESKSIDE_SEED ?? 20261130);
/** From the message, or from the ticket's being drawn in a new tab, to its suggestion; milliseconds. */
const limitMs = 2_000;
/** Within which everything happens: a kill falls before, into and after the answer to a message. */
const spanMs = 1_200;

const random = seeded(seed);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Strike = (session: Session) => Promise<void>;
/** `isNewPage`: the ticket is drawn anew, which brings the suggestion; else the next message does. */
const kinds: Record<string, { strike: Strike; isNewPage?: true }> = {
  'service worker': { strike: async (session) => stopServiceWorker(await session.own()) },
  'engine page': { strike: async (session) => void (await dropEngine(session.browser())) },
  'model worker': {
    strike: (session) => endWorker(session.browser(), 'model-worker.js', pick(['silently', 'by an error'])),
  },
  tab: { isNewPage: true, strike: (session) => session.reopenTab(pick(['reloaded', 'closed'])) },
  browser: { isNewPage: true, strike: (session) => session.restartBrowser(pick(['closed', 'killed'])) },
};

type Result = { ms: number[]; withStart: number[]; never: number };
const results: Record<string, Result> = {};
const loads: number[] = [];
const ledger = createLedger();
const insertions = { tried: 0, once: 0, twice: 0 };
let session: Session;

test.describe.configure({ mode: 'serial', retries: 0, timeout: 120_000 + times * 40_000 });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  session = await startSession(times * Object.keys(kinds).length);
});
test.afterAll(() => session?.close());

/** Empties the composer of what the round before put in, once more counted. */
async function tidyComposer(page: Page, probe: string): Promise<void> {
  const editor = page.locator(editors.zendesk);
  await editor.waitFor({ timeout: 20_000 });
  if (probe && (await timesInserted(page, probe)) > 1) insertions.twice += 1;
  if (((await editor.textContent()) ?? '').trim()) await clearEditor(page, editor);
}

let probe = '';

/** One kill at a random moment, amid a message, an insertion and a write; then what must be there again. */
async function round(kind: string, number: number): Promise<void> {
  const { strike, isNewPage } = kinds[kind] as (typeof kinds)[string];
  const result = results[kind] as Result;
  loads.push(loadavg()[0] ?? 0);
  await tidyComposer(session.page(), probe);
  await session.nextRound();
  const place = async () => {
    const origin = session.desks.hosts.zendesk;
    return { own: await session.own(), page: session.page(), origin, ticketId: session.ticketId() };
  };
  const here = await place();
  await shownFor(here.page, here.ticketId, session.arrive(`${sleepingBattery} (${kind} ${number})`));
  const hasDraft = await draft(here.page).isVisible();
  probe = hasDraft ? (await bareDraft(here.page)).slice(0, 30) : '';
  const killAt = random() * spanMs;
  const at = async (ms: number, act: () => unknown) => {
    await sleep(ms);
    await act();
  };
  // What the kill cuts off rejects, as it may.
  const busy = Promise.allSettled([
    // Half of the writes are hit while they are made.
    at(random() < 0.5 ? random() * killAt : killAt + random() * 100, () => ledger.write(pick(writes), here)),
    at(killAt * (0.8 + random() * 0.4), () => here.page.keyboard.press('Alt+Shift+KeyI')),
    ...(random() < 0.5 ? [at(random() * killAt, () => session.arrive('And one more thing: is it safe?'))] : []),
  ]);
  await at(killAt, () => strike(session));
  const start = performance.now();
  const messages = isNewPage ? session.count() : session.arrive(`${sleepingBattery} After ${kind} ${number}.`);
  const shown = await shownFor(session.page(), session.ticketId(), messages);
  if (shown) {
    result.ms.push(isNewPage ? shown.sinceDrawn : performance.now() - start);
    result.withStart.push(performance.now() - start);
  } else result.never += 1;
  await busy;
  await settleInsertion();
  await ledger.check(await place());
}

async function settleInsertion(): Promise<void> {
  if (!probe) return;
  insertions.tried += 1;
  const found = await timesInserted(session.page(), probe);
  if (found === 1) insertions.once += 1;
  if (found > 1) insertions.twice += 1;
}

const quantile = (values: number[], share: number) => {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN);
};
const lateOf = ({ ms, never }: Result) => ms.filter((one) => one > limitMs).length + never;

for (const kind of Object.keys(kinds)) {
  test(`${kind} killed at ${times} random moments: a suggestion again, nothing acknowledged lost, nothing twice`, async () => {
    results[kind] = { ms: [], withStart: [], never: 0 };
    for (let number = 1; number <= times; number += 1) {
      await round(kind, number);
      if (times > 5 && number % 5 === 0) report(`${kind}: ${number} of ${times}`);
    }
    report(kind);
    // The long form goes on to the other kinds, whatever it finds.
    if (times <= 5) expectSteady();
    // Where a model has to start anew, how fast the machine is decides; `faults.spec.ts` holds those one by one.
    if (times <= 5 && (kind === 'service worker' || kind === 'tab'))
      expect(quantile(results[kind]?.ms ?? [], 0.5)).toBeLessThan(limitMs);
  });
}

function expectSteady(): void {
  for (const [kind, { never }] of Object.entries(results)) expect(never, `${kind}: no suggestion at all`).toBe(0);
  expect(ledger.faults).toEqual([]);
  expect(insertions.twice).toBe(0);
}

test('the log is whole, and what was checked was there to be checked', async () => {
  await ledger.checkLog(await session.own());
  writeFigures();
  expectSteady();
  expect(ledger.acknowledged).toBeGreaterThan(times * 2);
  expect(insertions.once).toBeGreaterThan(0);
});

function report(title: string): void {
  const rows = Object.entries(results).map(([kind, result]) => {
    const { ms } = result;
    const line = `${quantile(ms, 0.5)} / ${quantile(ms, 0.95)} / ${Math.round(Math.max(...ms))} ms`;
    return [
      `${kind}, ${ms.length + result.never} kills`,
      line,
      `p50 / p95 / max; over ${limitMs} ms: ${lateOf(result)}`,
    ] as const;
  });
  printTable(`${title} (seed ${seed}, load ${(loadavg()[0] ?? 0).toFixed(1)} on ${cpus().length} cores)`, [
    ...rows,
    ['writes acknowledged, cut off', `${ledger.acknowledged}, ${ledger.cut}`, ''],
    ['faults', ledger.faults.length, ledger.faults.slice(0, 3).join('; ')],
    ['insertions tried, in once, in twice', `${insertions.tried}, ${insertions.once}, ${insertions.twice}`, ''],
  ]);
  writeFigures();
}

/** What `chaos.mjs` takes into the kept results; written as the run goes, so that one cut short is not lost. */
function writeFigures(): void {
  const figures: Record<string, number | string> = {};
  for (const [kind, result] of Object.entries(results)) {
    if (result.ms.length === 0) continue;
    figures[`${kind}: kills`] = result.ms.length + result.never;
    figures[`${kind}: suggestion again, p50, ms`] = quantile(result.ms, 0.5);
    figures[`${kind}: p95, ms`] = quantile(result.ms, 0.95);
    figures[`${kind}: longest, ms`] = Math.round(Math.max(...result.ms));
    figures[`${kind}: later than ${limitMs} ms`] = lateOf(result);
    figures[`${kind}: none within 20 s`] = result.never;
  }
  figures['acknowledged writes'] = ledger.acknowledged;
  figures['acknowledged writes lost or twice'] = ledger.faults.length;
  figures['replies inserted during kills'] = insertions.once;
  figures['replies inserted twice'] = insertions.twice;
  const mean = loads.reduce((sum, load) => sum + load, 0) / Math.max(1, loads.length);
  figures['load of the machine, mean'] = `${mean.toFixed(1)} on ${cpus().length} cores`;
  const late = Object.values(results).reduce((sum, result) => sum + lateOf(result), 0);
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/chaos.json', JSON.stringify({ figures, faults: ledger.faults, late, results }, null, 2));
}
