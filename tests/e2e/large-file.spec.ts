import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { expect, type Page, test } from '@playwright/test';
import { seeded } from '../../lab/random.ts';
import { callEngine } from '../support/engine-call.ts';
import { printTable } from './life-support.ts';
import { openOwnPage } from './pages-support.ts';
import { startDeskBrowser } from './support.ts';

/** Of each file; `DESKSIDE_FILE_MB=100 npm run test:e2e -- large-file` takes the full size. */
const megabytes = Number(process.env.DESKSIDE_FILE_MB ?? 4.5);
/** What the page of the library may take: one task, milliseconds (on a machine that does much else), and its JavaScript heap, bytes. */
const [longestTaskMs, heapBytes] = [2_000, 300_000_000];

test.describe.configure({ mode: 'serial', retries: 0, timeout: 60_000 + megabytes * 22_000 });

const desks = startDeskBrowser();
let folder: string;
let library: Page;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskside-large-'));
  library = await openOwnPage(desks(), 'library');
  await library.goto(`${library.url()}#sources`);
  await library.evaluate(() => {
    const seen = { longest: 0, heap: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: 'longtask' });
    const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
    setInterval(() => {
      seen.heap = Math.max(seen.heap, memory.usedJSHeapSize);
    }, 50);
  });
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

const words = 'chain saddle frame brake light order refund courier workshop winter charger pedal invoice voucher'.split(
  ' ',
);
const random = seeded(7);
const sentence = () => Array.from({ length: 12 }, () => words[Math.floor(random() * words.length)]).join(' ');
const body = () => Array.from({ length: 24 }, () => `The ${sentence()}.`).join(' ');

/** Writes records until the file is as large as it is to be; answers how many. */
async function write(name: string, { start, record, end }: { start: string; record(id: number): string; end: string }) {
  let count = 0;
  function* parts() {
    yield start;
    for (let size = 0; size < megabytes * 1e6; ) {
      const next = record(count);
      count += 1;
      size += next.length;
      yield next;
    }
    yield end;
  }
  const file = path.join(folder, name);
  await pipeline(Readable.from(parts()), createWriteStream(file));
  expect((await stat(file)).size).toBeGreaterThan(megabytes * 0.95e6);
  return { file, count };
}

const bar = () => library.getByRole('status').getByRole('progressbar');
const progress = async () =>
  Number(
    (await bar()
      .getAttribute('aria-valuenow', { timeout: 1_000 })
      .catch(() => null)) ?? 0,
  );
const choose = (file: string) => library.locator('input[type="file"]').first().setInputFiles(file);
async function countOf(name: string): Promise<number> {
  const { knowledge } = await callEngine(library, 'state');
  return knowledge.sources.find(({ source }) => source === `file:${name}`)?.articles ?? 0;
}

/** Waits until the page has read the file and the report names that many articles. */
async function expectAll(name: string, count: number): Promise<void> {
  await expect(bar()).toHaveCount(0, { timeout: megabytes * 20_000 + 20_000 });
  await expect(library.getByRole('list', { name: 'Imported files' }).getByText(name).first()).toBeVisible();
  expect(await countOf(name)).toBe(count);
}

async function report(title: string, ms: number, count: number): Promise<void> {
  const seen = await library.evaluate(() => (window as unknown as { seen: { longest: number; heap: number } }).seen);
  printTable(`${title}, ${megabytes} MB`, [
    ['entries', count, `in ${(ms / 1000).toFixed(1)} s`],
    ['longest task of the page', `${Math.round(seen.longest)} ms`, `at most ${longestTaskMs}`],
    ['largest heap of the page', `${Math.round(seen.heap / 1e6)} MB`, `at most ${heapBytes / 1e6}`],
  ]);
  expect(seen.longest).toBeLessThan(longestTaskMs);
  expect(seen.heap).toBeGreaterThan(0);
  expect(seen.heap).toBeLessThan(heapBytes);
}

test('a large table shows how far it is, can be stopped, keeps what is in and goes on there', async () => {
  const { file, count } = await write('large.csv', {
    start: 'id,title,body\n',
    record: (id) => `${id},"Entry ${id}, ""quoted""","${body()}\nLine two of ${id}."\n`,
    end: '"last","Zanzibarial","Zanzibarial matters are here, in the last row."\n',
  });
  const start = performance.now();
  await choose(file);
  await expect.poll(progress, { intervals: [20], timeout: 20_000 }).toBeGreaterThan(0);
  await library.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar()).toHaveCount(0);
  const kept = await countOf('large.csv');
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(count);
  await choose(file);
  // At once further than it was: what is in is not read again.
  await expect.poll(progress, { intervals: [20], timeout: 20_000 }).toBeGreaterThan(0);
  expect(await countOf('large.csv')).toBeGreaterThan(kept);
  await expectAll('large.csv', count + 1);
  await report('CSV, stopped once', performance.now() - start, count + 1);
  const hits = await callEngine(library, 'search', { text: 'Zanzibarial', limit: 3 });
  expect(hits[0]?.title).toBe('Zanzibarial');
});

test('a large JSON list comes in whole', async () => {
  const { file, count } = await write('large.json', {
    start: '{"count": 1, "articles": [\n',
    record: (id) => `${id > 0 ? ',\n' : ''}${JSON.stringify({ id: `j${id}`, title: `Page ${id}`, body: body() })}`,
    end: '\n]}\n',
  });
  const start = performance.now();
  await choose(file);
  await expectAll('large.json', count);
  await report('JSON', performance.now() - start, count);
});
