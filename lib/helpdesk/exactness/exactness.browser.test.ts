import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Helpdesk, PageState } from '../../core/helpdesk';
import { type Message, openTurn, type Ticket, toTurns } from '../../core/ticket';
import { measuredAdapters } from './adapters';
import { type AdapterScore, compareMessages, compareTicket, exactnessTable, leakedNotes, shareOf } from './compare';
import { type ExpectedMessage, type FixturePage, pairFixtures } from './fixture';
import { openRecordedPage } from './open-page';
import { serveRecorded } from './recorded-api';

const fixtures = pairFixtures(
  import.meta.glob<string>('../**/fixtures/*.html', { query: '?raw', import: 'default', eager: true }),
  import.meta.glob<unknown>('../**/fixtures/*.json', { import: 'default', eager: true }),
);
/** The share of messages that must be right in every field. */
const wantedShare = 0.99;
/** As long as a ticket may take to draw before its layout counts as broken, and a little more. */
const graceMs = 10_100;

const realTimeout = globalThis.setTimeout;
const home = location.pathname + location.search;
const scores: AdapterScore[] = [];
let leaving = new AbortController();

afterEach(() => {
  leaving.abort();
  leaving = new AbortController();
  vi.useRealTimers();
  openRecordedPage('', location.origin + home);
});

afterAll(() => console.log(`\n${exactnessTable(scores)}\n`));

type Opened = { states: PageState[]; helpdesk: Helpdesk; asked: { method: string; path: string }[] };

function open({ html, expected, adapter }: FixturePage): Opened {
  const measured = measuredAdapters.find(({ id }) => id === adapter);
  if (!measured) throw new Error(`no adapter ${adapter} in adapters.ts`);
  openRecordedPage(html, expected.address);
  const { client, send, asked } = serveRecorded(expected.api);
  const { description } = expected;
  const helpdesk = measured.create({ client, send, address: new URL(expected.address), description });
  const states: PageState[] = [];
  helpdesk.watch((state) => states.push(state), { signal: leaving.signal });
  return { states, helpdesk, asked };
}

function lastTicket(states: readonly PageState[]): Ticket | undefined {
  const last = states.at(-1);
  return last?.state === 'ticket' ? last.ticket : undefined;
}

/** Notes stay notes, and nothing that goes to the customer or is answered holds one. */
function expectNotesKept(expected: readonly ExpectedMessage[], messages: readonly Message[]): void {
  expect(leakedNotes(expected, messages)).toEqual([]);
  const said = [...toTurns(messages).map(({ text }) => text), openTurn(messages)?.text ?? ''];
  const notes = messages.filter(({ role }) => role === 'note').map(({ text }) => text);
  const open = messages.filter(({ role }) => role !== 'note').map(({ text }) => text);
  const only = notes.filter((note) => !open.some((text) => text.includes(note)));
  expect(said.filter((text) => only.some((note) => text.includes(note)))).toEqual([]);
}

function count(page: FixturePage, found: { messages: number; exact: number; differences: string[] }): void {
  const score = scores.find(({ adapter }) => adapter === page.adapter);
  if (!score) return;
  score.messages += found.messages;
  score.exact += found.exact;
  for (const line of found.differences) console.warn(`${page.adapter}/${page.name}: ${line}`);
}

/** Reads the page alone, then with its API where answers were recorded; both readings count. */
async function readTicketPage(page: FixturePage): Promise<void> {
  const { expected } = page;
  if (expected.state !== 'ticket') return;
  const { states, asked } = open(page);
  await vi.waitFor(() => expect(states[0]?.state).toBe('ticket'));
  const first = states[0]?.state === 'ticket' ? states[0].ticket : undefined;
  if (!first) throw new Error('no ticket was read');
  expectNotesKept(expected.ticket.messages, first.messages);
  count(page, compareTicket(expected.ticket, first));
  const { reconciled } = expected;
  if (!reconciled) return;
  const compare = () => compareMessages(reconciled, lastTicket(states)?.messages ?? []);
  // Where the API has nothing to add, its answer must have come before the page may be said to stand as it was.
  if (expected.isReconciledComplete === false) await new Promise((resolve) => setTimeout(resolve, 100));
  await vi.waitFor(() => expect(compare().exact).toBe(compare().messages)).catch(() => {});
  expectNotesKept(reconciled, lastTicket(states)?.messages ?? []);
  expect(lastTicket(states)?.isComplete).toBe(expected.isReconciledComplete ?? true);
  if (expected.reconciledFacts) expect(lastTicket(states)).toMatchObject(expected.reconciledFacts);
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  count(page, compare());
}

/** A ticket whose conversation only the API tells, once the time to draw it is over. */
async function readRescuedPage(page: FixturePage): Promise<void> {
  const { expected } = page;
  if (expected.state !== 'rescued') return;
  const nextTask = () => new Promise<void>((resolve) => realTimeout(resolve, 5));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const { states, helpdesk, asked } = open(page);
  expect(helpdesk.health()).toEqual(expected.missing);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(graceMs);
  for (let turn = 0; turn < 50 && !lastTicket(states); turn += 1) {
    await nextTask();
    await vi.advanceTimersByTimeAsync(50);
  }
  const ticket = lastTicket(states);
  if (!ticket) throw new Error(`no ticket from the API: ${JSON.stringify(states.at(-1))}`);
  expectNotesKept(expected.ticket.messages, ticket.messages);
  count(page, compareTicket(expected.ticket, ticket));
}

async function readOtherPage(page: FixturePage): Promise<void> {
  const { expected } = page;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const { states, helpdesk } = open(page);
  await vi.advanceTimersByTimeAsync(graceMs);
  expect(states.map(({ state }) => state)).not.toContain('ticket');
  expect(states.at(-1)).toEqual(
    expected.state === 'broken' ? { state: 'broken', missing: expected.missing } : { state: 'waiting' },
  );
  if (expected.state === 'waiting') expect(helpdesk.composer()).toBeUndefined();
}

const readers = {
  ticket: readTicketPage,
  rescued: readRescuedPage,
  waiting: readOtherPage,
  broken: readOtherPage,
} satisfies Record<FixturePage['expected']['state'], (page: FixturePage) => Promise<void>>;

describe.each(measuredAdapters)('recorded pages of $id', ({ id, atLeast }) => {
  const pages = fixtures.filter(({ adapter }) => adapter === id);

  it(`are at least ${atLeast}, each with a sentence of its own`, () => {
    expect(pages.length).toBeGreaterThanOrEqual(atLeast);
    expect(new Set(pages.map(({ expected }) => expected.says)).size).toBe(pages.length);
  });

  if (pages.length === 0) return;

  it('are read exactly, in 99 of 100 messages', { timeout: 60_000, retry: 0 }, async () => {
    scores.push({ adapter: id, pages: pages.length, messages: 0, exact: 0 });
    const wrong: string[] = [];
    for (const page of pages) {
      await readers[page.expected.state](page).catch((error: unknown) =>
        wrong.push(`${page.name}: ${error instanceof Error ? error.message : error}`),
      );
      leaving.abort();
      leaving = new AbortController();
      vi.useRealTimers();
    }
    expect(wrong).toEqual([]);
    const score = scores.find(({ adapter }) => adapter === id);
    expect(score?.messages).toBeGreaterThan(0);
    expect(shareOf(score ?? { messages: 0, exact: 0 })).toBeGreaterThanOrEqual(wantedShare);
  });
});

describe('the recorded pages', () => {
  it('belong to adapters that are measured', () => {
    const known = measuredAdapters.map(({ id }) => id);
    expect(fixtures.length).toBeGreaterThan(0);
    expect([...new Set(fixtures.map(({ adapter }) => adapter))].filter((id) => !known.includes(id))).toEqual([]);
  });
});
