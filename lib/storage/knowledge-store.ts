import Dexie, { type EntityTable } from 'dexie';
import type { Playbook, SourceId } from '../core/knowledge';
import type { KnowledgeStore, Listing, ListPage, OwnerKey, PassageSet, StoredCounts, StorePage } from '../core/stores';
import { type ArticleRow, type Database, type MacroRow, passageKey, readPassageKey } from './database';
import { clearDatabase, exportDatabase, restoreMemory } from './export';
import { addOwnTag, withOwnTags } from './own-tags';
import { passageTables, putSets, readOwners, removeSets, toSet } from './passage-rows';

/** The knowledge store of core over the database. Every write is one transaction. */
export function createKnowledgeStore(database: Database): KnowledgeStore {
  return {
    ...createReaders(database),
    ...createWriters(database),
    ...createVectorAccess(database),
    exportAll: (exportedAt) => exportDatabase(database, exportedAt),
    restore: (memory) => restoreMemory(database, memory),
    deleteAll: () => clearDatabase(database),
  };
}

type Readers = Pick<
  KnowledgeStore,
  | 'readArticle'
  | 'readMacro'
  | 'listArticles'
  | 'listMacros'
  | 'listPlaybooks'
  | 'readHashes'
  | 'listUnseen'
  | 'readJob'
  | 'readPastTicket'
  | 'listPastTickets'
  | 'counts'
  | 'listSources'
>;

function createReaders(database: Database): Readers {
  const { articles, macros, playbooks, importJobs, pastTickets } = database;
  return {
    readArticle: async (id) => (await articles.get(id))?.item,
    readMacro: async (id) => (await macros.get(id))?.item,
    listArticles: (page) => listRows(articles, page),
    listMacros: (page) => listRows(macros, page),
    listPlaybooks: () => playbooks.orderBy('title').toArray(),
    async readHashes(keys) {
      const rows = await Promise.all([
        articles.bulkGet(keys.map(({ kind, id }) => (kind === 'article' ? id : ''))),
        macros.bulkGet(keys.map(({ kind, id }) => (kind === 'macro' ? id : ''))),
      ]);
      return keys.map((_, index) => rows[0][index]?.hash ?? rows[1][index]?.hash);
    },
    async listUnseen(source, run) {
      const [article, macro] = await Promise.all([unseenIds(articles, source, run), unseenIds(macros, source, run)]);
      return [
        ...article.map((id): OwnerKey => ({ kind: 'article', id })),
        ...macro.map((id): OwnerKey => ({ kind: 'macro', id })),
      ];
    },
    async readJob(source) {
      const row = await importJobs.get(source);
      return row && { job: row.job, run: row.run, isComplete: row.isComplete };
    },
    readPastTicket: (id) => pastTickets.get(id),
    listPastTickets: (limit) => pastTickets.orderBy('seenAt').reverse().limit(limit).toArray(),
    counts: (model) => countAll(database, model),
    listSources: () => listSources(database),
  };
}

type Row = ArticleRow | MacroRow;
/** The largest number of rows that a browser takes: a larger one is an error since its `getAll` takes options (Chromium 156). */
const mostRows = 2 ** 32 - 1;
/** Articles and macros are stored alike. */
type RowTable<R extends Row> = EntityTable<R, 'id'>;

async function listRows<R extends Row>(table: RowTable<R>, page: ListPage): Promise<Listing<R['item']>> {
  const wanted = page.text?.trim().toLowerCase();
  const rows = () => {
    const all = table.orderBy('title');
    return wanted ? all.filter((row) => row.title.toLowerCase().includes(wanted)) : all;
  };
  const [total, found] = await Promise.all([
    wanted ? rows().count() : table.count(),
    rows().offset(page.offset).limit(Math.min(page.limit, mostRows)).toArray(),
  ]);
  return { items: found.map((row) => row.item), total };
}

async function unseenIds<R extends Row>(table: RowTable<R>, source: SourceId, run: number): Promise<string[]> {
  const rows = table.where('[source+run]');
  const older = rows.between([source, Dexie.minKey], [source, run], true, false).primaryKeys();
  const newer = table.where('[source+run]').between([source, run], [source, Dexie.maxKey], false, true).primaryKeys();
  return (await Promise.all([older, newer])).flat() as string[];
}

async function listSources({ articles, macros, importJobs }: Database): Promise<SourceId[]> {
  const names = await Promise.all([
    articles.orderBy('source').uniqueKeys(),
    macros.orderBy('source').uniqueKeys(),
    importJobs.toCollection().primaryKeys(),
  ]);
  return [...new Set(names.flat().map(String))].sort();
}

async function countAll(database: Database, model: string): Promise<StoredCounts> {
  const { articles, macros, playbooks, passages, pastTickets, importJobs } = database;
  const [articleCount, macroCount, playbookCount, pastCount, sizes, stale, jobs, names] = await Promise.all([
    articles.count(),
    macros.count(),
    playbooks.count(),
    pastTickets.count(),
    passages.orderBy('count').keys(),
    passages.where('model').notEqual(model).primaryKeys(),
    importJobs.toArray(),
    listSources(database),
  ]);
  const sources = names.map(async (source) => ({
    source,
    articles: await articles.where({ source }).count(),
    macros: await macros.where({ source }).count(),
    job: jobs.find((row) => row.source === source)?.job ?? null,
  }));
  return {
    articles: articleCount,
    macros: macroCount,
    playbooks: playbookCount,
    passages: sizes.reduce<number>((sum, size) => sum + Number(size), 0),
    pastTickets: pastCount,
    unread: stale.filter((key) => !key.startsWith('past:')).length,
    sources: await Promise.all(sources),
  };
}

type Writers = Pick<
  KnowledgeStore,
  | 'storePage'
  | 'addTag'
  | 'removeOwners'
  | 'removeSource'
  | 'savePlaybook'
  | 'removePlaybook'
  | 'writeJob'
  | 'savePastTicket'
>;

function createWriters(database: Database): Writers {
  const { articles, macros, playbooks, playbookVectors, pastTickets, importJobs } = database;
  return {
    storePage: (page) => storePage(database, page),
    removeOwners: (keys) =>
      database.transaction('rw', [articles, macros, pastTickets, ...passageTables(database)], async () => {
        await articles.bulkDelete(idsOf(keys, 'article'));
        await macros.bulkDelete(idsOf(keys, 'macro'));
        await pastTickets.bulkDelete(idsOf(keys, 'past'));
        await removeSets(database, keys);
      }),
    removeSource: (source) => removeSource(database, source),
    addTag: (key, tag) => addOwnTag(database, key, tag),
    async savePlaybook(playbook: Playbook) {
      await playbooks.put(playbook);
    },
    removePlaybook: (id) =>
      database.transaction('rw', [playbooks, playbookVectors], async () => {
        await playbooks.delete(id);
        await playbookVectors.delete(id);
      }),
    async writeJob(job) {
      await importJobs.put({ source: job.job.source, ...job });
    },
    savePastTicket: (ticket, set) =>
      database.transaction('rw', [pastTickets, ...passageTables(database)], async () => {
        await pastTickets.put(ticket);
        await putSets(database, [set]);
      }),
  };
}

function idsOf(keys: OwnerKey[], kind: OwnerKey['kind']): string[] {
  return keys.filter((key) => key.kind === kind).map((key) => key.id);
}

async function storePage(database: Database, given: StorePage): Promise<void> {
  const { articles, macros, playbooks, importJobs, ownTags } = database;
  const tables = [articles, macros, playbooks, importJobs, ownTags, ...passageTables(database)];
  await database.transaction('rw', tables, async () => {
    const page = await withOwnTags(database, given);
    await articles.bulkPut(page.articles.map((row) => ({ ...row, ...namesOf(row.item) })));
    await macros.bulkPut(page.macros.map((row) => ({ ...row, ...namesOf(row.item) })));
    await putSets(database, page.sets);
    if (page.playbooks) await playbooks.bulkPut(page.playbooks);
    if (page.seen) await markSeen(database, page.seen);
    if (page.job) await importJobs.put({ source: page.job.job.source, ...page.job });
  });
}

async function markSeen({ articles, macros }: Database, { keys, run }: NonNullable<StorePage['seen']>): Promise<void> {
  await articles.where('id').anyOf(idsOf(keys, 'article')).modify({ run });
  await macros.where('id').anyOf(idsOf(keys, 'macro')).modify({ run });
}

async function removeSource(database: Database, source: SourceId): Promise<OwnerKey[]> {
  const { articles, macros, playbooks, playbookVectors, passages, pastTickets, importJobs } = database;
  const tables = [articles, macros, playbooks, playbookVectors, pastTickets, importJobs, ...passageTables(database)];
  return database.transaction('rw', tables, async () => {
    const keys = await passages.where('owner.source').equals(source).primaryKeys();
    const removed = keys.map(readPassageKey);
    await removeSets(database, removed);
    await articles.where({ source }).delete();
    await macros.where({ source }).delete();
    await pastTickets.where({ source }).delete();
    await playbooks.where('id').startsWith(`${source}#`).delete();
    await playbookVectors.where('id').startsWith(`${source}#`).delete();
    await importJobs.delete(source);
    return removed;
  });
}

function namesOf({ id, source, title }: { id: string; source: SourceId; title: string }) {
  return { id, source, title };
}

type VectorAccess = Pick<KnowledgeStore, 'readOwners' | 'readStaleSets' | 'readTokens' | 'writeVectors'>;

function createVectorAccess(database: Database): VectorAccess {
  const { passages, tokens } = database;
  return {
    readOwners: (keys) => readOwners(database, keys),
    async readStaleSets(model, limit) {
      return (await passages.where('model').notEqual(model).limit(limit).toArray()).map(toSet);
    },
    async readTokens(passageIds, model) {
      const rows = await tokens.bulkGet(passageIds);
      return rows.map((row) =>
        row?.model === model ? { dims: row.dims, count: row.count, values: row.values } : undefined,
      );
    },
    writeVectors: (sets) => writeVectors(database, sets),
  };
}

async function writeVectors(database: Database, sets: PassageSet[]): Promise<PassageSet[]> {
  const { passages } = database;
  return database.transaction('rw', passageTables(database), async () => {
    const current = await passages.bulkGet(sets.map((set) => passageKey(set.owner)));
    const unchanged = sets.filter((set, index) => current[index]?.hash === set.hash);
    await putSets(database, unchanged);
    return unchanged;
  });
}
