import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { loadHnswlib } from 'hnswlib-wasm';
import MiniSearch from 'minisearch';
import { tokenize } from '../../../lib/knowledge/tokens.ts';
import { createCorpus, dims } from './search-corpus.ts';

/** Times of another library over the corpus of the same size and the same queries, milliseconds. */
export type RivalTimes = { buildMs: number; times: number[] };

/** The first fifth of the queries warms up. */
function timeQueries(queries: number, ask: (at: number) => () => void): number[] {
  const times: number[] = [];
  for (let at = 0; at < queries * 1.2; at += 1) {
    const call = ask(at);
    const start = performance.now();
    call();
    if (at >= queries * 0.2) times.push(performance.now() - start);
  }
  return times;
}

function createEntries(size: number, hasVectors: boolean) {
  const corpus = createCorpus(size);
  const entries = Array.from({ length: size }, (_, id) => corpus.entry(id, hasVectors));
  const entryFor = (at: number) => entries[(at * 7919) % size];
  return {
    entries,
    textAt: (at: number) => corpus.query(entryFor(at)?.passages[0]?.text ?? '', at),
    vectorAt: (at: number) => corpus.near(entryFor(at)?.vector ?? new Float32Array(dims)),
  };
}

/** MiniSearch with our tokens, the last word as a prefix and one typing error in unknown words: what our index does. */
export function measureMiniSearch(size: number, queries: number): RivalTimes {
  const { entries, textAt } = createEntries(size, false);
  const known = new Set<string>();
  const index = new MiniSearch({
    fields: ['title', 'heading', 'text'],
    tokenize: (text) => {
      const terms = tokenize(text);
      for (const term of terms) known.add(term);
      return terms;
    },
    processTerm: (term) => term,
  });
  const started = performance.now();
  entries.forEach(({ owner, passages }, id) => {
    index.add({ id, title: owner.title, heading: passages[0]?.heading, text: passages[0]?.text });
  });
  const buildMs = performance.now() - started;
  const times = timeQueries(queries, (at) => {
    const text = textAt(at);
    return () =>
      index.search(text, {
        tokenize,
        boost: { title: 2, heading: 1.5 },
        prefix: (_term, place, terms) => place === terms.length - 1,
        fuzzy: (term) => (known.has(term) ? false : 1),
      });
  });
  return { buildMs, times };
}

/** SQLite FTS5 in memory: any of the words, the last one as a prefix, its own BM25 with the same field weights. It knows no typing errors. */
export async function measureFts5(size: number, queries: number): Promise<RivalTimes & { found: number }> {
  const sqlite = await sqlite3InitModule();
  const database = new sqlite.oo1.DB(':memory:');
  const { entries, textAt } = createEntries(size, false);
  const started = performance.now();
  database.exec('create virtual table passage using fts5(title, heading, text)');
  database.transaction(() => {
    const insert = database.prepare('insert into passage(rowid, title, heading, text) values (?, ?, ?, ?)');
    entries.forEach(({ owner, passages }, id) => {
      insert.bind([id + 1, owner.title, passages[0]?.heading ?? '', passages[0]?.text ?? '']).stepReset();
    });
    insert.finalize();
  });
  const buildMs = performance.now() - started;
  const select = database.prepare(
    'select rowid from passage where passage match ? order by bm25(passage, 2, 1.5, 1) limit 10',
  );
  let found = 0;
  const times = timeQueries(queries, (at) => {
    const match = `${tokenize(textAt(at))
      .map((word) => `"${word}"`)
      .join(' OR ')}*`;
    return () => {
      select.bind(1, match);
      while (select.step()) found += 1;
      select.reset();
    };
  });
  select.finalize();
  database.close();
  return { buildMs, times, found };
}

/** hnswlib, an approximate graph over the vectors alone: M 16, efConstruction 100, ef 50, inner product of unit vectors. */
export async function measureHnsw(size: number, queries: number): Promise<RivalTimes & { recallAt10: number }> {
  const library = await loadHnswlib();
  const { entries, vectorAt } = createEntries(size, true);
  const vectors = entries.map(({ vector }) => vector ?? new Float32Array(dims));
  const index = new library.HierarchicalNSW('ip', dims, '');
  index.initIndex(size, 16, 100, 100);
  const started = performance.now();
  for (let at = 0; at < size; at += 1000) index.addItems(vectors.slice(at, at + 1000), false);
  const buildMs = performance.now() - started;
  index.setEfSearch(50);
  const answers: { query: Float32Array; neighbours: number[] }[] = [];
  const times = timeQueries(queries, (at) => {
    const query = vectorAt(at);
    return () => {
      answers.push({ query, neighbours: index.searchKnn(query, 10, undefined).neighbors });
    };
  });
  let right = 0;
  const judged = answers.slice(0, 20);
  for (const { query, neighbours } of judged) {
    const nearest = vectors
      .map((vector, id) => ({ id, cosine: vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0) }))
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, 10);
    right += nearest.filter(({ id }) => neighbours.includes(id)).length;
  }
  return { buildMs, times, recallAt10: right / (10 * judged.length) };
}
