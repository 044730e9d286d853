import Dexie from 'dexie';
import type { IndexStore } from '../core/stores';
import { type Database, readPassageKey } from './database';
import { readOwners, toSet } from './passage-rows';

/** Bytes of a chunk: larger ones are no faster (benchmark of search, 2026-11-29). */
const chunkBytes = 1 << 20;
const metaKey = 'searchIndex';

type Committed = { manifest: string; change: number };

/** A sum of all bytes, which tells a chunk that was cut off or changed; no protection against forgery. */
function sumOf(bytes: Uint8Array): number {
  let sum = bytes.length;
  const whole = bytes.length >>> 2;
  const words = bytes.byteOffset % 4 === 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, whole) : undefined;
  if (words)
    for (let at = 0; at < whole; at += 1) sum = Math.imul(sum ^ (words[at] as number), 0x9e3779b1) + (sum >>> 15);
  for (let at = words ? whole * 4 : 0; at < bytes.length; at += 1)
    sum = Math.imul(sum ^ (bytes[at] as number), 0x9e3779b1) + (sum >>> 15);
  return sum >>> 0;
}

/** The parts as chunks of one size, the last one shorter. */
function* cutChunks(parts: Uint8Array[]): Generator<Uint8Array> {
  let chunk = new Uint8Array(chunkBytes);
  let filled = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; ) {
      const taken = Math.min(chunkBytes - filled, part.length - at);
      chunk.set(part.subarray(at, at + taken), filled);
      at += taken;
      filled += taken;
      if (filled < chunkBytes) continue;
      yield chunk;
      chunk = new Uint8Array(chunkBytes);
      filled = 0;
    }
  }
  if (filled > 0) yield chunk.slice(0, filled);
}

function isCommitted(value: unknown): value is Committed {
  const found = value as Partial<Committed> | null | undefined;
  return typeof found?.manifest === 'string' && typeof found.change === 'number';
}

/** Files of the search index and the changes since, over the database. */
export function createIndexStore(database: Database): IndexStore {
  const { passages, meta, indexChunks, indexChanges } = database;
  return {
    async readManifest() {
      const value = (await meta.get(metaKey))?.value;
      return isCommitted(value) ? value : undefined;
    },
    readFile: (name) => readFile(database, name),
    async writeFile(name, parts) {
      let part = 0;
      for (const bytes of cutChunks(parts)) {
        await indexChunks.put({ file: name, part, bytes, sum: sumOf(bytes) });
        part += 1;
      }
      // Tells a file whose last chunks are missing.
      await indexChunks.put({ file: name, part, bytes: new Uint8Array(0), sum: sumOf(new Uint8Array(0)) });
    },
    commit: (committed) => commit(database, committed),
    clear: () =>
      database.transaction('rw', [meta, indexChunks], async () => {
        await indexChunks.clear();
        await meta.delete(metaKey);
      }),
    lastChange: async () => (await indexChanges.orderBy('seq').last())?.seq ?? 0,
    async readChanges(after) {
      const rows = await indexChanges.where('seq').above(after).toArray();
      return [...new Set(rows.map(({ key }) => key))].map(readPassageKey);
    },
    async readSets(after, limit) {
      const rows = await passages
        .where('key')
        .above(after ?? '')
        .limit(limit)
        .toArray();
      return { sets: rows.map(toSet), next: rows.length < limit ? null : (rows.at(-1)?.key ?? null) };
    },
    readOwners: (keys) => readOwners(database, keys),
  };
}

/** Chunks of a file in order, null when one is missing or not as it was written. */
async function readFile({ indexChunks }: Database, name: string): Promise<Uint8Array[] | null> {
  const rows = await indexChunks.where('[file+part]').between([name, Dexie.minKey], [name, Dexie.maxKey]).toArray();
  const isWhole = rows.every(({ part, bytes, sum }, at) => part === at && sumOf(bytes) === sum);
  return isWhole && rows.at(-1)?.bytes.length === 0 ? rows.slice(0, -1).map(({ bytes }) => bytes) : null;
}

async function commit(
  database: Database,
  { manifest, change, files }: Parameters<IndexStore['commit']>[0],
): Promise<void> {
  const { meta, indexChunks, indexChanges } = database;
  const value: Committed = { manifest, change };
  await database.transaction('rw', [meta, indexChunks, indexChanges], async () => {
    await meta.put({ key: metaKey, value });
    await indexChunks.where('file').noneOf(files).delete();
    await indexChanges.where('seq').belowOrEqual(change).delete();
  });
}
