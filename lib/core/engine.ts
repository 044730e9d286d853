import type { AuditCheck, AuditCursor, AuditFilter, AuditFormat, AuditPage, AuditPart } from './audit';
import type { HealthState } from './health';
import type { KnowledgePage } from './helpdesk';
import type { Article, Hit, ImportJob, Macro, Playbook, SearchQuery, SourceId } from './knowledge';
import type { Forget, LearningState } from './learning';
import type { ModelCard } from './model-card';
import type { LinkedCounts, PrivacyState, RedactionPreview } from './privacy';
import type { ReplayChange, ReplayedTurn, ReplayFilter, ReplayState } from './replay';
import type { Result } from './result';
import type { ConversationSignals } from './signals';
import type { RenderedMacro, ReplyStyle, Suggestions, ToldChoice } from './suggestion';
import type { IntentEdit, IntentsState, MessageToLabel, TeamGuess } from './team-intents';
import type { Ticket } from './ticket';

/** State of the model in its worker. `memoryBytes` is the WASM heap where it can be read. */
export type ModelState = {
  status: 'unloaded' | 'loading' | 'ready' | 'failed';
  /** 0 to 1 while loading. */
  progress: number;
  modelId: string;
  version: string;
  threads: number;
  memoryBytes: number | null;
  /** Worker start to the first signals, milliseconds; null before. */
  coldStartMs: number | null;
  /** Time to hash the model's files, milliseconds; null before. */
  verifiedMs?: number | null;
  /** Whether the model gives the stored vectors for its fixed sentences here; absent where it is not tested. */
  selfTest?: 'waiting' | 'passed' | 'failed';
  /** How many models failed it with several threads and were started with one; what they said before is withdrawn. */
  fallbacks?: number;
  /** Why the model is not run although it could be loaded: it stays so until the browser restarts. */
  failure?: ModelFailure;
  message?: string;
};

/** A file has other bytes than its card says, or the results are wrong on this machine even with one thread. */
export type ModelFailure = 'file-damaged' | 'self-test';

export type KnowledgeCounts = {
  articles: number;
  macros: number;
  playbooks: number;
  passages: number;
  pastTickets: number;
  /** Articles and macros that are found by their words alone until their vectors are made. */
  unread: number;
  sources: { source: SourceId; articles: number; macros: number; job: ImportJob | null }[];
};
export type EngineState = {
  model: ModelState;
  knowledge: KnowledgeCounts;
  storageBytes: number | null;
  quotaBytes: number | null;
};

/**
 * Text of a file: CSV, JSON, Markdown, HTML or plain, told by the name's ending where `format` does not say it (the text of
 * a document is HTML). `problems`: what of the file could not be read as text.
 */
export type ImportText = { name: string; text: string; format?: 'html' | 'txt'; problems?: string[] };
/**
 * Which piece of a large file this is, cut between its records. `stamp` tells the file from another of its name; `number` from 0
 * on; `offset` is added to lines, or numbers of records, that are found in the piece.
 */
export type ImportPiece = { stamp: string; number: number; offset: number; isLast: boolean };
/** A file the agent gave. Of an archive `files` holds the text, their names with folders. */
export type ImportFile = ImportText & { files?: ImportText[]; piece?: ImportPiece };
export type FileReport = {
  articles: number;
  macros: number;
  playbooks: number /** `line` is 1-based where it can be told. */;
  /** Examples of the team's intents; absent where there are none. */
  examples?: number;
  /** Past tickets; absent where there are none. */
  pastTickets?: number;
  problems: { line: number | null; message: string }[];
};

/** A page of knowledge on its way into the library. The engine takes the source from the sender. */
export type KnowledgeBatch = KnowledgePage;

/**
 * What the engine page answers; the protocol carries exactly these calls.
 * `source` is set by the caller's context: content scripts act for their own origin only.
 */
export type Engine = {
  /** `latest` reads the open turn only and answers fast; `all` reads every customer message, for the trend. */
  readSignals(request: { ticket: Ticket; scope: 'latest' | 'all' }): Promise<Result<ConversationSignals>>;
  /**
   * `alternative` picks among reply drafts, 0 the best; it wraps around. `style`: another way to say it. `rendered`: a
   * macro whose blanks the helpdesk filled, after an answer that named it.
   */
  suggest(request: {
    ticket: Ticket;
    alternative: number;
    style?: ReplyStyle;
    rendered?: RenderedMacro;
  }): Promise<Result<Suggestions>>;
  recordChoice(choice: ToldChoice): Promise<Result<null>>;
  /** What the agent's choices taught, in parts that can be told and forgotten. */
  readLearning(): Promise<Result<LearningState>>;
  forgetLearning(request: Forget): Promise<Result<LearningState>>;
  /** A file of what was learnt, to keep or to move; holds no text. */
  exportLearning(): Promise<Result<string>>;
  /** Adds what such a file holds. Fails with `not-learning`, `newer-version` or `bad-choice`, nothing added then. */
  importLearning(request: { text: string }): Promise<Result<{ added: number; known: number }>>;
  search(query: SearchQuery): Promise<Result<Hit[]>>;
  state(): Promise<Result<EngineState>>;
  /** The cards of the bundled models, word for word. */
  modelCards(): Promise<Result<ModelCard[]>>;

  /** Begins or resumes the import of a helpdesk's knowledge; answers the job with the cursor to go on from. `fresh` starts over. */
  beginImport(request: { source: SourceId; fresh: boolean }): Promise<Result<ImportJob>>;
  /** Chunks, embeds and stores one page; answers once it is safely stored. */
  storeBatch(request: { source: SourceId; batch: KnowledgeBatch }): Promise<Result<ImportJob>>;
  endImport(request: {
    source: SourceId;
    status: 'paused' | 'cancelled' | 'failed' | 'done';
    message?: string;
  }): Promise<Result<ImportJob>>;
  /**
   * Of a large file piece by piece, in their order: each is kept when it is answered; after a stop the file goes on at the piece that
   * the source's job names as its cursor (`pieceCursor`). Fails with `import-not-running` where a piece does not follow the last.
   */
  importFile(file: ImportFile): Promise<Result<FileReport>>;
  removeSource(source: SourceId): Promise<Result<null>>;

  listArticles(page: {
    offset: number;
    limit: number;
    text?: string;
  }): Promise<Result<{ items: Article[]; total: number }>>;
  listMacros(page: {
    offset: number;
    limit: number;
    text?: string;
  }): Promise<Result<{ items: Macro[]; total: number }>>;
  listPlaybooks(): Promise<Result<Playbook[]>>;
  /** `text` is the playbook as written: title line, optional `Intent:` line, numbered steps. Answers the parsed playbook or the line that could not be read. */
  savePlaybook(request: { id?: string; text: string }): Promise<Result<Playbook>>;
  remove(request: { kind: 'article' | 'macro' | 'playbook'; id: string }): Promise<Result<null>>;

  /** The latest check of the library, how far a running one is, and the questions without an answer. */
  readHealth(): Promise<Result<HealthState>>;
  /** Looks through the library in the background; `cancel` keeps the report before. */
  checkHealth(request: { action: 'start' | 'cancel' }): Promise<Result<HealthState>>;
  dismissGap(request: { id: string }): Promise<Result<HealthState>>;
  /** A tag of the agent's own beside the helpdesk's; it outlasts refreshes of the source. */
  addTag(request: { kind: 'article' | 'macro'; id: string; tag: string }): Promise<Result<HealthState>>;

  /** The team's own intents, what may be wrong with them, and how far their training is. */
  readIntents(): Promise<Result<IntentsState>>;
  /** Changes the team's intents, or takes the latest change back; training follows by itself. */
  editIntents(edit: IntentEdit | { kind: 'undo' } | { kind: 'redo' }): Promise<Result<IntentsState>>;
  trainIntents(request: { action: 'start' | 'cancel' }): Promise<Result<IntentsState>>;
  /** Waits for a training that runs. Fails with `no-intents` and with what the training failed with. */
  guessIntent(request: { text: string }): Promise<Result<TeamGuess>>;
  /** Of the past tickets kept on this device; fails with `memory-off` where the agent does not keep them. */
  messagesToLabel(): Promise<Result<MessageToLabel[]>>;

  /**
   * Walks past tickets (of a file, those kept on this device, or those of the replay before), in the background and
   * behind live messages. Nothing of it is stored or noted. Fails as `importFile` does, and with `memory-off`,
   * `no-tickets` and `no-turns` (no ticket has an answer of an agent).
   */
  startReplay(request: {
    from: { kind: 'file'; file: ImportFile } | { kind: 'memory' | 'again' };
    change: ReplayChange | null;
  }): Promise<Result<ReplayState>>;
  readReplay(): Promise<Result<ReplayState>>;
  /** `cancel` keeps what was walked so far, `clear` forgets the tickets too. */
  endReplay(request: { action: 'cancel' | 'clear' }): Promise<Result<ReplayState>>;
  /** The turns walked so far; those that the change makes different come first. */
  listReplay(page: {
    filter: ReplayFilter;
    offset: number;
    limit: number;
  }): Promise<Result<{ items: ReplayedTurn[]; total: number }>>;

  /** One page of the log of what was shown and done, newest first. */
  readAudit(request: { filter: AuditFilter; offset: number; limit: number }): Promise<Result<AuditPage>>;
  /** Walks the whole log in the background; `look` tells how far that is. `noted`: a hash of the log noted elsewhere. */
  verifyAudit(request: { action: 'start' | 'cancel' | 'look'; noted?: string }): Promise<Result<AuditCheck>>;
  /** The log as a file, in parts: asked again with `next` until that is null. Fails with `log-changed`. */
  exportAudit(request: { format: AuditFormat; cursor: AuditCursor | null }): Promise<Result<AuditPart>>;
  /** What would be kept of a ticket and what would be taken out of it; nothing is kept by asking. */
  previewRedaction(request: { ticket: Ticket }): Promise<Result<RedactionPreview>>;
  /** What is kept on this device, and since when. */
  readPrivacy(): Promise<Result<PrivacyState>>;
  /** Deletes what is older than the settings allow; it happens by itself at each start and once a day. */
  tidyUp(): Promise<Result<PrivacyState>>;
  /** How much is still linked to somebody: ticket numbers, names or addresses, parted by commas or lines. Fails with `nobody` for none. */
  findLinked(request: { text: string }): Promise<Result<LinkedCounts>>;
  /** Deletes it, knowledge excepted; answers what was deleted, and the knowledge that still names them. */
  removeLinked(request: { text: string }): Promise<Result<LinkedCounts>>;

  exportAll(): Promise<Result<string>>;
  deleteAll(): Promise<Result<null>>;
};

/** Turns texts into vectors and logits in one forward pass each; implemented by the model worker, and in Node by the lab. */
export type Encoder = {
  /**
   * One row per text. `vector` has 384 numbers, L2 norm 1. Texts beyond the model's limit are cut. `language`: ISO 639-1
   * code of all texts where it is known already; told from each text otherwise.
   */
  encode(
    texts: string[],
    options?: { priority?: 'now' | 'later'; signal?: AbortSignal; language?: string },
  ): Promise<Encoding[]>;
  state(): ModelState;
};
/**
 * Outputs of one forward pass; `logits` by head name (`sentiment`, `emotion`, `urgency`, `intent`, `flag`). `tokens` is null
 * for a model without token vectors and for a text without a word.
 */
export type Encoding = { vector: Float32Array; logits: Record<string, Float32Array>; tokens: PackedTokens | null };

/** What a search reads of its query's encoding. */
export type Reading = Pick<Encoding, 'vector' | 'tokens'>;

/**
 * Unit vectors of a text's tokens that hold a letter or digit, in its order: number `j` of token `i` is
 * `values[i * dims + j] * scale`. `weights`: what each token counts, [count]; all alike without.
 */
export type PackedTokens = { dims: number; count: number; values: Int8Array; scale: number; weights?: Float32Array };
