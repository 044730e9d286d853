import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import type { Choice } from '../core/suggestion';
import { createChoiceStore } from './choice-store';
import { openDatabase } from './database';

const choice = (day: number, more: Partial<Choice> = {}): Choice => ({
  kind: 'reply',
  suggestionId: `reply|${day}`,
  sourceIds: ['a'],
  action: 'inserted',
  at: `2026-01-0${day}T00:00:00Z`,
  ...more,
});
let count = 0;
const names: string[] = [];
const nextName = () => {
  count += 1;
  names.push(`choices-${count}`);
  return `choices-${count}`;
};
afterEach(async () => {
  for (const name of names.splice(0)) await Dexie.delete(name);
});

describe('the choice store', () => {
  it('reads choices of the first version of the database as they were', async () => {
    const name = nextName();
    const first = new Dexie(name);
    first.version(1).stores({ choices: '++, at' });
    const stored = [choice(2, { intent: 'refund.status' }), choice(1, { action: 'dismissed' })];
    await first.table('choices').bulkAdd(stored);
    first.close();
    const database = openDatabase(name);
    const read = await createChoiceStore(database).readChoices();
    expect(read.map((one) => one.choice)).toEqual([stored[1], stored[0]]);
    expect(new Set(read.map(({ key }) => key)).size).toBe(2);
    database.close();
  });

  it('changes and removes by key, and leaves alone what is gone', async () => {
    const database = openDatabase(nextName());
    const store = createChoiceStore(database);
    const key = await store.addChoice(choice(1));
    await store.addChoices([choice(2), choice(3)]);
    await store.changeChoices([
      { key, choice: choice(1, { kept: 0.5 }) },
      { key: 999, choice: choice(9) },
    ]);
    expect((await store.listChoices()).map(({ kept }) => kept)).toEqual([0.5, undefined, undefined]);
    await store.removeChoices([key, 999]);
    expect((await store.listChoices('2026-01-03')).map(({ at }) => at)).toEqual(['2026-01-03T00:00:00Z']);
    expect(await store.listChoices()).toHaveLength(2);
    database.close();
  });
});
