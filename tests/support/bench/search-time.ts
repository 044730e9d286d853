import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'esbuild';
import { assemble } from '../assemble.ts';
import type { SearchBench } from './search-page.ts';
import { quantile, summary } from './statistics.ts';

const origin = 'https://bench.example/';

/** A page of an origin with a database, with the benchmark in it. */
async function openPage(context: BrowserContext): Promise<Page> {
  const bundle = await build({
    entryPoints: ['tests/support/bench/search-page.ts'],
    bundle: true,
    format: 'iife',
    write: false,
    target: 'chrome130',
    // SQLite asks for its WASM beside itself.
    define: { 'import.meta.url': JSON.stringify(`${origin}sqlite.mjs`) },
  });
  const page = await context.newPage();
  await page.route(`${origin}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.route(`${origin}sqlite3.wasm`, (route) =>
    route.fulfill({ contentType: 'application/wasm', path: 'node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm' }),
  );
  await page.goto(origin);
  await page.evaluate(bundle.outputFiles[0]?.text ?? '');
  return page;
}

type Bench = { searchBench: SearchBench };
const round = (value: number, step = 100) => Math.round(value * step) / step;
const fine = (times: number[]) => ({
  n: times.length,
  p50: round(quantile(times, 0.5)),
  p95: round(quantile(times, 0.95)),
});

async function measureSize(context: BrowserContext, size: number, sumKernel: number[]) {
  const queries = size > 50_000 ? 40 : 100;
  const page = await openPage(context);
  const ours = await page.evaluate(
    ([count, repeats]) => (globalThis as unknown as Bench).searchBench.measureOurs(count as number, repeats as number),
    [size, queries],
  );
  await page.close();
  const fresh = await openPage(context);
  const load = await fresh.evaluate(() => (globalThis as unknown as Bench).searchBench.measureLoad());
  if (load.passages !== size) throw new Error(`${load.passages} of ${size} passages were loaded`);
  const scan = await fresh.evaluate(
    ([count, repeats, kernel]) =>
      (globalThis as unknown as Bench).searchBench.measureScan(count as number, repeats as number, kernel as number[]),
    [size, 60, sumKernel] as const,
  );
  const mini = await fresh.evaluate(
    ([count, repeats]) =>
      (globalThis as unknown as Bench).searchBench.measureMiniSearch(count as number, repeats as number),
    [size, queries],
  );
  await fresh.close();
  const others = await openPage(context);
  const fts5 = await others.evaluate(
    ([count, repeats]) => (globalThis as unknown as Bench).searchBench.measureFts5(count as number, repeats as number),
    [size, queries],
  );
  if (fts5.found === 0) throw new Error('SQLite found nothing');
  const hnsw = await others.evaluate(
    ([count, repeats]) => (globalThis as unknown as Bench).searchBench.measureHnsw(count as number, repeats as number),
    [size, queries],
  );
  await others.close();
  const [scanMs, sumMs] = [quantile(scan.scan, 0.5), quantile(scan.sum, 0.5)];
  return {
    hybridMs: fine(ours.hybrid),
    byWordsMs: fine(ours.words),
    hybridWithTextsMs: fine(ours.withTexts),
    buildWordsMs: Math.round(ours.buildMs),
    coldLoadMs: Math.round(load.loadMs),
    bytesPerPassage: { all: Math.round(ours.bytesPerPassage.all), vectors: ours.bytesPerPassage.vectors },
    recallAt10: round(ours.recallAt10, 1000),
    scan: {
      p50Ms: round(scanMs, 1000),
      plainSumP50Ms: round(sumMs, 1000),
      timesThePlainSum: round(scanMs / sumMs),
      sumGigabytesPerSecond: round(scan.bytes / sumMs / 1e6, 10),
    },
    miniSearch: {
      byWordsMs: summary(mini.times),
      buildMs: Math.round(mini.buildMs),
      timesSlowerAtP95: round(quantile(mini.times, 0.95) / quantile(ours.words, 0.95), 10),
      timesSlowerToBuild: round(mini.buildMs / ours.buildMs, 10),
    },
    sqliteFts5: {
      byWordsMs: fine(fts5.times),
      buildMs: Math.round(fts5.buildMs),
      timesSlowerAtP95: round(quantile(fts5.times, 0.95) / quantile(ours.words, 0.95), 10),
      timesSlowerToBuild: round(fts5.buildMs / ours.buildMs, 10),
    },
    hnswlib: {
      byVectorMs: fine(hnsw.times),
      buildMs: Math.round(hnsw.buildMs),
      recallAt10: round(hnsw.recallAt10, 1000),
      timesTheScanAtP50: round(quantile(hnsw.times, 0.5) / scanMs),
    },
  };
}

/** Times the product's index in Chromium over synthetic passages, beside MiniSearch, SQLite FTS5, hnswlib and a plain sum. Milliseconds. Not beside sqlite-vec: none of its
 * WASM builds starts in a page under a licence that lets it be installed here (2026-11-22). */
export async function measureSearch(context: BrowserContext, sizes: readonly number[]) {
  const sumKernel = [...(await assemble('tests/support/bench/sum-kernel.wat'))];
  const results: Record<string, Awaited<ReturnType<typeof measureSize>>> = {};
  for (const size of sizes) results[String(size)] = await measureSize(context, size, sumKernel);
  return results;
}
