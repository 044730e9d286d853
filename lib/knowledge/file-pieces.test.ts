import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createHashEncoder } from '@/tests/support/hash-encoder';
import type { ImportPiece } from '../core/engine';
import { openDatabase } from '../storage/database';
import { createIndexStore } from '../storage/index-store';
import { createKnowledgeStore } from '../storage/knowledge-store';
import { createKnowledgeIndex } from './index/knowledge-index';
import { createLibrary } from './library';

let databases = 0;

function start() {
  databases += 1;
  const database = openDatabase(`pieces-${databases}`);
  const index = createKnowledgeIndex({ store: createIndexStore(database) });
  const library = createLibrary({ store: createKnowledgeStore(database), encoder: createHashEncoder(), index });
  const send = (rows: string[], piece: Partial<ImportPiece>) =>
    library.importFile({
      name: 'care.csv',
      text: ['title,body', ...rows].join('\n'),
      piece: { stamp: 's', number: 0, offset: 0, isLast: false, ...piece },
    });
  const titles = async () => {
    const listed = await library.listArticles({ offset: 0, limit: 50 });
    return listed.ok ? listed.value.items.map(({ title }) => title).sort() : [];
  };
  const job = async () => {
    const counts = await library.counts();
    return counts.ok ? counts.value.sources[0]?.job : undefined;
  };
  return { library, send, titles, job };
}

describe('a large file in pieces', () => {
  it('is kept piece by piece, and goes on after a stop where it was', async () => {
    const { library, send, titles, job } = start();
    await send(['Chain,Oil the chain.'], {});
    await library.endImport({ source: 'file:care.csv', status: 'cancelled' });
    expect(await titles()).toEqual(['Chain']);
    expect(await job()).toMatchObject({ status: 'cancelled', cursor: 's 1', articles: 1 });
    await send(['Brake,Bleed the brake.', 'Saddle'], { number: 1, offset: 40, isLast: true });
    expect(await titles()).toEqual(['Brake', 'Chain']);
    expect(await job()).toMatchObject({ status: 'done', cursor: null, articles: 2, done: 2 });
    expect((await job())?.problems).toEqual([expect.stringContaining('Line 43')]);
  });

  it('takes no piece that does not follow, or is of another file', async () => {
    const { send } = start();
    const refused = { ok: false, error: { kind: 'import-not-running' } };
    expect(await send(['Chain,Oil it.'], { number: 1 })).toMatchObject(refused);
    await send(['Chain,Oil it.'], {});
    expect(await send(['Brake,Bleed it.'], { number: 2 })).toMatchObject(refused);
    expect(await send(['Brake,Bleed it.'], { number: 1, stamp: 'other' })).toMatchObject(refused);
    expect(await send(['Brake,Bleed it.'], { number: 1 })).toMatchObject({ ok: true });
  });

  it('replaces what a file of its name brought once its last piece is in, and not before', async () => {
    const { send, titles } = start();
    await send(['Old,An old page.'], { isLast: true });
    await send(['Chain,Oil it.'], { stamp: 't' });
    expect(await titles()).toEqual(['Chain', 'Old']);
    await send(['Brake,Bleed it.'], { stamp: 't', number: 1, isLast: true });
    expect(await titles()).toEqual(['Brake', 'Chain']);
  });

  it('keeps entries of one title that stand in different pieces', async () => {
    const { send, titles } = start();
    await send(['Same,One text.'], {});
    await send(['Same,Another text.'], { number: 1, isLast: true });
    expect(await titles()).toEqual(['Same', 'Same']);
  });
});
