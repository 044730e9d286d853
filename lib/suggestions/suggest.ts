import type { Encoder, Reading } from '../core/engine';
import type { Hit } from '../core/knowledge';
import type { Silence, Suggestion, Suggestions } from '../core/suggestion';
import { conversationKey, openTurn } from '../core/ticket';
import { calibration } from './calibration';
import { orderByChoices } from './candidates';
import { blendReadings, type Conversation, readConversation } from './conversation';
import {
  type Outcome,
  type SuggestContext,
  type SuggestDeps,
  type SuggestionDefinition,
  type SuggestRequest,
  toSilence,
} from './define-suggestion';
import { buildQueries } from './query';
import { mergeRanked, type QueryFacts, type Ranked, type RankedKind, rankHits } from './rank';
import { suggestionDefinitions } from './registry';

/** Hits read per query and kind: enough for the gap to the runner-up and for four drafts. */
const hitsPerKind = 16;

/** Probability that the turn asks for nothing that knowledge answers; 0 where the model does not know the language. */
function offTopicShare({ signals }: SuggestRequest): number {
  const off = (signals.current?.intents ?? []).filter(
    ({ label }) => label === 'other' || label === 'praise' || label.startsWith('social.'),
  );
  return Math.min(
    1,
    off.reduce((sum, { confidence }) => sum + confidence, 0),
  );
}

/** `whole`: of the conversation; the others are of the queries, in their order. */
type Read = { whole: Reading | null; readings: (Reading | null)[]; limit: SuggestContext['limit'] };

type Options = NonNullable<Parameters<Encoder['encode']>[1]>;

/** Encodings of texts. A pass that is shared with a request that was aborted is asked for again. */
async function encodeTexts({ signal }: SuggestRequest, texts: string[], options: Options, encoder: Encoder) {
  if (texts.length === 0) return [];
  try {
    return await encoder.encode(texts, options);
  } catch (error) {
    const isOther = error instanceof Error && error.name === 'AbortError' && !signal?.aborted;
    if (isOther) return encoder.encode(texts, options);
    throw error;
  }
}

/** Encodings of queries and conversation, or why there are none: then words alone are searched. */
async function readTexts(
  request: SuggestRequest,
  { queries, conversation }: { queries: string[]; conversation: Conversation },
  { encoder }: SuggestDeps,
): Promise<Read> {
  const { current } = request.signals;
  const none = { whole: null, readings: queries.map(() => null) };
  if (current?.supported === false && !current.searchable) return { ...none, limit: 'language-unsupported' };
  const shared = request.signal ? { signal: request.signal } : {};
  const isKnown = current && current.absent !== 'language-unsure';
  const own = { ...shared, ...(isKnown ? { language: current.language.code } : {}) };
  try {
    const [readings, earlier, agent] = await Promise.all([
      encodeTexts(request, queries, own, encoder),
      encodeTexts(request, conversation.customer.slice(0, -1), own, encoder),
      // Agents may write in another language than the customer.
      encodeTexts(request, conversation.agent, shared, encoder),
    ]);
    const open = readings[0];
    return { whole: open ? blendReadings([...earlier, open], agent) : null, readings, limit: null };
  } catch (error) {
    if (request.signal?.aborted) throw error;
    return { ...none, limit: 'model-unavailable' };
  }
}

/** Macros and articles speak for each other; past tickets are questions and are held against macros. */
const supporters: Record<RankedKind, RankedKind> = { macro: 'article', article: 'macro', past: 'macro' };

/** Calls `make` once a key, however often it is asked. */
function once<K, V>(make: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const made = new Map<K, Promise<V>>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** Sources that the whole conversation finds, each with the passage that answers what is asked now, where that finds it too. */
function answerOpenTurn(whole: readonly Hit[], now: readonly Hit[]): Hit[] {
  return whole.map((hit) => {
    const own = now.find(({ ownerKind, ownerId }) => ownerKind === hit.ownerKind && ownerId === hit.ownerId);
    return own ? { ...hit, passage: own.passage, quote: own.quote } : hit;
  });
}

/** Hits for each query, and those of the open turn by itself where there is more to the conversation. */
type Found = { lists: Hit[][]; turn: Hit[] };

/**
 * By how much the open turn alone must be surer than the whole conversation to be followed. Right article first on the desk to
 * tune on (`lab desk-score --part tune`, 2026-11-30): .411 at 0, .446 at .3, .449 where it never is.
 */
const turnMargin = 0.3;

/** The ranking by the whole conversation, or that by the open turn alone where it is much surer. */
const followTurn = (whole: Ranked[], turn: Ranked[]): Ranked[] =>
  (turn[0]?.confidence ?? 0) > (whole[0]?.confidence ?? 0) + turnMargin ? turn : whole;

type Asked = { queries: string[]; conversation: Conversation; read: Read };

/**
 * Searches each kind on its own, in the customer's language first, then in any: by the whole conversation or, where that is
 * much surer, by the open turn alone (a customer who turns to another matter), and by each question of several. Remembers what it
 * found.
 */
function createRanker(request: SuggestRequest, { queries, conversation, read }: Asked, deps: SuggestDeps) {
  const language = request.signals.current?.language.code;
  const offTopic = offTopicShare(request);
  const facts = queries.map((text): QueryFacts => ({ text, offTopic }));
  const isOneTurn = conversation.customer.length === 1 && conversation.agent.length === 0;
  const searchIn = async (kind: RankedKind, locale: string | undefined): Promise<Found> => {
    const search = (text: string, reading: Reading | null | undefined) =>
      deps.search({ text, limit: hitsPerKind, kinds: [kind], ...(locale ? { locale } : {}) }, reading ?? null);
    const [whole = [], ...own] = await Promise.all([
      ...(facts.length > 0 ? [search(conversation.text, read.whole)] : []),
      ...facts.map(({ text }, index) => (index === 0 && isOneTurn ? [] : search(text, read.readings[index]))),
    ]);
    const lists = facts.map((_fact, index) => (index === 0 ? answerOpenTurn(whole, own[0] ?? []) : (own[index] ?? [])));
    return { lists, turn: own[0] ?? [] };
  };
  const hitsOf = once(async (kind: RankedKind): Promise<Found> => {
    const own = await searchIn(kind, language === 'und' ? undefined : language);
    return own.lists.some((list) => list.length > 0) ? own : searchIn(kind, undefined);
  });
  const rankKind = once(async (kind: RankedKind): Promise<Ranked[][]> => {
    const [found, others] = await Promise.all([hitsOf(kind), hitsOf(supporters[kind])]);
    const options = { calibration, tools: deps.text, boost: deps.boost };
    const ranked = found.lists.map((hits, index) =>
      rankHits({ hits, others: others.lists[index] ?? [] }, facts[index] as QueryFacts, options),
    );
    const [whole] = ranked;
    if (!whole || found.turn.length === 0) return ranked;
    const turn = rankHits({ hits: found.turn, others: others.turn }, facts[0] as QueryFacts, options);
    return [followTurn(whole, turn), ...ranked.slice(1)];
  });
  const rankEach = async (kinds: RankedKind[]): Promise<Ranked[][]> => {
    const lists = await Promise.all(kinds.map(rankKind));
    return queries.map((_query, index) => mergeRanked(lists.map((list) => list[index] ?? [])));
  };
  const intent = request.signals.current?.intents[0]?.label ?? null;
  const rank = async (kinds: RankedKind[]): Promise<Ranked[]> => {
    const ranked = mergeRanked(await rankEach(kinds));
    return deps.prefer ? orderByChoices(ranked, deps.prefer, { intent, language, tools: deps.text }) : ranked;
  };
  return { rankEach, rank };
}

async function runKind(definition: SuggestionDefinition, context: SuggestContext): Promise<Outcome> {
  if (definition.needs.includes('open-turn')) {
    if (!context.turn) return { silent: 'no-open-turn' };
    if (context.isResolved) return { silent: 'resolved' };
  }
  if (definition.needs.includes('query') && context.queries.length === 0) return { silent: 'too-short' };
  try {
    return await definition.suggest(context);
  } catch (error) {
    if (context.signal?.aborted) throw error;
    return { silent: 'failed' };
  }
}

/** Reads the request into what every kind works with: its queries, their encodings and one memory of searches. */
export async function readContext(request: SuggestRequest, deps: SuggestDeps): Promise<SuggestContext> {
  const queries = buildQueries(request.ticket, deps.text);
  const conversation = readConversation(request.ticket, queries, deps.text);
  const read = await readTexts(request, { queries: queries.encoded, conversation }, deps);
  return {
    ...request,
    deps,
    turn: openTurn(request.ticket.messages),
    queries: queries.texts,
    encoded: queries.encoded,
    conversation,
    whole: read.whole,
    open: read.readings[0] ?? null,
    isResolved: queries.isThanksOnly || request.signals.resolved,
    limit: read.limit,
    ...createRanker(request, { queries: queries.texts, conversation, read }, deps),
    nowMs: deps.now?.() ?? Date.now(),
  };
}

/** Runs the enabled kinds side by side; one that throws is silent as `failed`. Rejects only when the signal aborts. */
export async function runKinds(
  context: SuggestContext,
  definitions: readonly SuggestionDefinition[] = suggestionDefinitions,
): Promise<{ items: Suggestion[]; silent: Silence[] }> {
  const enabled = definitions.filter(({ id }) => context.settings.kinds[id]);
  const outcomes = await Promise.all(enabled.map((definition) => runKind(definition, context)));
  const items: Suggestion[] = [];
  const silent: Silence[] = [];
  outcomes.forEach((outcome, index) => {
    if ('items' in outcome) items.push(...outcome.items);
    else silent.push(toSilence((enabled[index] as SuggestionDefinition).id, outcome));
  });
  return { items, silent };
}

/**
 * Suggestions of every enabled kind for the present state of a conversation. Kinds are isolated from each other's
 * failures. Rejects only when `signal` aborts. At most three encoder passes for the turn, and one for each
 * message before it that is read for the first time.
 */
export async function suggest(
  request: SuggestRequest,
  deps: SuggestDeps,
  definitions?: readonly SuggestionDefinition[],
): Promise<Suggestions> {
  const clock = deps.clock ?? (() => performance.now());
  const start = clock();
  const context = await readContext(request, deps);
  const { items, silent } = await runKinds(context, definitions);
  return { key: conversationKey(request.ticket), items, silent, tookMs: clock() - start };
}
