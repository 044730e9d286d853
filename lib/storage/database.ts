import Dexie, { type EntityTable, type Table } from 'dexie';
import type { AuditRow } from '../core/audit';
import type { Article, Macro, PastTicket, Playbook, SourceId } from '../core/knowledge';
import type { GapRow, OwnerKey, PassageSet, PassageTokens, PlaybookVectors, Stored, StoredJob } from '../core/stores';
import type { Choice } from '../core/suggestion';
import type { TeamIntent } from '../core/team-intents';

/** A passage set as stored; `count` is indexed so that passages are counted without reading vectors. */
export type PassageRow = Omit<PassageSet, 'tokens'> & { key: string; count: number };
/** Token vectors of one passage, `key` its id. Apart from its set, so that filling the index reads none of them. */
export type TokenRow = PassageTokens & { key: string; owner: string; model: string };
export type ArticleRow = Stored<Article> & { id: string; source: SourceId; title: string };
export type MacroRow = Stored<Macro> & { id: string; source: SourceId; title: string };
type JobRow = StoredJob & { source: SourceId };
/** Vector of an example or name of the team's intents. */
type IntentVectorRow = { text: string; model: string; vector: Float32Array };
/** Vectors of a playbook, `id` as of the playbook. */
type PlaybookVectorRow = PlaybookVectors & { model: string };
/** A part of a file of the search index, with the sum of its bytes. */
type IndexChunkRow = { file: string; part: number; bytes: Uint8Array; sum: number };
/** An owner whose passages changed, in the order of the changes: what the files of the search index may not hold yet. */
type IndexChangeRow = { seq: number; key: string };
/** Tags the agent gave an article or macro, `key` as of `passageKey`. */
type OwnTagsRow = { key: string; tags: string[] };
/** Single facts, for example which model the vectors were made by. */
type MetaRow = { key: string; value: unknown };

/** The database of the extension's own origin. A new version gets a migration file beside this one. */
export type Database = Dexie & {
  articles: EntityTable<ArticleRow, 'id'>;
  macros: EntityTable<MacroRow, 'id'>;
  playbooks: EntityTable<Playbook, 'id'>;
  passages: EntityTable<PassageRow, 'key'>;
  tokens: EntityTable<TokenRow, 'key'>;
  pastTickets: EntityTable<PastTicket, 'id'>;
  choices: Table<Choice, number>;
  importJobs: EntityTable<JobRow, 'source'>;
  meta: EntityTable<MetaRow, 'key'>;
  teamIntents: EntityTable<TeamIntent, 'id'>;
  intentVectors: EntityTable<IntentVectorRow, 'text'>;
  indexChunks: Table<IndexChunkRow, [string, number]>;
  indexChanges: EntityTable<IndexChangeRow, 'seq'>;
  gaps: EntityTable<GapRow, 'id'>;
  ownTags: EntityTable<OwnTagsRow, 'key'>;
  audit: EntityTable<AuditRow, 'seq'>;
  playbookVectors: EntityTable<PlaybookVectorRow, 'id'>;
};

/** Key of an owner's passages. Sorts by kind, then id. */
export function passageKey({ kind, id }: OwnerKey): string {
  return `${kind}:${id}`;
}

/** The owner that a key of `passageKey` names. */
export function readPassageKey(key: string): OwnerKey {
  const [kind = 'article', ...id] = key.split(':');
  return { kind: kind === 'macro' || kind === 'past' ? kind : 'article', id: id.join(':') };
}

/** How long another page may hold an upgrade back, and after which time it is tried again; milliseconds. */
const [blockedMs, againMs] = [1_000, 3_000];

/** Lets nobody wait for a database that another page does not let go of: what is asked fails until it can be opened. */
function outliveBlock(database: Dexie): void {
  database.on('blocked', () => {
    setTimeout(() => {
      if (database.isOpen()) return;
      database.close();
      setTimeout(() => void database.open().catch(() => {}), againMs);
    }, blockedMs);
  });
}

/** Opens the database (lazily, with its first use); another `name` gives another database, for tests. */
export function openDatabase(name = 'deskside'): Database {
  const database = new Dexie(name) as Database;
  database.version(1).stores({
    articles: 'id, source, title, [source+run]',
    macros: 'id, source, title, [source+run]',
    playbooks: 'id, title',
    passages: 'key, owner.source, model, count',
    pastTickets: 'id, source, seenAt',
    choices: '++, at',
    importJobs: 'source',
    meta: 'key',
  });
  // 2026-11-29: token vectors. A new table needs no migration; they come with the next model's vectors.
  database.version(2).stores({ tokens: 'key, owner' });
  // 2026-11-29: the team's own intents. New tables need no migration.
  database.version(3).stores({ teamIntents: 'id, name', intentVectors: 'text' });
  // 2026-11-29: files of the search index. Without them the index is built of the passages and their vectors.
  database.version(4).stores({ indexChunks: '[file+part], file', indexChanges: '++seq' });
  // 2026-11-29: questions without an answer, and the agent's own tags. New tables need no migration.
  database.version(5).stores({ gaps: 'id', ownTags: 'key' });
  // 2026-11-30: the log of what was shown and done. A new table needs no migration.
  database.version(6).stores({ audit: 'seq, at, ticket, turn, [kind+at]' });
  // 2026-11-30: vectors of playbooks. A new table needs no migration; it is filled as playbooks are used.
  database.version(7).stores({ playbookVectors: 'id' });
  outliveBlock(database);
  return database;
}
