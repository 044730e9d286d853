import { tokenize } from '../../lib/knowledge/tokens';
import { isClosing, isGreeting, isThanks } from '../../lib/suggestions/phrases';
import { dot } from '../off-the-shelf';
import { type Choice, toSparse } from './head';
import { bad, flag, readGiven, readSaid, type Said } from './said';
import { commonWords, type Decision, type EncodingOf, type State } from './state';
import { asksFor, type Candidate, follows, negative, nextUndone, positive, stepsTo, type Walk } from './walk';

const bye = /\b(bye|goodbye|good night|that'?s all|that is all|nothing else|have a (good|nice|great))\b/i;
/** Acts that charts of several tasks share, and the words in names of nodes that tell what kind of act it is. */
const acts = [
  'hello',
  'ask_name',
  'anything_else',
  'goodbye_1',
  'goodbye_2',
  'out_of_scope',
  'query',
  'query_check',
  'query_book',
  'custom',
];
const kinds = [
  'ask',
  'inform',
  'provide',
  'confirm',
  'bye',
  'failed',
  'unavailable',
  'available',
  'successful',
  'succeeded',
  'criteria',
  'nothing',
  'search',
  'more',
  'done',
  'request',
];

/** Texts that features compare with. */
export const fixedTexts = ['Succeeded', 'Failed'];
/** Lengths of the rows that `readChoice` gives. */
export const contextSize = 65;
export const candidateSize = 75;

const tokens = new Map<string, string[]>();
function tokensOf(text: string): string[] {
  const known = tokens.get(text) ?? tokenize(text);
  tokens.set(text, known);
  return known;
}

const oneHot = (value: string | undefined, names: readonly (string | undefined)[]) =>
  names.map((name) => flag(name === value));

function contextFeatures(state: State, said: Said, encodingOf: EncodingOf): number[] {
  const { last } = said;
  const node = state.done.at(-1);
  const intents = last.trim() === '' ? undefined : encodingOf(last).logits.intent;
  const social = intents ? [...intents.slice(-3)].map((logit) => 1 / (1 + Math.exp(-logit))) : [0, 0, 0];
  return [
    1,
    ...oneHot(state.last, ['customer', 'agent', 'query', 'result', undefined]),
    flag(state.isFree),
    ...oneHot(node, acts),
    flag(node === undefined),
    ...kinds.map((kind) => flag(node?.split('_').includes(kind) ?? false)),
    ...[1, 2, 3, 4, 6].map((count) => flag(state.customer.length >= count)),
    ...[1, 2].map((count) => flag(state.agentTurns >= count)),
    ...[1, 2, 3].map((count) => flag(state.queries.length >= count)),
    flag(state.queries.at(-1) === 'query_check'),
    flag(state.queries.at(-1) === 'query_book'),
    flag(state.done.includes('hello')),
    flag(state.done.includes('anything_else')),
    said.mood.yes,
    said.mood.no,
    flag(bye.test(last)),
    flag(isThanks(last)),
    flag(isClosing(last)),
    flag(isGreeting(last)),
    flag(last.includes('?')),
    flag(/\d/.test(last)),
    Math.log1p(last.split(/\s+/).length) / 4,
    flag(said.result > 0),
    flag(said.result < 0),
    flag(state.result === undefined),
    flag(said.message !== ''),
    said.message === ''
      ? 0
      : 3 *
        (dot(encodingOf(said.message).vector, encodingOf('Succeeded').vector) -
          dot(encodingOf(said.message).vector, encodingOf('Failed').vector)),
    ...social,
  ];
}

/** Cosines of a text with each candidate, and how far each is above their mean. */
function cosines(text: string, candidates: readonly Candidate[], encodingOf: EncodingOf): number[] {
  if (text.trim() === '') return candidates.map(() => 0);
  const { vector } = encodingOf(text);
  return candidates.map((one) => dot(vector, encodingOf(one.text).vector));
}

function lessMean(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

const isTop = (values: readonly number[], at: number) => flag(values.every((value) => value <= (values[at] ?? 0)));

/** Features of the decision's context and of every candidate of its chart. */
export function readChoice(decision: Pick<Decision, 'state' | 'label'>, walk: Walk, encodingOf: EncodingOf): Choice {
  const { state } = decision;
  const { candidates, chart, before } = walk;
  const said = readSaid(state);
  const done = new Set(state.done);
  const last = state.done.at(-1);
  const undone = nextUndone(walk, last, done);
  const asks = candidates.filter((one) => one.place >= 0 && asksFor(one) && chart.next.has(one.id));
  const firstAsk = asks.find(({ id }) => !done.has(id))?.id;
  const lastPlace = candidates.find(({ id }) => id === last)?.place ?? 0;
  const near = cosines(said.last, candidates, encodingOf);
  const nearLess = lessMean(near);
  const ever = candidates.map(() => -1);
  for (const text of state.customer)
    cosines(text, candidates, encodingOf).forEach((value, at) => {
      ever[at] = Math.max(ever[at] ?? -1, value);
    });
  const everLess = lessMean(ever);
  const message = cosines(said.message, candidates, encodingOf);
  const messageLess = lessMean(message);
  const lastWords = tokensOf(said.last);
  const everything = state.customer.join('\n');
  const allWords = state.customer.flatMap(tokensOf);
  const given = new Map(asks.map(({ id, text }) => [id, readGiven(text, everything)]));
  const needed = asks.filter(({ id }) => !done.has(id) && (given.get(id) ?? 0) < 1);
  const keys = Object.keys(state.result ?? {}).map((key) => key.toLowerCase());
  const context = contextFeatures(state, said, encodingOf);
  const rows = candidates.map(({ id, text, place, words, blanks }, at) => {
    const steps = last === undefined ? Number.POSITIVE_INFINITY : stepsTo(walk, last, id);
    const leads = before.get(id) ?? [];
    const conditions = leads.filter((one) => chart.conditions.has(one)).map((one) => chart.texts.get(one) ?? '');
    const fromYes = conditions.some((one) => positive.test(one));
    const fromNo = conditions.some((one) => negative.test(one));
    const fromAnswer = leads.some((one) => ['yes', 'no'].includes(one));
    const skipped = asks.filter((ask) => !done.has(ask.id) && ask.place < place).length;
    const isAsk = asks.some((ask) => ask.id === id) || asksFor({ id, text, place, words, blanks });
    const matched = blanks.filter((blank) => keys.some((key) => key.includes(blank) || blank.includes(key))).length;
    const share = blanks.length === 0 ? 0 : matched / blanks.length;
    const names = id.split('_');
    const fits = follows(walk, id, state, said);
    return toSparse([
      flag(fits > 0),
      flag(fits < 0),
      flag(steps === 1),
      flag(steps === 2),
      flag(steps === 3),
      flag(steps > 3 && Number.isFinite(steps)),
      flag(last !== undefined && Number.isFinite(stepsTo(walk, id, last))),
      flag(id === last),
      flag(done.has(id)),
      Math.min(3, state.done.filter((one) => one === id).length) / 3,
      flag(id === undone),
      flag(id === firstAsk),
      Math.min(5, skipped) / 5,
      flag(place < 0),
      Math.max(0, place),
      place < 0 ? 0 : place - lastPlace,
      flag(place >= 0 && place > lastPlace),
      flag(chart.next.has(id)),
      flag(leads.length > 0),
      flag(fromYes),
      flag(fromNo),
      flag(fromAnswer),
      flag(fromYes && fromAnswer) * said.mood.yes,
      flag(fromNo && fromAnswer) * said.mood.no,
      flag(fromYes && !fromAnswer && said.result > 0),
      flag(fromNo && !fromAnswer && said.result < 0),
      flag(isAsk),
      flag(isAsk) * (given.get(id) ?? 0),
      flag(isAsk && given.get(id) === 0),
      flag(needed[0]?.id === id),
      Math.min(5, needed.filter((ask) => ask.place < place).length) / 5,
      flag(bad.test(text)),
      flag(bad.test(text) && said.result < 0),
      flag(!bad.test(text) && said.result > 0),
      flag(text.trim().endsWith('?')),
      flag(blanks.length > 0),
      share,
      flag(share === 1),
      3 * (near[at] ?? 0),
      5 * (nearLess[at] ?? 0),
      isTop(near, at),
      3 * (ever[at] ?? 0),
      5 * (everLess[at] ?? 0),
      isTop(ever, at),
      3 * (message[at] ?? 0),
      5 * (messageLess[at] ?? 0),
      said.message === '' ? 0 : isTop(message, at),
      commonWords(words, lastWords),
      commonWords(words, allWords),
      ...oneHot(id, acts),
      ...kinds.map((kind) => flag(names.includes(kind))),
    ]);
  });
  return {
    context: toSparse(context),
    candidates: rows,
    right: candidates.findIndex(({ id }) => id === decision.label),
  };
}
