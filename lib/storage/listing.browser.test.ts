import { expect, it } from 'vitest';
import { openDatabase } from './database';
import { createKnowledgeStore } from './knowledge-store';

it('lists everything where no limit is meant, in a browser that takes 32-bit counts only', async () => {
  const database = openDatabase('listing');
  const store = createKnowledgeStore(database);
  const macros = ['a', 'b'].map((id) => ({ id, source: 's', title: id, text: id, isNote: false, tags: [] }));
  await database.macros.bulkPut(
    macros.map((item) => ({ item, hash: '', run: 1, id: item.id, source: 's', title: item.title })),
  );
  for (const text of [undefined, 'b']) {
    const listed = await store.listMacros({ offset: 0, limit: Number.MAX_SAFE_INTEGER, ...(text ? { text } : {}) });
    expect(listed.items.map(({ id }) => id)).toEqual(text ? ['b'] : ['a', 'b']);
  }
  database.close();
});
