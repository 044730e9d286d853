import type { BrowserContext } from '@playwright/test';
import { build } from 'esbuild';
import { summary } from './statistics.ts';

/** Code that runs in the page: fills the product's index with synthetic passages and times queries. */
const script = `
import { createHybridIndex } from './lib/knowledge/hybrid-index.ts';
const words = Array.from({ length: 20000 }, (_, i) => 'w' + (i * 7919 % 20011).toString(36));
let seed = 1;
const random = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32);
// Word ranks by Zipf's law, as in running text.
const word = () => words[Math.floor(Math.pow(words.length, random()))];
const sentence = (n) => Array.from({ length: n }, word).join(' ');
function vector() {
  const v = Float32Array.from({ length: 384 }, () => random() - 0.5);
  const norm = Math.hypot(...v);
  return v.map((x) => x / norm);
}
self.measureSearch = async (size, repeats) => {
  const index = createHybridIndex();
  for (let at = 0; at < size; at += 1000) {
    const entries = Array.from({ length: Math.min(1000, size - at) }, (_, i) => {
      const id = String(at + i), text = sentence(80);
      return {
        owner: { kind: 'article', id, source: 'bench', title: sentence(6) },
        passages: [{ id: id + '.0', ownerId: id, ownerKind: 'article', heading: sentence(3), start: 0, end: text.length, text }],
        vectors: { dims: 384, values: vector() },
      };
    });
    await index.add(entries);
  }
  const times = [];
  for (let i = 0; i < repeats + 5; i += 1) {
    const query = { text: sentence(12), limit: 10 }, v = vector();
    const start = performance.now();
    const hits = await index.search(query, v);
    if (hits.length === 0) throw new Error('search found nothing');
    if (i >= 5) times.push(performance.now() - start);
  }
  return times;
};`;

/** Times a hybrid search (words and vector) of the product's index in Chromium over synthetic passages. Milliseconds. */
export async function measureSearch(context: BrowserContext, sizes: readonly number[]) {
  const bundle = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
    target: 'chrome130',
  });
  const results: Record<string, ReturnType<typeof summary>> = {};
  for (const size of sizes) {
    const page = await context.newPage();
    await page.goto('about:blank');
    await page.evaluate(bundle.outputFiles[0]?.text ?? '');
    const times = await page.evaluate(
      ([count, repeats]) =>
        (self as unknown as { measureSearch(size: number, repeats: number): Promise<number[]> }).measureSearch(
          count ?? 0,
          repeats ?? 0,
        ),
      [size, size > 50_000 ? 30 : 100],
    );
    results[String(size)] = summary(times);
    await page.close();
  }
  return results;
}
