import { expect, it } from 'vitest';
import { packVectors } from '../embed';
import type { IndexEntry } from '../search-index';
import { createKnowledgeIndex } from './knowledge-index';

/** Words with the frequencies of a language (Zipf), the same at every run. */
function createText(seed: number) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const word = () => `w${Math.floor(30_000 ** random() - 1).toString(36)}x`;
  return { random, words: (count: number) => Array.from({ length: count }, word).join(' ') };
}

it('searches 10,000 passages in at most 15 ms at the median', async () => {
  const { random, words } = createText(7);
  const vector = () => {
    const values = Float32Array.from({ length: 384 }, () => random() - 0.5);
    const norm = Math.hypot(...values);
    return values.map((value) => value / norm);
  };
  const index = createKnowledgeIndex();
  for (let owner = 0; owner < 2000; owner += 1) {
    const passages = Array.from({ length: 5 }, (_, index) => ({
      id: `${owner}:${index}`,
      ownerId: `${owner}`,
      ownerKind: 'article' as const,
      heading: words(3),
      start: 0,
      end: 1,
      text: words(90),
    }));
    const entry: IndexEntry = {
      owner: { id: `${owner}`, kind: 'article', source: 'file:x', title: words(6) },
      passages,
      vectors: packVectors(Array.from({ length: 5 }, vector)),
    };
    await index.add([entry]);
  }
  expect(await index.size()).toBe(10_000);

  const times: number[] = [];
  for (let run = 0; run < 60; run += 1) {
    const text = `${words(run % 2 ? 6 : 60)} mistpyed`;
    const query = vector();
    const started = performance.now();
    const hits = await index.search({ text, limit: 8 }, query);
    times.push(performance.now() - started);
    expect(hits.length).toBe(8);
  }
  const sorted = times.slice(10).sort((a, b) => a - b);
  console.info(`search in 10,000 passages: p50 ${sorted[25]?.toFixed(1)} ms, p95 ${sorted[47]?.toFixed(1)} ms`);
  expect(sorted[25]).toBeLessThan(15);
}, 60_000);
