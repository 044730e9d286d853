import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../core/knowledge';
import type { PassageSet, Stored } from '../core/stores';
import { createChoiceStore } from './choice-store';
import { openDatabase, passageKey, readPassageKey } from './database';
import { createIndexStore } from './index-store';
import { createKnowledgeStore } from './knowledge-store';

let count = 0;
function openStore() {
  count += 1;
  const database = openDatabase(`store-${count}`);
  return { database, store: createKnowledgeStore(database), files: createIndexStore(database) };
}
let { database, store, files } = openStore();
beforeEach(() => {
  ({ database, store, files } = openStore());
});

const source = 'https://acme.zendesk.com';

function article(id: string, changes: Partial<Article> = {}, run = 1): Stored<Article> {
  const item = { id, source, title: `Title ${id}`, text: 'Text.', labels: [], isInternal: false, ...changes };
  return { item, hash: `hash ${id}`, run };
}
function set(id: string, changes: Partial<PassageSet> = {}): PassageSet {
  const passage = {
    id: `${id}:0`,
    ownerId: id,
    ownerKind: 'article' as const,
    heading: '',
    start: 0,
    end: 5,
    text: 'Text.',
  };
  const vectors = { dims: 2, values: Int8Array.of(127, -3), scales: Float32Array.of(0.5) };
  return {
    owner: { kind: 'article', id, source, title: id },
    hash: `hash ${id}`,
    passages: [passage],
    model: 'm@1',
    vectors,
    ...changes,
  };
}
const page = (ids: string[], run = 1) => ({
  articles: ids.map((id) => article(id, {}, run)),
  macros: [],
  sets: ids.map((id) => set(id)),
});

describe('the knowledge store', () => {
  it('keeps the tags of the agent beside those of the helpdesk, also after the next import', async () => {
    await store.storePage({ ...page(['a']), articles: [article('a', { labels: ['theirs'] })] });
    expect(await store.addTag({ kind: 'article', id: 'a' }, 'mine')).toBe(true);
    expect(await store.addTag({ kind: 'macro', id: 'a' }, 'mine')).toBe(false);
    expect((await store.readArticle('a'))?.labels).toEqual(['theirs', 'mine']);
    await store.storePage({ ...page(['a'], 2), articles: [article('a', { labels: ['other', 'mine'] }, 2)] });
    expect((await store.readArticle('a'))?.labels).toEqual(['other', 'mine']);
  });

  it('opens a database of the version before with all that is in it', async () => {
    const old = new Dexie('store-old');
    old.version(3).stores({
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
    await old.table('articles').put({ ...article('a'), id: 'a', source, title: 'Title a' });
    const job = {
      source,
      status: 'done',
      startedAt: '2026-01-01',
      done: 1,
      total: 1,
      cursor: null,
      articles: 1,
      macros: 0,
      problems: [],
    };
    await old.table('importJobs').put({ source, job, run: 1, isComplete: true });
    old.close();
    const opened = createKnowledgeStore(openDatabase('store-old'));
    expect(await opened.readArticle('a')).toEqual(article('a').item);
    expect((await opened.readJob(source))?.job).toEqual(job);
    expect(await opened.addTag({ kind: 'article', id: 'a' }, 'mine')).toBe(true);
  });

  it('gives back what was stored, vectors byte by byte, after the database is opened again', async () => {
    await store.storePage(page(['a']));
    database.close();
    const reopened = openDatabase(database.name);
    expect(await createKnowledgeStore(reopened).readArticle('a')).toEqual(article('a').item);
    expect(await createIndexStore(reopened).readSets(null, 10)).toEqual({ sets: [set('a')], next: null });
  });

  it('reads sets in pages, each once', async () => {
    await store.storePage(page(['a', 'b', 'c', 'd', 'e']));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { sets, next } = await files.readSets(after, 2);
      seen.push(...sets.map((one) => one.owner.id));
      after = next;
    } while (after !== null);
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('lists by title, in pages, with a filter', async () => {
    await store.storePage({
      ...page([]),
      articles: [
        article('1', { title: 'Zebra' }),
        article('2', { title: 'apple' }),
        article('3', { title: 'Apple pie' }),
      ],
    });
    expect(await store.listArticles({ offset: 1, limit: 1 })).toMatchObject({ items: [{ title: 'Zebra' }], total: 3 });
    expect(await store.listArticles({ offset: 0, limit: 9, text: ' APPLE ' })).toMatchObject({ total: 2 });
    expect(await store.listArticles({ offset: 0, limit: 9, text: 'nope' })).toEqual({ items: [], total: 0 });
  });

  it('writes a page whole or not at all', async () => {
    const broken = set('b', { passages: [{ ...set('b').passages[0], text: () => 'no' }] as never });
    await expect(store.storePage({ ...page(['a']), sets: [set('a'), broken] })).rejects.toThrow();
    expect(await store.readArticle('a')).toBeUndefined();
    expect((await files.readSets(null, 9)).sets).toEqual([]);
  });

  it('tells which items another run saw last', async () => {
    await store.storePage(page(['a', 'b'], 1));
    await store.storePage(page(['b', 'c'], 2));
    await store.storePage({ ...page([]), articles: [article('x', { source: 'file:x' }, 7)] });
    expect(await store.listUnseen(source, 2)).toEqual([{ kind: 'article', id: 'a' }]);
    expect(await store.listUnseen(source, 1)).toEqual([
      { kind: 'article', id: 'b' },
      { kind: 'article', id: 'c' },
    ]);
  });

  describe('token vectors', () => {
    const passageId = 'a:0';
    const own = { dims: 2, count: 1, values: Uint8Array.of(0x9f) };
    const setWithTokens = (changes: Partial<PassageSet> = {}) => set('a', { tokens: [own], ...changes });
    const rows = () => database.tokens.count();

    it('are answered by passage and model, and stay out of the sets', async () => {
      await store.storePage({ ...page(['a', 'b']), sets: [setWithTokens(), set('b')] });
      expect(await store.readTokens(['b:0', passageId, 'gone'], 'm@1')).toEqual([undefined, own, undefined]);
      expect(await store.readTokens([passageId], 'm@2')).toEqual([undefined]);
      expect((await files.readSets(null, 9)).sets).toEqual([set('a'), set('b')]);
    });

    it('are replaced together with their set, also by none', async () => {
      await store.storePage({ ...page(['a']), sets: [setWithTokens()] });
      const newer = { ...own, values: Uint8Array.of(0x18) };
      expect(await store.writeVectors([setWithTokens({ model: 'm@2', tokens: [newer] })])).toHaveLength(1);
      expect(await store.readTokens([passageId], 'm@2')).toEqual([newer]);
      await store.writeVectors([setWithTokens({ hash: 'another text' })]);
      expect(await store.readTokens([passageId], 'm@2')).toEqual([newer]);
      await store.storePage({ ...page([]), sets: [set('a')] });
      expect(await rows()).toBe(0);
    });

    it('go with their owner, their source, and everything', async () => {
      const past = { id: 'p', source, ticketId: '1', subject: 's', question: 'q', seenAt: '2026-01-01' };
      const fill = async () => {
        await store.storePage({ ...page(['a']), sets: [setWithTokens()] });
        const { passages } = set('p');
        const owner = { kind: 'past' as const, id: 'p', source, title: 's' };
        await store.savePastTicket(past, setWithTokens({ owner, passages }));
      };
      await fill();
      expect(await rows()).toBe(2);
      await store.removeOwners([{ kind: 'past', id: 'p' }]);
      expect(await rows()).toBe(1);
      await fill();
      await store.removeSource(source);
      expect(await rows()).toBe(0);
      await fill();
      await store.deleteAll();
      expect(await rows()).toBe(0);
    });

    it('find room in a database of the version before', async () => {
      const name = 'store-version-1';
      const older = new Dexie(name);
      older
        .version(1)
        .stores({ articles: 'id, source, title, [source+run]', passages: 'key, owner.source, model, count' });
      await older.table('passages').put({ ...set('a'), key: 'article:a', count: 1 });
      older.close();
      const database = openDatabase(name);
      const upgraded = createKnowledgeStore(database);
      expect((await createIndexStore(database).readSets(null, 9)).sets).toEqual([set('a')]);
      expect(await upgraded.readTokens([passageId], 'm@1')).toEqual([undefined]);
    });
  });

  it('stores vectors only for content that has not changed meanwhile', async () => {
    await store.storePage(page(['a', 'b']));
    await store.storePage({ ...page([]), sets: [set('b', { hash: 'newer', model: '', vectors: null })] });
    const made = [set('a', { model: 'm@2' }), set('b', { model: 'm@2' }), set('gone', { model: 'm@2' })];
    expect((await store.writeVectors(made)).map((one) => one.owner.id)).toEqual(['a']);
    expect((await store.readStaleSets('m@2', 9)).map((one) => one.hash)).toEqual(['newer']);
  });

  it('removes a source with all that came from it, and nothing else', async () => {
    const past = { id: 'p', source, ticketId: '1', subject: 's', question: 'q', seenAt: '2026-01-01' };
    await store.storePage({
      ...page(['a', 'https://x#1:2']),
      playbooks: [
        { id: `${source}#p`, title: 't', steps: [] },
        { id: 'own', title: 'u', steps: [] },
      ],
    });
    await store.storePage({
      ...page([]),
      articles: [article('f', { source: 'file:f' })],
      sets: [set('f', { owner: { kind: 'article', id: 'f', source: 'file:f', title: 'f' } })],
    });
    await store.savePastTicket(past, set('p', { owner: { kind: 'past', id: 'p', source, title: 's' } }));
    const removed = await store.removeSource(source);
    expect(removed).toHaveLength(3);
    expect(removed).toContainEqual({ kind: 'article', id: 'https://x#1:2' });
    expect(await store.counts('m@1')).toMatchObject({ articles: 1, passages: 1, pastTickets: 0, playbooks: 1 });
  });

  it('counts by source, and what has no vectors of the model', async () => {
    await store.storePage(page(['a', 'b']));
    const past = { id: 'p', source, ticketId: '1', subject: 's', question: 'q', seenAt: '2026-01-01' };
    await store.savePastTicket(past, set('p', { owner: { kind: 'past', id: 'p', source, title: 's' }, model: '' }));
    expect(await store.counts('m@1')).toMatchObject({ unread: 0 });
    expect(await store.counts('m@2')).toMatchObject({ unread: 2 });
    await store.writeVectors([set('a', { model: 'm@2' })]);
    expect(await store.counts('m@2')).toMatchObject({ unread: 1 });
    await store.removeOwners([{ kind: 'past', id: 'p' }]);
    expect(await store.counts('m@1')).toEqual({
      articles: 2,
      macros: 0,
      playbooks: 0,
      passages: 2,
      pastTickets: 0,
      unread: 1,
      sources: [{ source, articles: 2, macros: 0, job: null }],
    });
  });

  it('lists where articles, macros and unfinished imports came from, each once', async () => {
    expect(await store.listSources()).toEqual([]);
    await store.storePage({
      ...page(['a', 'b']),
      articles: [article('a'), article('b'), article('f', { source: 'file:f' })],
    });
    const empty = { source: 'https://empty', startedAt: '2026-01-01', status: 'paused' as const };
    const job = { ...empty, done: 0, total: null, articles: 0, macros: 0, problems: [], cursor: null };
    await store.writeJob({ run: 1, isComplete: false, job });
    expect(await store.listSources()).toEqual(['file:f', 'https://empty', source].sort());
  });

  it('exports without vectors and deletes everything', async () => {
    await store.storePage(page(['a']));
    await createChoiceStore(database).addChoice({
      kind: 'reply',
      suggestionId: 's',
      sourceIds: [],
      action: 'inserted',
      at: '2026-01-02',
    });
    const exported = await store.exportAll('2026-02-03T04:05:06Z');
    expect(exported).toMatchObject({
      deskside: 1,
      exportedAt: '2026-02-03T04:05:06Z',
      articles: [{ id: 'a' }],
      choices: [{ at: '2026-01-02' }],
    });
    expect(exported.passages).toEqual([{ kind: 'article', id: 'a', spans: [{ start: 0, end: 5, heading: '' }] }]);
    expect(JSON.stringify(exported)).not.toContain('vectors');
    await store.deleteAll();
    const counts = await Promise.all(database.tables.map((table) => table.count()));
    expect(counts.length).toBe(17);
    expect(counts.every((rows) => rows === 0)).toBe(true);
  });

  it('restores past tickets and choices once, and leaves newer ones alone', async () => {
    const past = { id: 'p', source, ticketId: '1', subject: 's', question: 'old', seenAt: '2026-01-01' };
    const choice = {
      kind: 'reply' as const,
      suggestionId: 's',
      sourceIds: [],
      action: 'inserted' as const,
      at: '2026-01-02',
    };
    const own = set('p', { owner: { kind: 'past', id: 'p', source, title: 's' } });
    await store.savePastTicket({ ...past, question: 'new' }, own);
    for (const _ of [1, 2]) await store.restore({ pastTickets: [past], sets: [own], choices: [choice] });
    expect((await store.readPastTicket('p'))?.question).toBe('new');
    expect(await createChoiceStore(database).listChoices()).toEqual([choice]);
    expect(await createChoiceStore(database).listChoices('2026-02')).toEqual([]);
  });
});

it.each(['a', 'https://x:1#2', ''])('reads back the key of %j', (id) => {
  for (const kind of ['article', 'macro', 'past'] as const) {
    expect(readPassageKey(passageKey({ kind, id }))).toEqual({ kind, id });
  }
});
