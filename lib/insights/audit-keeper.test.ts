import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@/lib/storage/database';
import type { AuditCursor, AuditFormat, AuditHead, AuditRow } from '../core/audit';
import { defaultSettings, type Settings } from '../core/settings';
import { createAuditStore } from '../storage/audit-store';
import { verifyAuditFile } from './audit-file';
import { createAuditKeeper, type Note } from './audit-keeper';

const dayMs = 86_400_000;
let databases = 0;

function open(more: Partial<Settings> = {}, mayPrune: () => Promise<boolean> = async () => true) {
  databases += 1;
  const database = openDatabase(`audit-${databases}`);
  const store = createAuditStore(database);
  const world = { settings: { ...defaultSettings, ...more } as Settings, now: Date.UTC(2026, 10, 30, 9) };
  const start = (over = store) =>
    createAuditKeeper({ store: over, settings: () => world.settings, now: () => world.now, mayPrune });
  const rows = () => store.readRows(0, 100_000);
  return { database, store, world, start, keeper: start(), rows };
}
type Keeper = ReturnType<typeof createAuditKeeper>;

async function check(keeper: Keeper, noted?: string) {
  keeper.check('start', noted);
  await expect.poll(() => keeper.check('look').verdict).not.toBeNull();
  return keeper.check('look').verdict;
}
async function exportLog(keeper: Keeper, format: AuditFormat = 'jsonl') {
  let [text, cursor] = ['', null as AuditCursor | null];
  do {
    const part = await keeper.exportPart(format, cursor);
    if (!part.ok) throw new Error(part.error.kind);
    text += part.value.text;
    cursor = part.value.next;
  } while (cursor);
  return text;
}
const verifyText = (text: string) =>
  verifyAuditFile(
    (async function* () {
      yield text;
    })(),
  );
const forged: AuditRow = { seq: 3, at: '2026-11-30', kind: 'copied', previous: 'x', hash: 'x' };
const emptied = ({ seq, at, previous, hash }: AuditRow): AuditRow => ({ seq, at, kind: 'erased', previous, hash });
const shown = (turn: string, more: Partial<Note> = {}): Note => ({
  kind: 'shown',
  turn,
  suggestion: 'reply',
  confidence: 0.8,
  ...more,
});

describe('what is linked to a ticket', () => {
  const place = async (keeper: Keeper, id: string) => ({ ticket: await keeper.refer(id), site: 'https://a.example' });
  const fill = async (keeper: Keeper) => {
    for (const id of ['4711', '12', '4711', '13'])
      keeper.note(shown(`${id} ${Math.random()}`, await place(keeper, id)));
    keeper.note({ kind: 'inserted', text: 'Dear Imogen, done.', ...(await place(keeper, '14')) });
    await keeper.flush();
  };
  const nobody = () => false;

  it('is erased, its places stay, and the chain is whole, in the log and in its export', async () => {
    const { keeper, rows } = open({ auditText: true });
    await fill(keeper);
    const before = await rows();
    const head = before.at(-1)?.hash ?? '';
    expect(await keeper.countLinked(['4711'], nobody)).toBe(2);
    expect(await keeper.forget(['4711'], (text) => text.includes('Imogen'))).toBe(3);
    const after = await rows();
    expect(after.map(({ kind }) => kind)).toEqual(['erased', 'shown', 'erased', 'shown', 'erased', 'rows-erased']);
    expect(JSON.stringify(after)).not.toContain(await keeper.refer('4711'));
    expect(JSON.stringify(after)).not.toContain('Imogen');
    expect(await check(keeper, head)).toMatchObject({ firstBroken: null, breaks: 0, rows: 6, noted: 5 });
    expect(await verifyText(await exportLog(keeper))).toMatchObject({ value: { firstBroken: null, rows: 6 } });
    expect(await keeper.countLinked(['4711'], nobody)).toBe(0);
    // It goes on from there.
    keeper.note(shown('later'));
    await keeper.flush();
    expect(await check(keeper)).toMatchObject({ firstBroken: null, rows: 7 });
  });

  it.each<[string, (rows: AuditRow[]) => AuditRow[]]>([
    ['a row emptied by somebody else', (rows) => rows.map((row) => (row.seq === 2 ? emptied(row) : row))],
    ['another time in an erased row', (rows) => rows.map((row) => (row.seq === 1 ? { ...row, at: '2020' } : row))],
    ['words put into an erased row', (rows) => rows.map((row) => (row.seq === 1 ? { ...row, subject: 'x' } : row))],
    ['an erased row taken away', (rows) => rows.filter(({ seq }) => seq !== 3)],
    ['the row that tells of them taken away', (rows) => rows.slice(0, -1)],
    ['the row that tells of them altered', (rows) => rows.map((row) => (row.erased ? { ...row, erased: [] } : row))],
  ])('shows %s', async (_what, change) => {
    const { keeper, database, rows } = open();
    await fill(keeper);
    await keeper.forget(['4711'], nobody);
    const changed = change(await rows());
    await database.audit.clear();
    await database.audit.bulkAdd(changed);
    expect((await check(keeper))?.firstBroken).not.toBeNull();
  });

  it('is erased in thousands', async () => {
    const { keeper } = open();
    const at = await place(keeper, '4711');
    for (let index = 0; index < 1_100; index += 1) keeper.note(shown(`turn ${index}`, at));
    expect(await keeper.forget(['4711'], nobody)).toBe(1_100);
    expect(await check(keeper)).toMatchObject({ firstBroken: null, rows: 1_106 });
  });
});

describe('the log keeper', () => {
  it('writes what is noted in its order, in one chain with its head', async () => {
    const { keeper, rows, store } = open();
    keeper.note(shown('a'));
    keeper.note(
      Promise.resolve([
        { kind: 'silent', turn: 'a' },
        { kind: 'inserted', turn: 'a' },
      ]),
    );
    await keeper.flush();
    keeper.note({ kind: 'data-exported' });
    await keeper.flush();
    const all = await rows();
    expect(all.map(({ seq, kind }) => [seq, kind])).toEqual([
      [1, 'shown'],
      [2, 'silent'],
      [3, 'inserted'],
      [4, 'data-exported'],
    ]);
    expect(await store.readHead()).toEqual({ seq: 4, count: 4, hash: all[3]?.hash });
    expect(await check(keeper)).toMatchObject({ rows: 4, firstBroken: null });
  });

  it('writes by itself, after what is going on now', async () => {
    const { keeper, rows } = open();
    keeper.note(shown('a'));
    expect(await rows()).toEqual([]);
    await expect.poll(async () => (await rows()).length).toBe(1);
  });

  it('tells a look at the same state once, also after the page was killed, and what is new of it again', async () => {
    const { keeper, start, rows } = open();
    keeper.note(shown('a'));
    keeper.note(shown('a'));
    await keeper.flush();
    const next = start();
    next.note(shown('a'));
    next.note(shown('b'));
    next.note(shown('a', { confidence: 0.7 }));
    next.note({ kind: 'copied', turn: 'a' });
    next.note({ kind: 'copied', turn: 'a' });
    await next.flush();
    expect((await rows()).map(({ kind, turn, confidence }) => `${kind} ${turn} ${confidence ?? ''}`.trim())).toEqual([
      'shown a 0.8',
      'shown b 0.8',
      'shown a 0.7',
      'copied a',
      'copied a',
    ]);
  });

  it('keeps one whole chain when two pages write at once', async () => {
    const { start, rows } = open();
    const pages = [start(), start()];
    for (let at = 0; at < 20; at += 1) {
      for (const page of pages) page.note({ kind: 'copied', count: at });
      await Promise.all(pages.map((page) => page.flush()));
    }
    expect(await rows()).toHaveLength(40);
    expect(await check(start())).toMatchObject({ rows: 40, firstBroken: null });
  });

  it('keeps what could not be written, and writes it with the next', async () => {
    const { store, start, rows } = open();
    let isFull = true;
    const keeper = start({
      ...store,
      append: (change) => (isFull ? Promise.reject(new Error('quota')) : store.append(change)),
    });
    keeper.note({ kind: 'copied', count: 1 });
    await expect(keeper.flush()).rejects.toThrow('quota');
    isFull = false;
    keeper.note({ kind: 'copied', count: 2 });
    await keeper.flush();
    expect((await rows()).map(({ count }) => count)).toEqual([1, 2]);
  });

  it('leaves a whole chain wherever the page is killed: rows and head are one transaction', async () => {
    const { database, store, keeper, rows } = open();
    keeper.note({ kind: 'copied', count: 1 });
    await keeper.flush();
    const before = await store.readHead();
    const row = (await rows())[0];
    const after: AuditHead = { seq: 2, hash: 'x', count: 2 };
    // The row is there already, so that the transaction fails after the head was read.
    await expect(store.append({ before, rows: row ? [row] : [], after })).rejects.toThrow();
    expect(await store.readHead()).toEqual(before);
    database.close();
  });

  it('lets go of old rows with a row that signs for them, and stays whole', async () => {
    const { keeper, world, rows, start } = open({ auditDays: 0 });
    for (const count of [1, 2, 3]) {
      keeper.note({ kind: 'copied', count });
      await keeper.flush();
      world.now += 20 * dayMs;
    }
    world.settings.auditDays = 30;
    const next = start();
    next.note({ kind: 'copied', count: 4 });
    await next.flush();
    const left = await rows();
    expect(left.map(({ kind, count }) => `${kind} ${count}`)).toEqual(['copied 3', 'copied 4', 'pruned 2']);
    expect(left[2]?.upTo?.seq).toBe(2);
    expect(await check(next)).toMatchObject({ rows: 3, firstBroken: null });
    const text = await exportLog(next);
    expect(await verifyText(text)).toMatchObject({ ok: true, value: { rows: 3, firstBroken: null } });
  });

  it('is whole whatever the clock does, and lets go of nothing while its leap is doubted', async () => {
    let isBelieved = true;
    const { keeper, world, rows } = open({ auditDays: 30 }, async () => isBelieved);
    const noteAt = async (leapDays: number, count: number) => {
      world.now += leapDays * dayMs;
      keeper.note({ kind: 'copied', count });
      await keeper.flush();
    };
    await noteAt(0, 1);
    isBelieved = false;
    await noteAt(365, 2);
    await noteAt(-366, 3);
    expect((await rows()).map(({ count }) => count)).toEqual([1, 2, 3]);
    expect(await check(keeper)).toMatchObject({ rows: 3, firstBroken: null });
    // Believed again: a clock that was set back a year does not put the next look off by a year.
    isBelieved = true;
    await noteAt(40, 4);
    expect((await rows()).map(({ kind, count }) => `${kind} ${count}`)).toContain('pruned 1');
    expect(await check(keeper)).toMatchObject({ firstBroken: null });
  });

  it('keeps all rows where the agent wants that', async () => {
    const { keeper, world, rows } = open({ auditDays: 0 });
    keeper.note({ kind: 'copied' });
    await keeper.flush();
    world.now += 4_000 * dayMs;
    keeper.note({ kind: 'copied' });
    await keeper.flush();
    expect(await rows()).toHaveLength(2);
  });

  it('notes nothing while it is off, but that it was switched off', async () => {
    const { keeper, world, rows } = open();
    keeper.see(world.settings);
    await keeper.flush();
    world.settings = { ...world.settings, auditLog: false };
    keeper.see(world.settings);
    keeper.note({ kind: 'copied' });
    world.settings = { ...world.settings, ghostText: false };
    keeper.see(world.settings);
    await keeper.flush();
    expect((await rows()).map(({ kind, subject, value }) => [kind, subject, value])).toEqual([
      ['setting-changed', 'auditLog', 'false'],
    ]);
  });

  it('notes settings that changed, also while it slept, and never their text', async () => {
    const { keeper, world, start, rows } = open();
    keeper.see(world.settings);
    await keeper.flush();
    const kinds = { ...world.settings.kinds, article: false };
    world.settings = { ...world.settings, kinds, signature: 'Best, Wilma', panelWidthPx: 400 };
    const next = start();
    next.see(world.settings);
    next.see({ ...world.settings });
    await next.flush();
    const told = (await rows()).map(({ subject, value }) => `${subject} ${value ?? ''}`.trim());
    expect(told).toEqual(['kinds.article false', 'signature']);
    expect(JSON.stringify(await rows())).not.toContain('Wilma');
  });

  it('goes on after everything was deleted, with a row that tells so', async () => {
    const { database, keeper, rows } = open();
    keeper.note({ kind: 'copied' });
    keeper.note({ kind: 'copied' });
    await keeper.flush();
    const noted = (await keeper.readHead()).hash;
    const reference = await keeper.refer('4711');
    keeper.note({ kind: 'dismissed' });
    await keeper.erase(async () => {
      await Promise.all(database.tables.map((table) => table.clear()));
      return { ok: true, value: null };
    });
    keeper.note({ kind: 'inserted' });
    await keeper.flush();
    expect((await rows()).map(({ seq, kind, count }) => [seq, kind, count])).toEqual([
      [4, 'data-deleted', 3],
      [5, 'inserted', undefined],
    ]);
    expect(await check(keeper, noted)).toMatchObject({ firstBroken: null, noted: null });
    // Rows of the log before lead to no ticket any more.
    expect(await keeper.refer('4711')).not.toBe(reference);
  });

  it('stays as it is when deleting failed', async () => {
    const { keeper, rows } = open();
    keeper.note({ kind: 'copied' });
    await keeper.erase(async () => ({ ok: false, error: { kind: 'blocked', message: '' } }));
    expect((await rows()).map(({ kind }) => kind)).toEqual(['copied']);
  });

  it.each([
    ['altered', (database: Database) => database.audit.update(2, { count: 9 }), 2],
    ['removed', ({ audit }: Database) => audit.delete(2), 3],
    ['removed at the end', ({ audit }: Database) => audit.bulkDelete([3, 4]), 2],
    ['removed at the beginning', ({ audit }: Database) => audit.delete(1), 2],
  ])('names the first row when one was %s in the database', async (_name, forge, seq) => {
    const { database, keeper } = open();
    for (const count of [1, 2, 3, 4]) keeper.note({ kind: 'copied', count });
    await keeper.flush();
    await forge(database);
    expect((await check(keeper))?.firstBroken?.seq).toBe(seq);
  });

  it.each([
    ['the head is gone', ({ meta }: Database) => meta.delete('audit-head'), 3],
    ['a row was put after it', ({ audit }: Database) => audit.add(forged), 3],
  ])('goes on when %s, and shows it', async (_name, forge, seq) => {
    const { database, keeper, rows } = open();
    for (const count of [1, 2]) keeper.note({ kind: 'copied', count });
    await keeper.flush();
    await forge(database);
    keeper.note({ kind: 'copied', count: 3 });
    await keeper.flush();
    expect((await rows()).at(-1)?.count).toBe(3);
    expect((await check(keeper))?.firstBroken?.seq).toBe(seq);
  });

  it('can be stopped while it verifies, and begins anew', async () => {
    const { keeper } = open();
    for (let count = 0; count < 50; count += 1) keeper.note({ kind: 'copied', count });
    await keeper.flush();
    expect(keeper.check('start').progress).toBe(0);
    expect(keeper.check('cancel')).toMatchObject({ progress: null, verdict: null });
    expect(await check(keeper)).toMatchObject({ rows: 50 });
  });

  it('lists pages by kind, day and ticket, newest first', async () => {
    const { keeper, world } = open();
    const ticket = await keeper.refer('4711');
    for (let at = 0; at < 30; at += 1) {
      keeper.note(at % 3 === 0 ? { kind: 'inserted', ticket, count: at } : { kind: 'copied', count: at });
      await keeper.flush();
      world.now += dayMs;
    }
    const list = async (filter: Parameters<Keeper['list']>[0], offset = 0) => {
      const { items, total } = await keeper.list(filter, { offset, limit: 4 });
      return [total, ...items.map(({ count }) => count)];
    };
    expect(await list({})).toEqual([30, 29, 28, 27, 26]);
    expect(await list({}, 28)).toEqual([30, 1, 0]);
    expect(await list({ kind: 'inserted' })).toEqual([10, 27, 24, 21, 18]);
    expect(await list({ from: '2026-12-03', to: '2026-12-06' })).toEqual([3, 5, 4, 3]);
    expect(await list({ kind: 'copied', from: '2026-12-03', to: '2026-12-06' })).toEqual([2, 5, 4]);
    expect(await list({ ticket: '4711' })).toEqual([10, 27, 24, 21, 18]);
    expect(await list({ ticket })).toEqual([10, 27, 24, 21, 18]);
    expect(await list({ ticket: '4711', kind: 'inserted', from: '2026-12-25' })).toEqual([1, 27]);
    expect(await list({ ticket: '4712' })).toEqual([0]);
  });

  it('exports what it holds in parts, up to where it was when that began', async () => {
    const { keeper } = open();
    for (let count = 0; count < 1_300; count += 1) keeper.note({ kind: 'copied', count });
    const first = await keeper.exportPart('jsonl', null);
    if (!first.ok) throw new Error(first.error.kind);
    keeper.note({ kind: 'inserted' });
    await keeper.flush();
    let { text, next } = first.value;
    while (next) {
      const part = await keeper.exportPart('jsonl', next);
      if (!part.ok) throw new Error(part.error.kind);
      text += part.value.text;
      next = part.value.next;
    }
    expect(await verifyText(text)).toMatchObject({ ok: true, value: { rows: 1_300, firstBroken: null } });
    expect((await exportLog(keeper, 'csv')).split('\n')).toHaveLength(1_301 + 2);
  }, 30_000);
});
