import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import type { PassageSet } from '../../core/stores';
import { openDatabase } from '../../storage/database';
import { createIndexStore } from '../../storage/index-store';
import { createKnowledgeStore } from '../../storage/knowledge-store';
import { toIndexEntry } from '../embed';
import { createKnowledgeIndex } from './knowledge-index';

const source = 'https://acme.zendesk.com';
const dims = 16;
let databases = 0;

/** A set of one passage with a vector in the direction of an axis. */
function set(id: string, text: string, axis = 0): PassageSet {
  const values = new Int8Array(dims);
  values[axis] = 127;
  return {
    owner: { kind: 'article', id, source, title: `Title ${id}`, locale: 'en' },
    hash: text,
    passages: [
      { id: `article:${id}:0`, ownerId: id, ownerKind: 'article', heading: '', start: 0, end: text.length, text },
    ],
    model: 'm@1',
    vectors: { dims, values, scales: Float32Array.of(1 / 127) },
  };
}

/** A database with its stores; `open` gives an index as after a restart. */
function start(name = `persistence-${++databases}`) {
  const database = openDatabase(name);
  const store = createKnowledgeStore(database);
  const files = createIndexStore(database);
  const open = () => createKnowledgeIndex({ dims, store: files });
  const storeSets = (sets: PassageSet[]) => store.storePage({ articles: [], macros: [], sets });
  return { database, store, files, open, storeSets };
}

type Index = ReturnType<ReturnType<typeof start>['open']>;

async function saved({ open, storeSets }: ReturnType<typeof start>, sets: PassageSet[]): Promise<Index> {
  const index = open();
  await index.load('m@1');
  await storeSets(sets);
  await index.add(sets.map((one) => toIndexEntry(one, 'm@1')));
  await index.save();
  await index.settle();
  return index;
}

const axisVector = (axis: number) => Float32Array.from({ length: dims }, (_, at) => (at === axis ? 1 : 0));
const find = async (index: Index, text: string, axis?: number) =>
  (await index.search({ text, limit: 9 }, axis === undefined ? null : axisVector(axis))).map(({ ownerId }) => ownerId);
const base = [
  set('a', 'Refunds take five days.', 1),
  set('b', 'The lamp is red.', 2),
  set('c', 'Parcels come by post.', 3),
];

describe('the files of the index', () => {
  it('give the same hits after a restart, without reading the passages anew', async () => {
    const desk = start();
    const before = await saved(desk, base);
    const query = { text: 'red lamps refunded', limit: 9 };
    const expected = await before.search(query, axisVector(2));
    expect(expected).toHaveLength(3);
    const readAll = desk.files.readSets;
    let pages = 0;
    const counted = {
      ...desk.files,
      readSets(...page: Parameters<typeof readAll>) {
        pages += 1;
        return readAll(...page);
      },
    };
    const again = createKnowledgeIndex({ dims, store: { ...counted, readChanges: async () => [] } });
    await again.load('m@1');
    expect(await again.search(query, axisVector(2))).toEqual(expected);
    // One page of texts ahead of the first search; none to build the index.
    expect(pages).toBeLessThanOrEqual(1);
    expect(await desk.database.indexChanges.count()).toBe(0);
  });

  it('are caught up with what changed after they were written, also without a word to the index', async () => {
    const desk = start();
    await saved(desk, base);
    await desk.storeSets([set('b', 'A green penguin.', 5), set('d', 'Another lamp.', 4)]);
    await desk.store.removeOwners([{ kind: 'article', id: 'a' }]);
    const again = desk.open();
    await again.load('m@1');
    expect(await again.size()).toBe(3);
    expect(await find(again, 'lamp')).toEqual(['d']);
    expect(await find(again, 'penguins')).toEqual(['b']);
    expect(await find(again, 'refunds')).toEqual([]);
    expect((await find(again, '', 5))[0]).toBe('b');
  });

  it.each<[string, (desk: ReturnType<typeof start>) => Promise<unknown>]>([
    [
      'a chunk is gone',
      ({ database }) =>
        database.indexChunks
          .toCollection()
          .first()
          .then((row) => database.indexChunks.delete([row?.file ?? '', row?.part ?? 0])),
    ],
    [
      'bytes changed',
      ({ database }) =>
        database.indexChunks.toCollection().modify((row) => {
          if (row.bytes.length > 40) row.bytes = row.bytes.map((byte, at) => (at === 30 ? byte ^ 1 : byte));
        }),
    ],
    [
      'chunks were cut off',
      ({ database }) =>
        database.indexChunks.toCollection().modify((row) => {
          row.bytes = row.bytes.slice(0, row.bytes.length / 2);
        }),
    ],
    ['all files are gone', ({ database }) => database.indexChunks.clear()],
    [
      'the manifest is not one',
      ({ database }) => database.meta.put({ key: 'searchIndex', value: { manifest: '{"version":99}', change: 7 } }),
    ],
    ['the manifest is gone', ({ database }) => database.meta.clear()],
  ])('are made up for from the passages when %s', async (_what, damage) => {
    const desk = start();
    await saved(desk, base);
    expect(await desk.database.indexChunks.count()).toBeGreaterThan(3);
    await damage(desk);
    const again = desk.open();
    await again.load('m@1');
    expect(await again.size()).toBe(3);
    expect(await find(again, 'lamp')).toEqual(['b']);
    expect((await find(again, '', 3))[0]).toBe('c');
    await again.save();
    await again.settle();
    const third = desk.open();
    await third.load('m@1');
    expect(await find(third, 'parcel')).toEqual(['c']);
  });

  it('that were written but never committed are ignored, and go with the next commit', async () => {
    const desk = start();
    await saved(desk, base);
    await desk.files.writeFile('half', [new Uint8Array(100).fill(1)]);
    const again = desk.open();
    await again.load('m@1');
    expect(await again.size()).toBe(3);
    await again.save();
    await again.settle();
    expect(await desk.database.indexChunks.where('file').equals('half').count()).toBe(0);
  });

  it('keep the words but not the vectors of another model', async () => {
    const desk = start();
    await saved(desk, base);
    const again = desk.open();
    await again.load('m@2');
    expect(await find(again, 'lamp')).toEqual(['b']);
    expect(await find(again, '', 2)).toEqual([]);
    await again.save();
    await again.settle();
    const back = desk.open();
    await back.load('m@2');
    expect(await find(back, '', 2)).toEqual([]);
    await desk.storeSets(base.map((one) => ({ ...one, model: 'm@3' })));
    const newer = desk.open();
    await newer.load('m@3');
    expect((await find(newer, '', 2))[0]).toBe('b');
  });

  it('written for one model, read for another that made the vectors by then, give those vectors', async () => {
    const desk = start();
    await saved(desk, base);
    await desk.storeSets([set('b', 'The lamp is red.', 2)].map((one) => ({ ...one, model: 'm@2' })));
    await desk.database.indexChanges.clear();
    const again = desk.open();
    await again.load('m@2');
    expect(await find(again, '', 2)).toEqual(['b']);
    expect(await again.size()).toBe(3);
  });

  it('do not bring back what is removed while they are read', async () => {
    const desk = start();
    await saved(desk, base);
    const again = desk.open();
    const loading = again.load('m@1');
    await Promise.all([again.remove([{ kind: 'article', id: 'b' }]), loading]);
    expect(await find(again, 'lamp')).toEqual([]);
    expect(await again.size()).toBe(2);
  });

  it('go when everything is deleted, also while they are written', async () => {
    const desk = start();
    const index = await saved(desk, base);
    await index.add([toIndexEntry(set('d', 'More lamps.'), 'm@1')]);
    await index.save();
    await desk.store.deleteAll();
    await index.clear();
    await index.settle();
    expect(await desk.database.indexChunks.count()).toBe(0);
    expect(await desk.database.meta.count()).toBe(0);
    expect(await find(index, 'lamp')).toEqual([]);
  });

  it('come of themselves in a database of the version before, whose vectors are used as they are', async () => {
    const name = 'persistence-version-3';
    const older = new Dexie(name);
    older.version(3).stores({
      articles: 'id, source, title, [source+run]',
      macros: 'id, source, title, [source+run]',
      playbooks: 'id, title',
      passages: 'key, owner.source, model, count',
      pastTickets: 'id, source, seenAt',
      choices: '++, at',
      importJobs: 'source',
      meta: 'key',
      tokens: 'key, owner',
      teamIntents: 'id, name',
      intentVectors: 'text',
    });
    await older.table('passages').bulkPut(base.map((one) => ({ ...one, key: `article:${one.owner.id}`, count: 1 })));
    await older.table('meta').put({ key: 'other', value: 1 });
    older.close();
    const desk = start(name);
    const index = desk.open();
    await index.load('m@1');
    expect((await find(index, '', 3))[0]).toBe('c');
    expect(await find(index, 'lamps')).toEqual(['b']);
    await index.save();
    await index.settle();
    expect((await desk.files.readSets(null, 9)).sets).toEqual(base);
    expect((await desk.database.meta.toArray()).map(({ key }) => key).sort()).toEqual(['other', 'searchIndex']);
    const again = desk.open();
    await again.load('m@1');
    expect(await find(again, 'lamps')).toEqual(['b']);
  });
});
