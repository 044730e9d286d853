import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import type { IntentBook } from '../core/team-intents';
import { openDatabase } from './database';
import { createIntentStore } from './intent-store';
import { createKnowledgeStore } from './knowledge-store';

const refunds = { id: '1', name: 'Refunds', examples: ['money back'] };
const book: IntentBook = { intents: [refunds], done: [{ kind: 'add', before: [], after: [refunds] }], undone: [] };

describe('the intent store', () => {
  it('keeps the intents and their history when the database is opened again', async () => {
    const database = openDatabase('intents-1');
    await createIntentStore(database).writeBook(book, []);
    database.close();
    expect(await createIntentStore(openDatabase('intents-1')).readBook()).toEqual(book);
  });

  it('finds room in a database of the version before, whose playbooks stay', async () => {
    const before = new Dexie('intents-2');
    before.version(1).stores({ playbooks: 'id, title', meta: 'key' });
    before.version(2).stores({ tokens: 'key, owner' });
    await before.table('playbooks').add({ id: 'p', title: 'Refund', steps: [] });
    before.close();
    const database = openDatabase('intents-2');
    const store = createIntentStore(database);
    expect(await store.readBook()).toEqual({ intents: [], done: [], undone: [] });
    await store.writeBook(book, []);
    expect((await store.readBook()).intents).toEqual([refunds]);
    expect(await createKnowledgeStore(database).listPlaybooks()).toMatchObject([{ id: 'p' }]);
  });

  it('gives vectors of the asked model only, and forgets those of texts that are gone', async () => {
    const store = createIntentStore(openDatabase('intents-3'));
    const rows = ['money back', 'old'].map((text) => ({ text, vector: Float32Array.of(1, 2) }));
    await store.writeVectors(rows, 'm@1');
    expect(await store.readVectors(['old', 'unknown'], 'm@1')).toEqual([Float32Array.of(1, 2), undefined]);
    expect(await store.readVectors(['old'], 'm@2')).toEqual([undefined]);
    await store.writeBook(book, ['money back']);
    expect(await store.readVectors(['money back', 'old'], 'm@1')).toEqual([Float32Array.of(1, 2), undefined]);
  });

  it('gives back what was learnt, for the same key only', async () => {
    const store = createIntentStore(openDatabase('intents-4'));
    expect(await store.readLearnt('a')).toBeUndefined();
    await store.writeLearnt('a', { weight: Float64Array.of(0.5) });
    expect(await store.readLearnt('a')).toEqual({ weight: Float64Array.of(0.5) });
    expect(await store.readLearnt('b')).toBeUndefined();
  });

  it('exports the examples with the names of their intents', async () => {
    const database = openDatabase('intents-5');
    await createIntentStore(database).writeBook(book, []);
    const exported = await createKnowledgeStore(database).exportAll('2026-02-03T04:05:06Z');
    expect(exported.teamIntents).toEqual([{ intent: 'Refunds', text: 'money back' }]);
  });
});
