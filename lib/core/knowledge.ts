/** Where knowledge came from: a helpdesk's origin such as `https://acme.zendesk.com`, or `file:<name>`. */
export type SourceId = string;

/** An article of a help centre. `id` is unique over all sources: `<source>#<id there>`. */
export type Article = {
  id: string;
  source: SourceId;
  title: string;
  /** Plain text made of the HTML body, blocks parted by `\n`; passage offsets point into this. */
  text: string;
  /** Address the agent can open, absent for files. */
  url?: string;
  section?: string;
  /** BCP 47, lower case, e.g. `en-us`; absent when unknown. */
  locale?: string;
  labels: string[];
  /** True: must never be quoted to a customer (agents-only folder). */
  isInternal: boolean;
  updatedAt?: string;
};

/** Fields of a ticket that a macro may change; actions on any other are not read. */
export const macroFields = [
  'status',
  'priority',
  'type',
  'group',
  'assignee',
  'form',
  'brand',
  'subject',
  'set-tags',
  'add-tags',
  'remove-tags',
] as const;
export type MacroField = (typeof macroFields)[number];
/** One change a macro makes. `value` as the helpdesk names it (tags parted by spaces); `label` for people where it is an id. */
export type MacroAction = { field: MacroField; value: string; label?: string };

/** A canned reply. `text` and `html` still hold the helpdesk's placeholders; `text` is empty where it only changes fields. */
export type Macro = {
  id: string;
  source: SourceId;
  title: string;
  text: string;
  /** Sanitised HTML; absent when the macro is plain. */
  html?: string;
  /** Where the helpdesk's menu keeps it, e.g. `Billing › Refunds`. */
  category?: string;
  /** What it changes on the ticket; data to propose it by, Deskside never applies it. */
  actions?: MacroAction[];
  /** True: writes an internal note, never a public reply. */
  isNote: boolean;
  tags: string[];
  updatedAt?: string;
};

export const stepKinds = ['ask', 'verify', 'do', 'tell', 'escalate'] as const;
export type StepKind = (typeof stepKinds)[number];
/** `say`: the words for the customer, where the playbook gives them. */
export type PlaybookStep = { id: string; text: string; kind: StepKind; say?: string };

export const ticketPriorities = ['low', 'normal', 'high', 'urgent'] as const;
export type TicketPriority = (typeof ticketPriorities)[number];
/** Where tickets of a playbook belong. */
export type PlaybookRouting = { team?: string; priority?: TicketPriority; tags?: string[] };

/** A procedure in plain numbered steps, tied to an intent of the taxonomy or to none. */
export type Playbook = {
  id: string;
  title: string;
  intent?: string;
  routing?: PlaybookRouting;
  steps: PlaybookStep[];
  updatedAt?: string;
};

/** Start of the ids of the practice page's playbooks, which help its own tickets only. */
export const practicePlaybookPrefix = 'practice:';

/** A stretch of an article or macro that can answer on its own. Offsets are UTF-16 code units into the owner's `text`, end exclusive. */
export type Passage = {
  id: string;
  ownerId: string;
  ownerKind: 'article' | 'macro' | 'past';
  heading: string;
  start: number;
  end: number;
  text: string;
};

/** One past ticket kept on this device for "similar tickets" and reuse; text is free of detected personal data. */
export type PastTicket = {
  id: string;
  source: SourceId;
  ticketId: string;
  subject: string;
  /** What the customer asked, redacted. */
  question: string;
  /** The agent's answer, redacted; absent while unanswered. */
  reply?: string;
  intent?: string;
  /** The customer confirmed that the reply solved it. */
  isSolved?: boolean;
  seenAt: string;
};

/** A search result: the owner, its best passage and the best sentence in it. */
export type Hit = {
  ownerId: string;
  ownerKind: Passage['ownerKind'];
  title: string;
  passage: Passage;
  /** The best sentence, offsets into the owner's text. */
  quote: { text: string; start: number; end: number };
  /** Fused score; comparable within one query only. */
  score: number;
  /** Cosine of query and best passage, −1 to 1; null when no vector was had. */
  cosine: number | null;
  /**
   * Mean over the question's tokens of the best cosine with a token of the passage, −1 to 1; null where no token vectors
   * were read.
   */
  match: number | null;
  /**
   * Mean over the question's tokens of the square by which the best cosine here is above that in the passages read, 0 to 1:
   * what tells this one from its neighbours. Null where `match` is.
   */
  lead: number | null;
  /**
   * Mean over the eight tokens of the passage that match best of their best cosine with one of the question's, −1 to 1: whether
   * the question speaks of what the passage is about. Null where `match` is.
   */
  reverse: number | null;
  /** Score of the best passage by words (BM25F); comparable within one query only. */
  words: number;
  /** Share of the query's weighted terms found in the owner, 0 to 1. */
  overlap: number;
  url?: string;
};

/** What to search for. */
export type SearchQuery = {
  text: string;
  limit: number;
  kinds?: Passage['ownerKind'][];
  sources?: SourceId[];
  locale?: string;
  /** Sections of a help centre, as the helpdesk names them; owners without one are left out. */
  sections?: string[];
};

/** State of one import, kept in the database so that it can be resumed. */
export type ImportJob = {
  source: SourceId;
  status: 'running' | 'paused' | 'cancelled' | 'failed' | 'done';
  startedAt: string;
  finishedAt?: string;
  /** Items stored so far and the total where the helpdesk tells it. */
  done: number;
  total: number | null;
  /** Opaque position after the last stored page; null at the start. */
  cursor: string | null;
  /** What went wrong, for people. */
  message?: string;
  articles: number;
  macros: number;
  /** Lines or items left out, each with the reason. */
  problems: string[];
  /** ISO 8601. What did not change after it is only named by this run, not read; absent where everything is read. */
  since?: string;
  /** Starts of the last run that saw everything there is, and of the last that read it all. */
  syncedAt?: string;
  fullAt?: string;
  /** Items whose content was new or changed, and items that the helpdesk no longer has. */
  changed?: number;
  removed?: number;
  /** Kinds of which a part was refused: of these nothing is removed. */
  partial?: ('article' | 'macro')[];
};

/** Where the import of a large file stands: the piece that comes next, in the cursor of its job. */
export const pieceCursor = (stamp: string, number: number): string => `${stamp} ${number}`;
