import { createKnowledgeIndex } from '../../../lib/knowledge/index/knowledge-index.ts';
import { createVectorBlock, quantiseQuery, writeVector } from '../../../lib/knowledge/index/vector-block.ts';
import { openDatabase } from '../../../lib/storage/database.ts';
import { createIndexStore } from '../../../lib/storage/index-store.ts';
import { createCorpus, dims } from './search-corpus.ts';
import { measureFts5, measureHnsw, measureMiniSearch } from './search-rivals.ts';

/** What runs in the page; times in milliseconds. */
export type SearchBench = {
  measureOurs(size: number, queries: number): Promise<OurTimes>;
  measureLoad(): Promise<{ loadMs: number; passages: number; found: number }>;
  measureScan(size: number, queries: number, sumKernel: number[]): { scan: number[]; sum: number[]; bytes: number };
  measureMiniSearch: typeof measureMiniSearch;
  measureFts5: typeof measureFts5;
  measureHnsw: typeof measureHnsw;
};

type OurTimes = {
  buildMs: number;
  hybrid: number[];
  words: number[];
  withTexts: number[];
  bytesPerPassage: { all: number; vectors: number };
  recallAt10: number;
};

const name = 'bench-search';

/** Time of each call after a fifth as many to warm up. */
async function timeEach(count: number, call: (at: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  const warm = Math.ceil(count / 5);
  for (let at = 0; at < count + warm; at += 1) {
    const start = performance.now();
    await call(at);
    if (at >= warm) times.push(performance.now() - start);
  }
  return times;
}

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** Share of the ten nearest by float32 that are among the ten first by vector alone. */
function recallOf(
  index: ReturnType<typeof createKnowledgeIndex>,
  vectors: Float32Array[],
  queries: Float32Array[],
): number {
  let found = 0;
  for (const query of queries) {
    const cosines = vectors.map((vector, id) => ({ id: `article:${id}`, cosine: cosine(query, vector) }));
    const nearest = new Set(
      cosines
        .sort((a, b) => b.cosine - a.cosine)
        .slice(0, 10)
        .map(({ id }) => id),
    );
    const { ranked } = index.rank({ text: '', limit: 10 }, query);
    for (const { segment, row } of ranked.slice(0, 10))
      if (nearest.has(segment.owners[segment.rowOwners[row] as number] ?? '')) found += 1;
  }
  return found / (10 * queries.length);
}

async function measureOurs(size: number, queries: number): Promise<OurTimes> {
  const corpus = createCorpus(size);
  const entries = Array.from({ length: size }, (_, id) => corpus.entry(id, true));
  const wordsOnly = createKnowledgeIndex();
  const started = performance.now();
  for (let at = 0; at < size; at += 1000)
    await wordsOnly.add(entries.slice(at, at + 1000).map((entry) => ({ ...entry, vectors: null })));
  await wordsOnly.search({ text: 'x', limit: 1 }, null);
  const buildMs = performance.now() - started;
  const database = openDatabase(name);
  await database.delete();
  await database.open();
  const index = createKnowledgeIndex();
  const kept = createKnowledgeIndex({ store: createIndexStore(database) });
  await kept.load('bench');
  for (let at = 0; at < size; at += 1000) {
    await index.add(entries.slice(at, at + 1000));
    await kept.add(entries.slice(at, at + 1000));
  }
  await index.compact();
  await kept.save();
  await kept.settle();
  const asked = Array.from({ length: queries * 2 }, (_, at) => {
    const entry = entries[(at * 7919) % size];
    const vector = corpus.near(entry?.vector ?? new Float32Array(dims));
    return { query: { text: corpus.query(entry?.passages[0]?.text ?? '', at), limit: 10 }, vector };
  });
  const of = (at: number) => asked[at % asked.length] as (typeof asked)[number];
  const stored = await database.indexChunks.toArray();
  const bytes = stored.reduce((sum, row) => sum + row.bytes.length, 0);
  const recalled = asked.slice(0, size > 50_000 ? 20 : 40).map(({ vector }) => vector);
  const result = {
    buildMs,
    hybrid: await timeEach(queries, (at) => index.rank(of(at).query, of(at).vector)),
    words: await timeEach(queries, (at) => index.rank(of(at).query, null)),
    withTexts: await timeEach(queries, (at) => index.search(of(at).query, of(at).vector)),
    bytesPerPassage: { all: bytes / size, vectors: dims + 4 },
    recallAt10: recallOf(
      index,
      entries.flatMap(({ vector }) => vector ?? []),
      recalled,
    ),
  };
  database.close();
  return result;
}

async function measureLoad() {
  const index = createKnowledgeIndex({ store: createIndexStore(openDatabase(name)) });
  const start = performance.now();
  await index.load('bench');
  const loadMs = performance.now() - start;
  const { ranked } = index.rank({ text: 'b', limit: 10 }, new Float32Array(dims).fill(1 / Math.sqrt(dims)));
  return { loadMs, passages: await index.size(), found: ranked.length };
}

function measureScan(size: number, queries: number, sumKernel: number[]) {
  const block = createVectorBlock(size, dims);
  const row = new Int8Array(dims);
  for (let at = 0; at < size; at += 1)
    writeVector(
      block,
      at,
      row.map((_, place) => ((at * 31 + place * 17) % 255) - 127),
    );
  const bytes = block.values.length;
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536) });
  new Int8Array(memory.buffer).set(block.values);
  const module = new WebAssembly.Module(Uint8Array.from(sumKernel));
  const sum = new WebAssembly.Instance(module, { env: { memory } }).exports.sum as (
    at: number,
    bytes: number,
  ) => number;
  const query = quantiseQuery(Float32Array.from({ length: dims }, (_, at) => Math.sin(at) / Math.sqrt(dims / 2)));
  const times = { scan: [] as number[], sum: [] as number[] };
  // A clock of 0.1 ms: short calls are timed by the dozen.
  const rounds = size > 50_000 ? 1 : 16;
  const time = (call: () => void) => {
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) call();
    return (performance.now() - start) / rounds;
  };
  for (let at = 0; at < queries; at += 1) {
    times.scan.push(time(() => block.scan(query)));
    times.sum.push(time(() => sum(0, bytes)));
  }
  return { ...times, bytes };
}

Object.assign(globalThis, {
  searchBench: {
    measureOurs,
    measureLoad,
    measureScan,
    measureMiniSearch,
    measureFts5,
    measureHnsw,
  } satisfies SearchBench,
});
