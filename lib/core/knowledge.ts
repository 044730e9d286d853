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

/** A canned reply. `text` and `html` still hold the helpdesk's placeholders. */
export type Macro = {
  id: string;
  source: SourceId;
  title: string;
  text: string;
  /** Sanitised HTML; absent when the macro is plain. */
  html?: string;
  /** True: writes an internal note, never a public reply. */
  isNote: boolean;
  tags: string[];
  updatedAt?: string;
};

export const stepKinds = ['ask', 'verify', 'do', 'tell', 'escalate'] as const;
export type StepKind = (typeof stepKinds)[number];
export type PlaybookStep = { id: string; text: string; kind: StepKind };

/** A procedure in plain numbered steps, tied to an intent of the taxonomy or to none. */
export type Playbook = { id: string; title: string; intent?: string; steps: PlaybookStep[]; updatedAt?: string };

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
};
