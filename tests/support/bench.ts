import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expectations } from '../desks/fernway/expected.ts';
import { plainText } from '../desks/fernway/plain-text.ts';
import { tickets } from '../desks/fernway/tickets.ts';
import { measureAlternative } from './alternative/measure.ts';
import { measureEncoder } from './bench/encoder-time.ts';
import { measureIntents } from './bench/intents-time.ts';
import { type Latency, measureArrival, watchLongTasks } from './bench/latency.ts';
import { extensionMemory } from './bench/memory.ts';
import { measureReading } from './bench/reading-time.ts';
import { measureSearch } from './bench/search-time.ts';
import { measureSecondStage } from './bench/second-stage-time.ts';
import { summary } from './bench/statistics.ts';
import { type DeskBrowser, launchDesks } from './browser.ts';
import { callEngine, openExtensionPage, waitForImport } from './engine-call.ts';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    messages: { type: 'string', default: '100' },
    only: { type: 'string', default: 'cold,messages,reading,encoder,search,second-stage,intents,alternative,size' },
  },
});
if (values.help) {
  process.stdout.write(
    'npm run bench -- [--messages 100] [--only cold,messages,reading,encoder,search,second-stage,intents,alternative,size]\n',
  );
  process.exit(0);
}
const parts = new Set(values.only.split(','));
const count = Number(values.messages);

/** What customers write to Fernway, each text once; more rounds get a mark, so that no pass comes from memory. */
function messageTexts(wanted: number): string[] {
  const written = tickets.flatMap((ticket) =>
    ticket.messages.filter(({ role }) => role === 'customer').map(({ html }) => plainText(html)),
  );
  const texts = [...new Set([...expectations.map(({ message }) => message), ...written])].filter(
    (text) => text.length > 15 && text.length < 600,
  );
  return Array.from({ length: wanted }, (_, index) => {
    const round = Math.floor(index / texts.length);
    return `${texts[index % texts.length]}${round ? ` (${round + 1})` : ''}`;
  });
}

function note(line: string): void {
  process.stderr.write(`bench: ${line}\n`);
}

/** Worker start to the first signals, in fresh browsers. Milliseconds. */
async function measureCold(rounds: number) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const browser = await launchDesks();
    const page = await browser.openTicket('zendesk', 101);
    await page.locator('[data-signals-key]').waitFor({ state: 'attached' });
    const extensionPage = await openExtensionPage(browser);
    const { model } = await callEngine(extensionPage, 'state');
    if (model.coldStartMs !== null) times.push(model.coldStartMs);
    await browser.close();
  }
  return summary(times);
}

async function fillLibrary(browser: DeskBrowser): Promise<void> {
  // The page shown after install is not open beside every ticket: its memory does not count.
  for (const page of browser.context.pages()) if (page.url().endsWith('/practice.html')) await page.close();
  const page = await browser.openTicket('zendesk', 101);
  const extensionPage = await openExtensionPage(browser);
  await page.bringToFront();
  await page.locator('deskside-panel').getByRole('button', { name: 'Import articles and macros' }).click();
  await waitForImport(extensionPage, browser.desks.hosts.zendesk);
  // Vectors that the import left for later are made now, so that the figures are those of a settled library.
  await extensionPage.waitForTimeout(15_000);
  await extensionPage.close();
  await page.close();
}

/** One message after the other on an open ticket. */
async function measureMessages(browser: DeskBrowser) {
  await fillLibrary(browser);
  const page = await browser.openTicket('zendesk', 102);
  await page.locator('[data-suggestion-key]').waitFor({ state: 'attached' });
  const texts = messageTexts(count + 5);
  for (const text of texts.slice(0, 5)) await measureArrival(page, { ticketId: 102, text });
  const readLongTasks = await watchLongTasks(page);
  const latencies: Latency[] = [];
  for (const [index, text] of texts.slice(5).entries()) {
    // A fresh agent answer in between now and then, so that turns stay of a natural length.
    if (index % 3 === 0) browser.desks.state.arrive(102, 'Thanks, I am looking into it.', 'agent');
    await page.waitForTimeout(250);
    latencies.push(await measureArrival(page, { ticketId: 102, text }));
  }
  const longTasks = await readLongTasks();
  const of = (key: keyof Latency) => latencies.flatMap((latency) => latency[key] ?? []);
  return {
    messages: latencies.length,
    unanswered: latencies.filter(({ suggestionMs }) => suggestionMs === null).length,
    signalsMs: summary(of('signalsMs')),
    suggestionMs: summary(of('suggestionMs')),
    longTasks: { over50ms: longTasks.length, longestMs: Math.round(Math.max(0, ...longTasks)) },
    memory: extensionMemory(),
  };
}

/** Long tasks of the same desk page with the same arrivals, without the extension: what is the page's own. */
async function measurePageAlone() {
  const browser = await launchDesks({ isWithoutExtension: true });
  const page = await browser.context.newPage();
  await page.goto(`${browser.desks.hosts.zendesk}/agent/tickets/102`);
  await page.waitForTimeout(1500);
  const readLongTasks = await watchLongTasks(page);
  for (const text of messageTexts(count)) {
    browser.desks.state.arrive(102, text);
    await page.waitForTimeout(120);
  }
  const longTasks = await readLongTasks();
  await browser.close();
  return { over50ms: longTasks.length, longestMs: Math.round(Math.max(0, ...longTasks)) };
}

function measureSize() {
  spawnSync('npx', ['wxt', 'zip', '--level', 'error'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, WXT_TELEMETRY: '0' },
  });
  const zip = readdirSync('.output').find((name) => name.endsWith('-chrome.zip'));
  return {
    zipBytes: zip ? statSync(`.output/${zip}`).size : null,
    panelGzipBytes: gzipSync(readFileSync('.output/chrome-mv3/panel.js')).length,
  };
}

const results: Record<string, unknown> = { machine: { cores: cpus().length, cpu: cpus()[0]?.model } };
if (parts.has('cold')) {
  note('cold start, 3 fresh browsers …');
  results.coldStartMs = await measureCold(3);
}
const browser = await launchDesks();
try {
  let ours: Awaited<ReturnType<typeof measureMessages>> | undefined;
  if (parts.has('messages')) {
    note(`${count} messages, one after the other …`);
    ours = await measureMessages(browser);
    results.messages = { ...ours, pageAloneLongTasks: await measurePageAlone() };
  }
  if (parts.has('reading')) {
    // A fresh profile still makes the vectors of its sample library, which takes all processors of a small machine.
    if (!parts.has('messages')) await new Promise((resolve) => setTimeout(resolve, 15_000));
    note('reading tickets of 500 messages …');
    results.readingMs = await measureReading(browser.context, 500);
  }
  if (parts.has('encoder')) {
    note('encoder …');
    results.encoderMs = await measureEncoder(browser.context, browser.extensionId);
  }
  if (parts.has('search')) {
    note('search over 1k, 10k, 100k passages …');
    results.searchMs = await measureSearch(browser.context, [1_000, 10_000, 100_000]);
  }
  if (parts.has('second-stage')) {
    note('second stage over 16 passages of 96 tokens …');
    results.secondStageMs = await measureSecondStage(browser.context, browser.extensionId);
  }
  if (parts.has('intents')) {
    note('training of 77 intents from 10 examples each …');
    results.intentsMs = await measureIntents(browser.context, browser.extensionId);
  }
  if (parts.has('alternative')) {
    note('the alternative: separate default pipelines …');
    const alternative = await measureAlternative(browser.context, messageTexts(8));
    const ratio = ours ? Math.round((alternative.signals.p50 / ours.signalsMs.p50) * 10) / 10 : null;
    results.alternative = { ...alternative, timesSlowerThanOurSignals: ratio };
  }
  if (parts.has('size')) results.size = measureSize();
} finally {
  await browser.close();
  // Also what was measured before a part failed.
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
}
