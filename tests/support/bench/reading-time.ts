import type { BrowserContext, CDPSession } from '@playwright/test';
import { build } from 'esbuild';
import { summary } from './statistics.ts';

/** Code that runs in the page: draws a long ticket of each helpdesk and times the product's reader over it. */
const script = `
import { zendeskPage, messageHtml } from './lib/helpdesk/zendesk/fixture.ts';
import { createZendeskReader } from './lib/helpdesk/zendesk/read.ts';
import { freshdeskPage, itemHtml } from './lib/helpdesk/freshdesk/fixture.ts';
import { createFreshdeskReader } from './lib/helpdesk/freshdesk/read.ts';
import { createCaretMemory } from './lib/helpdesk/editor.ts';
import { mergeHistory } from './lib/helpdesk/merge-history.ts';
const words = 'the battery of my bike went dead on the way home and the charger shows red can you send another one before friday please'.split(' ');
const sentence = (seed, n) => Array.from({ length: n }, (_, i) => words[(seed * 31 + i * 7) % words.length]).join(' ');
const html = (i) => '<div dir="ltr"><p>Hello ' + i + ',</p><p>' + sentence(i, 40) + ' <b>' + sentence(i + 1, 5) + '</b></p><ul><li>' + sentence(i, 8) + '</li><li>' + sentence(i + 3, 8) + '</li></ul></div>' +
  (i % 3 ? '' : '<div class="gmail_quote">On 2 Nov 2026 Kim wrote:<blockquote>' + sentence(i, 60) + '</blockquote></div>');
const at = (i) => new Date(Date.UTC(2026, 0, 1) + i * 60000).toISOString();
const desks = {
  zendesk: (size) => {
    const message = (i) => ({ type: i % 2 ? 'agent' : 'end-user', name: i % 2 ? 'Kim Lee' : 'Ana Ruiz', at: at(i), html: html(i) });
    document.body.setHTMLUnsafe(zendeskPage([{ id: '12', messages: Array.from({ length: size }, (_, i) => message(i)) }]));
    const log = document.querySelector('[data-test-id="omni-log-container"]');
    const add = (i) => { log.insertAdjacentHTML('beforeend', messageHtml(message(i))); return [log]; };
    return { reader: createZendeskReader(() => '/agent/tickets/12'), add };
  },
  freshdesk: (size) => {
    const item = (i) => ({ id: String(1000 + i), kind: i % 2 ? 'agent' : 'customer', name: i % 2 ? 'Kim Lee' : 'Ana Ruiz', html: html(i) });
    document.title = '[#12] Battery : Fernway';
    document.body.setHTMLUnsafe(freshdeskPage({ id: '12', description: { name: 'Ana Ruiz', html: html(0) }, items: Array.from({ length: size - 1 }, (_, i) => item(i + 1)) }));
    const place = document.querySelector('[data-place="editor"]');
    const add = (i) => { place.insertAdjacentHTML('beforebegin', itemHtml(item(i))); return [place.parentElement]; };
    return { reader: createFreshdeskReader(createCaretMemory(), () => '/a/tickets/12'), add };
  },
};
const time = (work) => { const start = performance.now(); work(); return performance.now() - start; };
function readAll(reader) {
  let reading, longestMs = 0;
  const ms = time(() => { do { const step = time(() => { reader.scopes(); reading = reader.read(); }); longestMs = Math.max(longestMs, step); } while (reading.kind === 'unfinished'); });
  if (reading.kind !== 'ticket') throw new Error('read ' + JSON.stringify(reading));
  return { ms, longestMs, messages: reading.ticket.messages };
}
let open;
self.openTicket = (desk, size) => { open = desks[desk](size); readAll(open.reader); };
self.readWhole = (rounds) => { for (let round = 0; round < rounds; round += 1) { open.reader.forget(); readAll(open.reader); } };
self.measureReading = (size, rounds) => {
  const { reader, add } = open;
  const wholeMs = [], frameMs = [], oneMs = [], sameMs = [], mergeMs = [];
  let history;
  for (let round = 0; round < rounds; round += 1) {
    reader.forget();
    const whole = readAll(reader);
    if (whole.messages.length !== size + round) throw new Error('read ' + whole.messages.length + ' of ' + (size + round));
    wholeMs.push(whole.ms);
    frameMs.push(whole.longestMs);
    reader.forget(add(size + round));
    const one = readAll(reader);
    if (one.messages.length !== size + round + 1) throw new Error('the new message was not read');
    oneMs.push(one.ms);
    sameMs.push(readAll(reader).ms);
    history ??= one.messages.map((message) => ({ ...message, id: 'api-' + message.id }));
    mergeMs.push(time(() => mergeHistory(one.messages, history, 'page')));
  }
  return { wholeMs, frameMs, oneMs, sameMs, mergeMs };
};`;

type Times = Record<'wholeMs' | 'frameMs' | 'oneMs' | 'sameMs' | 'mergeMs', number[]>;

type InPage = {
  openTicket(desk: string, size: number): void;
  readWhole(rounds: number): void;
  measureReading(size: number, rounds: number): Times;
};

/** Seconds that the page's main thread was given by a processor since it started. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const time = metrics.find(({ name }) => name === 'ThreadTime')?.value;
  if (time === undefined) throw new Error('this browser does not tell the time of threads');
  return time;
}

/** Milliseconds of a processor and of the clock that `work` takes. */
async function timed(session: CDPSession, work: () => Promise<unknown>) {
  const [start, clock] = [await threadTime(session), performance.now()];
  await work();
  return { processorMs: ((await threadTime(session)) - start) * 1000, clockMs: performance.now() - clock };
}

/**
 * Times the product's reader over long tickets in Chromium, milliseconds: the whole ticket at first sight (over all
 * frames it takes, and its longest frame), one new message, nothing new, and the merge with as long a history.
 * `growth`: the time of one more message in the long ticket over that in a tenth of it; 1 would be free of its length.
 * `wholeProcessorMs`: a reading of the whole ticket on average, without the time in which others had the processor;
 * `timesHeldUp`: how much longer the clock ran meanwhile. About 1 on a machine that does nothing else; far above it, the
 * other figures say more of the machine than of the reader.
 */
export async function measureReading(context: BrowserContext, size: number, rounds = 20) {
  const bundle = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
    target: 'chrome130',
  });
  const page = await context.newPage();
  await page.goto('about:blank');
  await page.evaluate(bundle.outputFiles[0]?.text ?? '');
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const open = (desk: string, messages: number) =>
    page.evaluate(
      ([name, count]) => (self as unknown as InPage).openTicket(String(name), Number(count)),
      [desk, messages],
    );
  const measure = (messages: number) =>
    page.evaluate(
      ([count, repeats]) => (self as unknown as InPage).measureReading(Number(count), Number(repeats)),
      [messages, rounds],
    );
  const results: Record<string, unknown> = {};
  for (const desk of ['zendesk', 'freshdesk']) {
    const shortSize = Math.round(size / 10);
    await open(desk, shortSize);
    const short = summary((await measure(shortSize)).oneMs);
    await open(desk, size);
    const whole = await timed(session, () =>
      page.evaluate((repeats) => (self as unknown as InPage).readWhole(repeats), rounds),
    );
    const times = await measure(size);
    const one = summary(times.oneMs);
    const round = (value: number) => Math.round(value * 10) / 10;
    results[desk] = {
      messages: size,
      whole: summary(times.wholeMs),
      wholeProcessorMs: round(whole.processorMs / rounds),
      timesHeldUp: round(whole.clockMs / whole.processorMs),
      longestFrame: summary(times.frameMs),
      oneMore: one,
      nothingNew: summary(times.sameMs),
      mergeWithHistory: summary(times.mergeMs),
      growth: round(one.p50 / short.p50),
    };
  }
  await page.close();
  return results;
}
