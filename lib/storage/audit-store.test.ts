import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { createAuditStore } from './audit-store';
import { openDatabase } from './database';

const none = { seq: 0, hash: '0'.repeat(64), count: 0 };
const row = (seq: number) => ({ seq, at: '2026-11-30', kind: 'shown' as const, previous: '', hash: `h${seq}` });

describe('the log store', () => {
  it('comes to a database of the version before, whose tables stay as they are', async () => {
    const before = new Dexie('audit-old');
    before.version(5).stores({ choices: '++, at', gaps: 'id', ownTags: 'key', meta: 'key' });
    await before.table('meta').add({ key: 'model', value: 'signals-en@3' });
    before.close();
    const database = openDatabase('audit-old');
    expect(await createAuditStore(database).readHead()).toEqual(none);
    expect(await database.meta.get('model')).toEqual({ key: 'model', value: 'signals-en@3' });
    database.close();
  });

  it('adds rows to the head that was read only, and writes over none', async () => {
    const database = openDatabase('audit-append');
    const store = createAuditStore(database);
    const first = { seq: 1, hash: 'h1', count: 1 };
    expect(await store.append({ before: none, rows: [row(1)], after: first })).toBe(true);
    expect(await store.append({ before: none, rows: [row(2)], after: { seq: 2, hash: 'h2', count: 2 } })).toBe(false);
    await expect(store.append({ before: first, rows: [row(1)], after: none })).rejects.toThrow();
    expect(await store.readHead()).toEqual(first);
    expect(await store.readRows(0, 9)).toEqual([row(1)]);
    database.close();
  });

  it('lets go of rows and keeps the head in one step', async () => {
    const database = openDatabase('audit-prune');
    const store = createAuditStore(database);
    const full = { seq: 3, hash: 'h3', count: 3 };
    await store.append({ before: none, rows: [row(1), row(2), row(3)], after: full });
    const after = { seq: 4, hash: 'h4', count: 2 };
    expect(await store.append({ before: full, rows: [row(4)], after, upTo: 2 })).toBe(true);
    expect((await store.readRows(0, 9)).map(({ seq }) => seq)).toEqual([3, 4]);
    database.close();
  });

  it('keeps one key', async () => {
    const database = openDatabase('audit-key');
    const store = createAuditStore(database);
    const [one, other] = await Promise.all([store.readKey(), store.readKey()]);
    expect(one).toHaveLength(32);
    expect([...one]).toEqual([...other]);
    expect(new Set(one).size).toBeGreaterThan(5);
    database.close();
  });
});
