import type { PastTicket } from './knowledge';
import type { StoredChoice } from './stores';
import type { TeamIntent } from './team-intents';

/** Kinds of personal data that are found. `link`: one that holds a token, a session or an address. */
export const personalDataKinds = [
  'email',
  'phone',
  'credit_card',
  'iban',
  'bank_account',
  'national_id',
  'tax_id',
  'ip',
  'device_id',
  'date_of_birth',
  'link',
  'secret',
  'address',
  'name',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Kinds of what is kept about tickets and goes by age. `importReports`: what of an import could not be read. */
export const agingKinds = ['pastTickets', 'choices', 'gaps', 'importReports'] as const;
export type AgingKind = (typeof agingKinds)[number];
/** Days that each kind is kept; 0: until somebody deletes it. */
export type KeepDays = Record<AgingKind, number>;

/** The latest time that old entries were deleted (`at`: ISO 8601), and how many of each kind. */
export type Tidying = { at: string; removed: Record<AgingKind, number> };

/** What is kept on this device: how many of each, and the oldest of those that go by age (ISO 8601). */
export type PrivacyState = {
  counts: Record<AgingKind | 'audit' | 'articles' | 'macros' | 'playbooks' | 'examples', number>;
  oldest: Record<AgingKind | 'audit', string | null>;
  tidied: Tidying | null;
};

/** How many entries are still linked to somebody; `knowledge` (articles, macros, playbooks) is counted and never deleted. */
export type LinkedCounts = Record<'pastTickets' | 'choices' | 'gaps' | 'examples' | 'audit' | 'knowledge', number>;

/** A text of a ticket with what would be taken out of it before it is kept; offsets are UTF-16 code units, end exclusive. */
export type RedactedPart = {
  part: 'subject' | 'question' | 'reply';
  text: string;
  removed: { start: number; end: number; kind: PersonalDataKind }[];
};

/** What would be kept of a ticket. `isAnswered` false: only the open question, as one without an answer. */
export type RedactionPreview = { parts: RedactedPart[]; isAnswered: boolean };

/** A question without an answer as far as it matters here: its text, and its tickets as hashes. */
type LinkedGap = { id: string; text: string; tickets: string[] };

/** What is kept in words or by ticket. */
export type LinkableRows = {
  pastTickets: PastTicket[];
  choices: StoredChoice[];
  gaps: LinkedGap[];
  intents: TeamIntent[];
  /** Texts of articles, macros and playbooks. */
  knowledge: string[];
};

/** Where what is kept is counted, found by age and tidied; past tickets and choices are removed by those who index them. */
export type PrivacyStore = {
  count(): Promise<Pick<PrivacyState, 'counts' | 'oldest'>>;
  /** Past tickets seen, and choices made, before `time` (ISO 8601). */
  listPastTicketsBefore(time: string): Promise<string[]>;
  listChoicesBefore(time: string): Promise<number[]>;
  removeGapsBefore(time: string): Promise<number>;
  /** Empties the reports of imports that ended before; the sources stay as they are. */
  clearReportsBefore(time: string): Promise<number>;
  readLinkable(): Promise<LinkableRows>;
  removeGaps(ids: string[]): Promise<void>;
  /** Takes examples off intents, their vectors and everything that a change could be undone by with them. */
  removeExamples(removed: { id: string; examples: string[] }[]): Promise<void>;
  /** Takes tickets (as hashes) off questions that others asked too. */
  unlinkGaps(changed: { id: string; tickets: string[] }[]): Promise<void>;
  readTidying(): Promise<Tidying | null>;
  writeTidying(tidying: Tidying): Promise<void>;
};

/** When the clock was last looked at and believed, and since when it is doubted; epoch milliseconds. */
export type ClockMemory = { seenAt: number; doubtedAt?: number };

/** Where that is kept. */
export type ClockStore = {
  readClock(): Promise<ClockMemory | undefined>;
  writeClock(memory: ClockMemory): Promise<void>;
};
