import type { BrowserContext } from '@playwright/test';
import { build } from 'esbuild';
import { summary } from './statistics.ts';

/** Code that runs in an extension page: passages with random token vectors in a database of its own, ranked as the library does. */
const script = `
import { packPassage } from './lib/knowledge/token-vectors.ts';
import { searchInTwoStages, rerankedPassages } from './lib/knowledge/second-stage.ts';
import { openDatabase } from './lib/storage/database.ts';
import { createKnowledgeStore } from './lib/storage/knowledge-store.ts';
function tokens(count) {
  const values = Int8Array.from({ length: count * 96 }, () => Math.random() * 254 - 127);
  return { dims: 96, count, values, scale: 1 / 720 };
}
self.measureSecondStage = async ({ questionTokens, passageTokens, stored, repeats }) => {
  const database = openDatabase('bench-' + questionTokens);
  const store = createKnowledgeStore(database);
  const passages = Array.from({ length: stored }, (_, i) => ({
    id: 'article:' + i + ':0', ownerId: String(i), ownerKind: 'article', heading: '', start: 0, end: 1, text: 'x',
  }));
  const sets = passages.map((passage) => ({
    owner: { kind: 'article', id: passage.ownerId, source: 'bench', title: 't' }, hash: '', passages: [passage],
    model: 'bench@1', vectors: null, tokens: [packPassage(tokens(passageTokens))],
  }));
  for (let at = 0; at < stored; at += 200) await store.storePage({ articles: [], macros: [], sets: sets.slice(at, at + 200) });
  const quote = { text: 'x', start: 0, end: 1 };
  const found = () => Array.from({ length: rerankedPassages }, (_, i) => {
    const passage = passages[Math.floor(Math.random() * stored)];
    return { ownerId: passage.ownerId + '.' + i, ownerKind: 'article', title: 't', passage, quote, score: 1 - i / 20, cosine: 0.5, match: null, lead: null, reverse: null, words: 0, overlap: 0 };
  });
  const index = { searchPassages: async () => found(), search: async () => found() };
  const readTokens = (ids) => store.readTokens(ids, 'bench@1');
  const inMemory = new Map(sets.map((set) => [set.passages[0].id, set.tokens[0]]));
  const readMemory = async (ids) => ids.map((id) => inMemory.get(id));
  const time = async (parts) => {
    const times = [];
    let late = 0;
    for (let i = 0; i < repeats + 20; i += 1) {
      const reading = { vector: new Float32Array(384), tokens: tokens(questionTokens) };
      const start = performance.now();
      const hits = await searchInTwoStages(parts, { text: 'x', limit: 8 }, { reading });
      if (hits[0].match === null) late += 1;
      else if (i >= 20) times.push(performance.now() - start);
    }
    return { times, late };
  };
  const match = await time({ index, readTokens: readMemory });
  const read = await time({ index, readTokens });
  await database.delete();
  return { match: match.times, withReading: read.times, late: read.late };
};`;

/**
 * Times the second stage over 16 passages of 96 tokens in Chromium, by tokens of the question: `match` the ranking alone,
 * `withReading` with the token vectors read from a database of 2,000 passages; `late`: answers of 120 that
 * the first stage gave alone, since the reading took too long. Milliseconds; no pass of the model is in it.
 */
export async function measureSecondStage(context: BrowserContext, extensionId: string) {
  const bundle = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
    target: 'chrome130',
  });
  type Measured = { match: ReturnType<typeof summary>; withReading: ReturnType<typeof summary>; late: number };
  const results: Record<string, Measured> = {};
  for (const questionTokens of [32, 128]) {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/popup.html`);
    await page.evaluate(bundle.outputFiles[0]?.text ?? '');
    const sizes = { questionTokens, passageTokens: 96, stored: 2000, repeats: 100 };
    const times = await page.evaluate(
      (options) =>
        (
          self as unknown as {
            measureSecondStage(options: object): Promise<{ match: number[]; withReading: number[]; late: number }>;
          }
        ).measureSecondStage(options),
      sizes,
    );
    results[`question${questionTokens}`] = {
      match: summary(times.match),
      withReading: summary(times.withReading),
      late: times.late,
    };
    await page.close();
  }
  return results;
}
