import type { Encoder, Reading } from '../core/engine';
import type { Hit, Playbook, SearchQuery } from '../core/knowledge';
import type { Prefer } from '../core/learning';
import type { Settings } from '../core/settings';
import type { ConversationSignals } from '../core/signals';
import type { KnowledgeStore } from '../core/stores';
import type { ReplyStyle, Silence, SilenceReason, Suggestion, SuggestionKind } from '../core/suggestion';
import type { Ticket, Turn } from '../core/ticket';
import type { Conversation } from './conversation';
import type { Ranked, RankedKind } from './rank';
import type { VectorMemory } from './vector-memory';

/** How texts are cut and read; the same functions that made the index. */
export type TextTools = {
  /** Sentences in order, UTF-16 offsets, end exclusive. */
  splitSentences(text: string): { start: number; end: number }[];
  /** Search terms, folded, without common words. */
  tokenize(text: string): string[];
  /** ISO 639-1 code of a text, `und` when it cannot be told. */
  detectLanguage(text: string): string;
};

/** The part of the agent's settings that suggestions obey. */
export type SuggestSettings = Pick<
  Settings,
  'kinds' | 'tone' | 'signature' | 'agentName' | 'rememberTickets' | 'aiNotice' | 'aiNoticeText'
>;

/** What suggestions are made with; nothing of it is owned here. */
export type SuggestDeps = {
  encoder: Encoder;
  /** Vectors of playbook texts and agent sentences, kept between calls. */
  vectors: VectorMemory;
  search(query: SearchQuery, reading: Reading | null): Promise<Hit[]>;
  knowledge: Pick<KnowledgeStore, 'readArticle' | 'readMacro' | 'readPastTicket'> & {
    listPlaybooks(): Promise<Playbook[]>;
  };
  text: TextTools;
  /** Log-odds added to a source before anything is ordered; the engine's are those of the agent's choices for playbooks. */
  boost?(sourceId: string): number;
  /** The order of macros, articles and past tickets that the agent's choices tell; as found without it. */
  prefer?: Prefer;
  /** Milliseconds; for the time in the answer. */
  clock?(): number;
  /** Epoch milliseconds; the computer's time without it. */
  now?(): number;
};

export type SuggestRequest = {
  ticket: Ticket;
  signals: ConversationSignals;
  settings: SuggestSettings;
  /** Which reply draft, 0 the best; wraps around. */
  alternative: number;
  /** Another way to say the draft; as the source says it without one. */
  style?: ReplyStyle;
  /** A macro as the helpdesk renders it on this ticket, in the forms of plain text in which it can be told. */
  rendered?: { id: string; texts: readonly string[] };
  signal?: AbortSignal;
};

/** What a kind is given: the request, what it may use, and the turn it answers. */
export type SuggestContext = SuggestRequest & {
  deps: SuggestDeps;
  /** The customer's open turn; undefined when nobody waits. */
  turn: Turn | undefined;
  /** What is searched for; the first is the whole turn, others its separate questions. Empty: nothing to search for. */
  queries: string[];
  /** What was encoded for each query. */
  encoded: string[];
  /** The conversation as one search reads it. */
  conversation: Conversation;
  /** What encodes all of it; null without vectors, and where there is nothing to search for. */
  whole: Reading | null;
  /** What encodes the first query, likewise. */
  open: Reading | null;
  /** The customer only thanked or said that it is solved. */
  isResolved: boolean;
  /** Why confidence is limited to matching words, when it is. */
  limit: 'model-unavailable' | 'language-unsupported' | null;
  /** Sources of these kinds for the turn, best first, with calibrated confidence. One search however often it is asked. */
  rank(kinds: RankedKind[]): Promise<Ranked[]>;
  /** The same for each query on its own, in their order. */
  rankEach(kinds: RankedKind[]): Promise<Ranked[][]>;
  /** Epoch milliseconds. */
  nowMs: number;
};

/** Suggestions of one kind, best first, or why there are none. */
export type Outcome = { items: Suggestion[] } | { silent: SilenceReason; confidence?: number; blank?: string };

export type SuggestionDefinition = {
  id: SuggestionKind;
  /** `open-turn`: stays silent unless a customer waits. `query`: stays silent when the turn says nothing to search for. */
  needs: readonly ('open-turn' | 'query')[];
  suggest(context: SuggestContext): Promise<Outcome>;
};

/** A kind of suggestion: data and one function, no UI. */
export function defineSuggestion(definition: SuggestionDefinition): SuggestionDefinition {
  return definition;
}

/** Silence because nothing was sure enough, or because the reading was limited. */
export function unsure(context: SuggestContext, confidence: number): Outcome {
  return { silent: context.limit ?? 'low-confidence', confidence };
}

/** A kind's silence as the panel gets it. */
export function toSilence(kind: SuggestionKind, outcome: Exclude<Outcome, { items: Suggestion[] }>): Silence {
  const silence: Silence = { kind, why: outcome.silent };
  if (outcome.confidence !== undefined) silence.confidence = outcome.confidence;
  if (outcome.blank !== undefined) silence.blank = outcome.blank;
  return silence;
}
