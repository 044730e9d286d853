import type { Settings } from './settings';
import type { Silence, Source, SuggestionKind } from './suggestion';
import type { Ticket } from './ticket';

/** The settings that what is suggested depends on and that a replay can change. */
export type ReplaySettings = Pick<Settings, 'kinds' | 'tone' | 'rememberTickets' | 'learnFromChoices'>;
/** Settings to try; what is absent stays as it is. */
export type ReplayChange = Partial<Omit<ReplaySettings, 'kinds'>> & { kinds?: Partial<ReplaySettings['kinds']> };

/**
 * An answer of the agent to a customer: the conversation as it stood before (`ticket`), what the customer had asked, and
 * what the agent wrote. `index`: place of the answer among the messages. `at`: when it was sent, ISO 8601.
 */
export type ReplayTurn = { index: number; ticket: Ticket; question: string; real: string; at?: string };

/**
 * A reply that would have been suggested, beside the agent's own. `kept`: share of its words that the agent's reply has in
 * their order, 0 to 1. `isSameSource`: whether it rests on a source that the agent used; null where none is known.
 * `saved`: characters it would have spared.
 */
export type ReplayedReply = {
  text: string;
  sources: Source[];
  confidence: number;
  kept: number;
  isSameSource: boolean | null;
  agrees: boolean;
  saved: number;
};

/** What would have been suggested at one turn with one set of settings. */
export type ReplayAnswer = {
  reply: ReplayedReply | null;
  articles: { id: string; title: string; quote: string; confidence: number }[];
  nextStep: { playbookId: string; playbook: string; step: string; text: string; confidence: number } | null;
  /** Further kinds, each in one line of its own words (may be empty). */
  others: { kind: SuggestionKind; text: string; confidence: number }[];
  silent: Silence[];
};

/** One turn as replayed. `changed` is null where no change is tried; `differing`: kinds that the change makes different. */
export type ReplayedTurn = {
  id: string;
  ticketId: string;
  subject: string;
  question: string;
  real: string;
  now: ReplayAnswer;
  changed: ReplayAnswer | null;
  differing: SuggestionKind[];
};

/**
 * Counts over turns. `shown`: turns with a reply; `silent`: those without; `agrees`: of the shown, those that agree with the
 * agent. `sameSource` of `knownSource`: turns with a reply where it is known what the agent used. `kept`: mean over the
 * replies shown, null without one. `saved` of `typed` characters.
 */
export type ReplayTotals = {
  turns: number;
  shown: number;
  silent: number;
  agrees: number;
  knownSource: number;
  sameSource: number;
  kept: number | null;
  saved: number;
  typed: number;
  articles: number;
  nextSteps: number;
};

/** `name` of the file, null: the tickets kept on this device. `problems`: the first of `problemCount` that it has. */
export type ReplaySource = {
  name: string | null;
  tickets: number;
  problems: { line: number | null; message: string }[];
  problemCount: number;
};

/**
 * How far a replay is. Nothing of it is stored: it is gone with the engine's memory. `leftOut`: turns beyond those that one
 * replay takes. `medianMs`: time for one turn's suggestions with the settings as they are, null before the first.
 */
export type ReplayState = {
  phase: 'empty' | 'running' | 'done' | 'cancelled' | 'failed';
  source: ReplaySource | null;
  turns: number;
  done: number;
  leftOut: number;
  change: ReplayChange | null;
  now: ReplayTotals | null;
  changed: ReplayTotals | null;
  /** Turns that the change makes different, and how many by kind. */
  differing: { turns: number; kinds: Partial<Record<SuggestionKind, number>> } | null;
  medianMs: number | null;
  /** Why it ended early, for people. */
  failure?: string;
};

/** `agrees` and `differs`: a reply was shown, and does or does not agree with the agent's. `changed`: the change matters. */
export const replayFilters = ['all', 'shown', 'silent', 'agrees', 'differs', 'changed'] as const;
export type ReplayFilter = (typeof replayFilters)[number];
