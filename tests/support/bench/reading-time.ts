import type { BrowserContext } from '@playwright/test';
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
self.measureReading = (desk, size, rounds) => {
  const { reader, add } = desks[desk](size);
  const wholeMs = [], frameMs = [], oneMs = [], sameMs = [], mergeMs = [];
  readAll(reader);
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

/**
 * Times the product's reader over long tickets in Chromium, milliseconds: the whole ticket at first sight (over all
 * frames it takes, and its longest frame), one new message, nothing new, and the merge with as long a history.
 * `growth`: the time of one more message in the long ticket over that in a tenth of it; 1 would be free of its length.
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
  const measure = (desk: string, messages: number) =>
    page.evaluate(
      ([name, count, repeats]) =>
        (self as unknown as { measureReading(desk: string, size: number, rounds: number): Times }).measureReading(
          String(name),
          Number(count),
          Number(repeats),
        ),
      [desk, messages, rounds],
    );
  const results: Record<string, unknown> = {};
  for (const desk of ['zendesk', 'freshdesk']) {
    const short = summary((await measure(desk, Math.round(size / 10))).oneMs);
    const times = await measure(desk, size);
    const one = summary(times.oneMs);
    results[desk] = {
      messages: size,
      whole: summary(times.wholeMs),
      longestFrame: summary(times.frameMs),
      oneMore: one,
      nothingNew: summary(times.sameMs),
      mergeWithHistory: summary(times.mergeMs),
      growth: Math.round((one.p50 / short.p50) * 10) / 10,
    };
  }
  await page.close();
  return results;
}
