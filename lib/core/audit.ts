import type { SilenceReason, SuggestionKind } from './suggestion';

/** What a row of the log tells of; those of `auditChoices` are what the agent did with a suggestion. */
export const auditChoices = ['inserted', 'edited', 'copied', 'dismissed', 'opened', 'alternative'] as const;
export const auditKinds = [
  'shown',
  'silent',
  ...auditChoices,
  'knowledge-imported',
  'knowledge-changed',
  'knowledge-removed',
  'setting-changed',
  'learning-forgotten',
  'learning-imported',
  'data-exported',
  'data-deleted',
  'pruned',
  'rows-erased',
  'erased',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** A kind that stayed silent for a conversation. `confidence`: the best that was not enough for `threshold`. */
export type AuditSilence = {
  suggestion: SuggestionKind;
  why: SilenceReason;
  confidence?: number;
  threshold?: number;
};

/**
 * One thing that happened. Holds no text of a ticket and no name, address or number that tells a person: a ticket and a
 * state of its conversation are keyed hashes, whose key stays on this device, so that the log alone leads back to no
 * ticket, while somebody at the device can look for the rows of a ticket whose number they know. `text` is the exception,
 * and only where the agent asked for it.
 */
export type AuditEntry = {
  /** ISO 8601. */
  at: string;
  kind: AuditKind;
  /** Origin of the helpdesk or name of the source. */
  site?: string;
  /** Keyed hash of the ticket's id, 16 hexadecimal digits. */
  ticket?: string;
  /** Keyed hash of the conversation as it was, so that what was shown and what was done with it belong together. */
  turn?: string;
  suggestion?: SuggestionKind;
  /** What it rested on, most first: kind and id of the source in the library; past tickets as keyed hashes. */
  sources?: string[];
  /** Calibrated, 0 to 1, three digits; `threshold`: from which the kind is shown; absent where rules tell. */
  confidence?: number;
  threshold?: number;
  /** `<id>@<version>` of the model that read the message. */
  model?: string;
  silences?: AuditSilence[];
  /** What was changed, forgotten or exported, e.g. the name of a setting. */
  subject?: string;
  /** The new value, where it is no text. */
  value?: string;
  /** How many things it was about. */
  count?: number;
  /** What was put into the reply, free of personal data. */
  text?: string;
  /** Rows that were erased with their ticket, of a `rows-erased` row: what stays of each is an `erased` row with its time. */
  erased?: { seq: number; at: string }[];
  /** Rows up to this one were let go of; its hash is what the first row that is left goes on from. */
  upTo?: { seq: number; hash: string };
};

/**
 * A row of the log. `hash`: SHA-256 of all its other fields as canonical JSON, hexadecimal; `previous` is the hash of the row
 * before, so that no row can be altered, added or taken away without breaking the chain.
 */
export type AuditRow = AuditEntry & { seq: number; previous: string; hash: string };

/** The end of the chain, kept apart from the rows: without it the last rows could go unseen. `count`: rows that are there. */
export type AuditHead = { seq: number; hash: string; count: number };

/** What is wrong at a row. `start`, `end`: rows before the first or after the last are gone. */
export const auditFaults = ['altered', 'missing', 'order', 'link', 'start', 'end', 'head', 'unreadable'] as const;
export type AuditFault = (typeof auditFaults)[number];

/**
 * What a verification found. `firstBroken`: the first row that does not fit, by its number and its place (1 for the first).
 * `noted`: number of the row whose hash was noted elsewhere, null where the log holds no such row (any more).
 */
export type AuditVerdict = {
  rows: number;
  head: AuditHead;
  /** Time of the first and of the last row, ISO 8601; null without rows. */
  from: string | null;
  to: string | null;
  firstBroken: { seq: number; place: number; fault: AuditFault } | null;
  /** Places where the chain is broken. */
  breaks: number;
  noted?: number | null;
};

/** Which rows are listed. `from`, `to`: ISO 8601, `to` exclusive. `ticket`: its number, or the reference that a row shows. */
export type AuditFilter = { kind?: AuditKind; from?: string; to?: string; ticket?: string };

/** One page of the log, newest first. `titles`: what the library calls the sources now; absent where it holds none. */
export type AuditPage = {
  items: AuditRow[];
  total: number;
  head: AuditHead;
  titles: Record<string, string>;
};

/** How far a verification is, 0 to 1, null while none runs, and what the latest found. */
export type AuditCheck = { progress: number | null; verdict: AuditVerdict | null; at: string | null };

/** Part of an exported log: what to write, and what to ask next with; null at the end. */
export type AuditPart = { text: string; next: AuditCursor | null };
/** Where an export goes on: after a row, up to the head that it began with. */
export type AuditCursor = { after: number; upTo: AuditHead };
export type AuditFormat = 'jsonl' | 'csv';
