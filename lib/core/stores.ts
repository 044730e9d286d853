import type { AuditFilter, AuditHead, AuditRow } from './audit';
import type { Article, ImportJob, Macro, Passage, PastTicket, Playbook, SourceId } from './knowledge';
import type { Choice } from './suggestion';
import type { LabelledText } from './team-intents';

export type OwnerKind = Passage['ownerKind'];

/** Names one article, macro or past ticket; ids are unique within a kind. */
export type OwnerKey = { kind: OwnerKind; id: string };

/** What search needs to know of an owner beside its passages. */
export type PassageOwner = OwnerKey & {
  source: SourceId;
  title: string;
  url?: string;
  locale?: string;
  section?: string;
  /** Labels of an article, tags of a macro; absent without any. */
  labels?: string[];
};

/**
 * Unit vectors of `count` passages as int8: number `j` of vector `i` is `values[i * dims + j] * scales[i]`.
 * A quarter of the bytes of float32; recall@10 .98 and more against float32 (search benchmarks, 2026-11-22).
 */
export type PackedVectors = { dims: number; values: Int8Array; scales: Float32Array };

/**
 * Unit vectors of a passage's tokens in 4 bits a number: token `i` is parallel to its levels −7 to 7, number `j` of it in
 * half byte `i * dims + j`, the lower half first, as level + 8.
 */
export type PassageTokens = { dims: number; count: number; values: Uint8Array };

/** All passages of one owner in one record: reading packed records is seven times faster than one row a passage. */
export type PassageSet = {
  owner: PassageOwner;
  /** Hash of the owner's content; vectors made for another hash are not stored. */
  hash: string;
  passages: Passage[];
  /** `<model id>@<version>` that made the vectors; empty while there are none. */
  model: string;
  vectors: PackedVectors | null;
  /** One a passage, null without a word. On the way into the store only: `readTokens` answers those of single passages. */
  tokens?: (PassageTokens | null)[];
};

/** An item as it is stored: `hash` tells whether its content changed, `run` which import saw it last. */
export type Stored<T> = { item: T; hash: string; run: number };

/** An import job with the number of its run (a resumed import keeps it), and whether the helpdesk's last page was stored. */
export type StoredJob = { job: ImportJob; run: number; isComplete: boolean };

/** One page of a listing; `text` filters by title, case ignored. */
export type ListPage = { offset: number; limit: number; text?: string };
export type Listing<T> = { items: T[]; total: number };

/** What one step of an import writes, all of it or nothing. */
export type StorePage = {
  articles: Stored<Article>[];
  macros: Stored<Macro>[];
  /** New or changed owners only; the sets of the others stay as they are. */
  sets: PassageSet[];
  playbooks?: Playbook[];
  /** Items that are stored already and stay as they are, seen by this run too. */
  seen?: { keys: OwnerKey[]; run: number };
  job?: StoredJob;
};

export type StoredCounts = {
  articles: number;
  macros: number;
  playbooks: number;
  passages: number;
  pastTickets: number;
  /** Articles and macros without vectors of the model. */
  unread: number;
  sources: { source: SourceId; articles: number; macros: number; job: ImportJob | null }[];
};

/** Everything that is kept but the log, which is a file of its own, as plain JSON without vectors. `spans` are offsets into the owner's text. */
export type Export = {
  deskside: 1;
  exportedAt: string;
  articles: Article[];
  macros: Macro[];
  playbooks: Playbook[];
  passages: { kind: OwnerKind; id: string; spans: { start: number; end: number; heading: string }[] }[];
  pastTickets: PastTicket[];
  choices: Choice[];
  teamIntents: LabelledText[];
  /** Questions without an answer, and what the last import of each source told; absent in files of older versions. */
  gaps?: Pick<GapRow, 'text' | 'count' | 'firstAt' | 'lastAt' | 'isDismissed'>[];
  importJobs?: ImportJob[];
};

/** Where knowledge is kept. Every method rejects only when the database itself fails (quota, blocked, gone). */
export type KnowledgeStore = {
  readArticle(id: string): Promise<Article | undefined>;
  readMacro(id: string): Promise<Macro | undefined>;
  listArticles(page: ListPage): Promise<Listing<Article>>;
  listMacros(page: ListPage): Promise<Listing<Macro>>;
  listPlaybooks(): Promise<Playbook[]>;
  /** Content hashes of articles and macros, in the order asked; undefined for those not stored. */
  readHashes(keys: OwnerKey[]): Promise<(string | undefined)[]>;
  storePage(page: StorePage): Promise<void>;
  /** Articles and macros of the source that another run than `run` saw last. */
  listUnseen(source: SourceId, run: number): Promise<OwnerKey[]>;
  removeOwners(keys: OwnerKey[]): Promise<void>;
  /** Everything that came from the source: items, passages, its playbooks, past tickets and job. Answers the owners removed. */
  removeSource(source: SourceId): Promise<OwnerKey[]>;
  /** Gives an article or macro a tag that outlasts its next import; false where it is not there. */
  addTag(key: OwnerKey, tag: string): Promise<boolean>;
  savePlaybook(playbook: Playbook): Promise<void>;
  removePlaybook(id: string): Promise<void>;
  readJob(source: SourceId): Promise<StoredJob | undefined>;
  writeJob(job: StoredJob): Promise<void>;

  /** Sets of the owners, in the order asked; undefined where there is none. */
  readOwners(keys: OwnerKey[]): Promise<(PassageSet | undefined)[]>;
  /** Sets whose vectors were not made by `model`. */
  readStaleSets(model: string, limit: number): Promise<PassageSet[]>;
  /** Token vectors by passage id, in the order asked; undefined where there are none that `model` made. */
  readTokens(passageIds: string[], model: string): Promise<(PassageTokens | undefined)[]>;
  /** Stores vectors of sets that are still there with the same hash; answers those that were. */
  writeVectors(sets: PassageSet[]): Promise<PassageSet[]>;

  readPastTicket(id: string): Promise<PastTicket | undefined>;
  /** The `limit` past tickets seen last, the latest first. */
  listPastTickets(limit: number): Promise<PastTicket[]>;
  savePastTicket(ticket: PastTicket, set: PassageSet): Promise<void>;

  /** `model` by the name that vectors are stored with. */
  counts(model: string): Promise<StoredCounts>;
  /** Where articles and macros came from, import jobs included, in order; costs as many reads as there are sources. */
  listSources(): Promise<SourceId[]>;
  exportAll(exportedAt: string): Promise<Export>;
  /** Adds past tickets and choices of an export; those already there stay. */
  restore(memory: { pastTickets: PastTicket[]; sets: PassageSet[]; choices: Choice[] }): Promise<void>;
  deleteAll(): Promise<void>;
};

/** What a search index was last written as: its own text, and the last change of passages that it holds. */
export type IndexManifest = { manifest: string; change: number };

/**
 * Where a search index keeps its files, and the passages it is made of. A file is written once and never changed. Changes of
 * passages are numbered, in the transaction that makes them, so that an index finds what it missed.
 */
export type IndexStore = {
  readManifest(): Promise<IndexManifest | undefined>;
  /** Chunks of the file in order; null when one is missing or damaged. */
  readFile(name: string): Promise<Uint8Array[] | null>;
  writeFile(name: string, parts: Uint8Array[]): Promise<void>;
  /** Makes this the state that is read next; lets go of all other files and of the changes that it holds. All or nothing. */
  commit(state: IndexManifest & { files: string[] }): Promise<void>;
  /** Lets go of manifest and files. */
  clear(): Promise<void>;
  /** Number of the last change, 0 before the first. */
  lastChange(): Promise<number>;
  /** Owners that changed after that change. */
  readChanges(after: number): Promise<OwnerKey[]>;
  /** At most `limit` sets in the order of their keys, after `after`; `next` null: that was the last. */
  readSets(after: string | null, limit: number): Promise<{ sets: PassageSet[]; next: string | null }>;
  /** As `KnowledgeStore.readOwners`. */
  readOwners: KnowledgeStore['readOwners'];
};

/** A question without an answer: one of those alike, how many tickets asked it (`tickets` as hashes), and its vector. */
export type GapRow = {
  id: string;
  text: string;
  vector: Float32Array;
  model: string;
  tickets: string[];
  count: number;
  isDismissed: boolean;
  /** ISO 8601. */
  firstAt: string;
  lastAt: string;
};
/** Where questions without an answer are kept. */
export type GapStore = {
  listGaps(): Promise<GapRow[]>;
  saveGap(row: GapRow): Promise<void>;
  removeGaps(ids: string[]): Promise<void>;
};

/** A choice with the key that it is stored under. */
export type StoredChoice = { key: number; choice: Choice };

/** Where the agent's choices are kept, oldest first. */
export type ChoiceStore = {
  /** Answers the key. */
  addChoice(choice: Choice): Promise<number>;
  addChoices(choices: Choice[]): Promise<void>;
  /** Choices that are gone by now are left alone. */
  changeChoices(changed: StoredChoice[]): Promise<void>;
  removeChoices(keys: number[]): Promise<void>;
  /** Choices made at or after `since` (ISO 8601), or all. */
  listChoices(since?: string): Promise<Choice[]>;
  readChoices(): Promise<StoredChoice[]>;
};

/** Vectors of a playbook's texts, one each, L2 norm 1; `hash` tells whether they are of the texts of now. */
export type PlaybookVectors = { id: string; hash: string; vectors: Float32Array[] };

/** Where vectors of playbooks are kept; they go with the playbook. */
export type PlaybookVectorStore = {
  /** In the order asked; undefined where there are none that `model` made. */
  readVectors(ids: string[], model: string): Promise<(PlaybookVectors | undefined)[]>;
  /** Leaves out those whose playbook is gone. */
  writeVectors(rows: PlaybookVectors[], model: string): Promise<void>;
};

/** Where the log is kept. A row that is stored never changes. */
export type AuditStore = {
  readHead(): Promise<AuditHead>;
  /**
   * Adds rows and moves the head from `before` to `after`, both or neither; lets go of all rows up to `upTo` with it. False,
   * with nothing changed, where the head is not `before` any more. `tombstones` take the place of the rows of their numbers.
   */
  append(change: {
    before: AuditHead;
    rows: AuditRow[];
    after: AuditHead;
    upTo?: number;
    tombstones?: AuditRow[];
  }): Promise<boolean>;
  /** Number of the last row that is there, 0 without any. */
  readLastSeq(): Promise<number>;
  /** At most `limit` rows after number `after`, in their order. */
  readRows(after: number, limit: number): Promise<AuditRow[]>;
  /** Rows about any of these states of conversations. */
  readTurns(turns: readonly string[]): Promise<AuditRow[]>;
  /** Newest first; `ticket` is a reference here. */
  listRows(filter: AuditFilter, page: { offset: number; limit: number }): Promise<Listing<AuditRow>>;
  /** 32 random bytes of this device, made with the first call. */
  readKey(): Promise<Uint8Array<ArrayBuffer>>;
  /** The settings as they were seen last, without any text; undefined before. */
  readSeenSettings(): Promise<Record<string, string> | undefined>;
  writeSeenSettings(seen: Record<string, string>): Promise<void>;
};
