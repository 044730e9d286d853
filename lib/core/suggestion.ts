import type { TicketPriority } from './knowledge';
import type { OfferedSource, Trait } from './learning';
import type { Intent, RiskFlag, Urgency } from './signals';

/** The material a suggestion rests on. `quote` stands literally in the source at `start`..`end` (UTF-16 code units). */
export type Source = {
  kind: 'macro' | 'article' | 'past' | 'playbook' | 'message';
  id: string;
  title: string;
  quote: string;
  start: number;
  end: number;
  url?: string;
};

type Base = {
  id: string;
  /** Calibrated chance that an expert would accept it, 0 to 1. */
  confidence: number;
  sources: Source[];
};

/** A line of its own within a text for the customer, which tells of the help by a machine; `html` is its block. */
export type NoticeLine = { text: string; html: string };

/** One reply draft. Every sentence names its source, or null for greeting and signature which come from the settings. */
export type ReplySuggestion = Base & {
  kind: 'reply';
  text: string;
  /** Sanitised HTML of the same text for rich editors. */
  html: string;
  sentences: { text: string; source: number | null }[];
  /** Language of the draft, ISO 639-1. */
  language: string;
  /** Position of this draft among the alternatives and how many there are. */
  alternative: { index: number; count: number };
  /** How it is said, when not as the source says it. */
  style?: ReplyStyle;
  /** Questions of the customer that the draft does not answer, in their words; absent when it answers all. */
  unanswered?: string[];
  /** Language of the customer (ISO 639-1) where it is another than the draft's: no material in it was found. */
  customerLanguage?: string;
  /** What a past reply was worth: when it was last given, to how many similar tickets, and how many of those it solved. */
  past?: PastUse;
  notice?: NoticeLine;
};

/** How an earlier reply was used. `lastAt`: ISO 8601. */
export type PastUse = { lastAt: string; tickets: number; solved: number };

/** Other ways to say the same draft. */
export const replyStyles = ['shorter', 'longer', 'warmer', 'formal'] as const;
export type ReplyStyle = (typeof replyStyles)[number];

/** An article that answers, with its best passage highlighted. */
export type ArticleSuggestion = Base & {
  kind: 'article';
  articleId: string;
  title: string;
  passage: string;
  highlight: { start: number; end: number };
  isInternal: boolean;
};

/** The next step of the matching playbook; ids in `done` were recognised in the conversation. */
export type NextStepSuggestion = Base & {
  kind: 'next-step';
  playbook: { id: string; title: string };
  /** `say`: words for the customer that take the step, where there are some. */
  steps: { id: string; text: string; kind: string; done: boolean; evidence?: string; say?: string }[];
  /** Id of the step to take now. */
  step: string;
};

/** Why a ticket belongs where it does: a signal of the conversation, or the playbook or macro of that title. */
export type RoutingReason =
  | { of: 'team' | 'priority' | 'tags'; by: 'playbook'; title: string }
  | { of: 'tags' | 'macro'; by: 'macro'; title: string }
  | { of: 'priority'; by: 'urgency'; label: Urgency }
  | { of: 'priority'; by: 'flag'; label: RiskFlag };

/** Where the ticket belongs; at least one of team, priority and tags is there. Nothing is set by Deskside. */
export type RoutingSuggestion = Base & {
  kind: 'routing';
  team?: string;
  priority?: TicketPriority;
  tags: string[];
  /** The macro to apply. */
  macro?: { id: string; title: string };
  reasons: RoutingReason[];
};

/** A ticket seen before that resembles this one. */
export type SimilarTicketSuggestion = Base & {
  kind: 'similar-ticket';
  ticketId: string;
  origin: string;
  subject: string;
  seenAt: string;
  reply?: string;
};

/** Kinds for after the answer; rules, not a model, tell when one is due, so that their confidence is 1. */
export const afterKinds = ['closing', 'csat-request', 'summary', 'status-update', 'follow-up'] as const;
export type AfterKind = (typeof afterKinds)[number];

/** Text for after the answer. A `note` never goes into a reply to the customer; its sources are the quoted messages. */
export type AfterSuggestion = Base & {
  kind: AfterKind;
  target: 'public' | 'note';
  text: string;
  html: string;
  /** ISO 639-1. */
  language: string;
  notice?: NoticeLine;
};

export type Suggestion =
  | ReplySuggestion
  | ArticleSuggestion
  | NextStepSuggestion
  | RoutingSuggestion
  | SimilarTicketSuggestion
  | AfterSuggestion;
export type SuggestionKind = Suggestion['kind'];
export const suggestionKinds = [
  'reply',
  'article',
  'next-step',
  'routing',
  'similar-ticket',
  ...afterKinds,
] as const satisfies readonly SuggestionKind[];

/** Why a kind stays silent; `strings` holds the sentence for each. */
export const silenceReasons = [
  'no-open-turn',
  'no-knowledge',
  'low-confidence',
  'language-unsupported',
  'placeholder-unfilled',
  'no-playbook',
  'playbook-finished',
  'no-memory',
  'memory-off',
  'resolved',
  'model-unavailable',
  'too-short',
  'not-now',
  'failed',
] as const;
export type SilenceReason = (typeof silenceReasons)[number];
export type Silence = {
  kind: SuggestionKind;
  why: SilenceReason /** Best confidence that was not enough. */;
  confidence?: number;
  /** Id of the macro whose blank nobody filled; the helpdesk that it comes from may. */
  blank?: string;
};

/** A macro as its helpdesk writes it on the open ticket; `id` as in the library, `html` and `text` say the same. */
export type RenderedMacro = { id: string; text: string; html?: string };

/** All suggestions for one state of a conversation, and which kinds stay silent and why. */
export type Suggestions = { key: string; items: Suggestion[]; silent: Silence[]; tookMs: number };

/** What an agent can do with a suggestion; `typed`: sent a reply of their own that resembles these sources. */
export const choiceActions = ['inserted', 'copied', 'edited', 'dismissed', 'opened', 'alternative', 'typed'] as const;

/** What the agent did with a suggestion; the raw material of learning and of the counts. Holds no text. */
export type Choice = {
  kind: SuggestionKind;
  suggestionId: string;
  /** The first is the one it rests on most. */
  sourceIds: string[];
  action: (typeof choiceActions)[number];
  intent?: Intent;
  flags?: RiskFlag[];
  at: string;
  /** `conversationKey` of the ticket, so that the engine knows what was shown. Never stored. */
  conversation?: string;
  /** What was shown, in its order, the chosen source among it; absent where it is not known. */
  offered?: OfferedSource[];
  /** Share of the words that the sent reply kept, 0 to 1; for `typed`, how much it resembles the source. */
  kept?: number;
  /** What this choice no longer teaches. */
  muted?: Trait[];
};

/** A choice as the panel tells it. `text`: what was put into the reply, only where the agent has it kept in the log. */
export type ToldChoice = Choice & { text?: string };
