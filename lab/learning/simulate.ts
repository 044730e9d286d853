import type { OfferedSource } from '../../lib/core/learning';
import type { Choice } from '../../lib/core/suggestion';
import { mostNoted } from '../../lib/learning/offers';
import { leastLikeness } from '../../lib/learning/own-reply';
import type { ModelOptions } from '../../lib/learning/preference-model';
import { createRanking, type Ranking } from '../../lib/learning/ranking';
import { type Agent, drawFor, favouriteOf } from './agents';
import { keyOf, type Question } from './questions';

/** Drafts and articles that the panel offers at most. */
const [mostDrafts, mostArticles] = [4, 3];

/** The found sources in the order of this ranking. */
function ranked({ candidates, intent }: Question, ranking: Ranking): OfferedSource[] {
  const withText = candidates.map((one) => ({ ...one, text: '' }));
  return ranking.prefer(withText, { intent }).flatMap(({ index }) => candidates[index] ?? []);
}

function choiceOf(
  { id, intent, candidates }: Question,
  chosen: OfferedSource,
  more: Pick<Choice, 'kind' | 'action' | 'at' | 'kept'> & { seen: OfferedSource[] },
): Choice {
  const { seen, ...rest } = more;
  const shownOnce = [...new Set(seen)];
  const others = candidates.filter((one) => !shownOnce.includes(one)).slice(0, mostNoted - shownOnce.length);
  return {
    suggestionId: id,
    sourceIds: [chosen.id],
    ...(intent ? { intent } : {}),
    ...rest,
    offered: [...shownOnce, ...others],
  };
}

/** What the panel shows: the best draft, articles below it, more drafts on request. */
function shown(list: OfferedSource[]): { drafts: OfferedSource[]; articles: OfferedSource[] } {
  return {
    drafts: list.slice(0, mostDrafts),
    articles: list.filter(({ kind }) => kind === 'article').slice(0, mostArticles),
  };
}

/**
 * What an agent does who wants one certain source: takes the draft if it is that one, else its article below, else asks for
 * further drafts, else writes in its words. `at`: ISO 8601. Undefined where nothing of it can be learnt.
 */
function act(question: Question, list: OfferedSource[], wanted: { key: string; at: string }): Choice | undefined {
  const { key, at } = wanted;
  const { drafts, articles } = shown(list);
  const [first] = drafts;
  if (!first) return undefined;
  const is = (one: OfferedSource) => keyOf(one) === key;
  if (is(first))
    return choiceOf(question, first, { kind: 'reply', action: 'inserted', at, seen: [first, ...articles] });
  const article = articles.find(is);
  if (article)
    return choiceOf(question, article, { kind: 'article', action: 'inserted', at, seen: [first, ...articles] });
  const place = drafts.findIndex(is);
  const draft = drafts[place];
  if (draft)
    return choiceOf(question, draft, { kind: 'reply', action: 'inserted', at, seen: drafts.slice(0, place + 1) });
  const own = question.resembled[key];
  const source = own && own.similarity >= leastLikeness ? question.candidates[own.place] : undefined;
  if (!own || !source) return undefined;
  const seen = [...drafts.slice(0, 1), ...articles.filter((one) => one !== source), source];
  return choiceOf(question, source, { kind: 'reply', action: 'typed', at, seen, kept: own.similarity });
}

export type Plan = { agent: Agent; seed: number; interactions: number; noise: number; options?: ModelOptions };
/** `moved`: the furthest that one more wrong click moved any source, in ranks. */
export type Outcome = { before: number; after: number; measured: number; moved: number };

const atMinute = (minute: number) => new Date(Date.UTC(2026, 0, 5) + minute * 600_000).toISOString();

/** Wrong clicks: some source that is shown. */
function wrongKey(list: OfferedSource[], draw: number): string | undefined {
  const { drafts, articles } = shown(list);
  const all = [...drafts, ...articles];
  const one = all[Math.floor(draw * all.length)];
  return one && keyOf(one);
}

function isFirst(question: Question, ranking: Ranking, { agent, seed }: Plan): boolean {
  const wanted = favouriteOf(agent, question.acceptable, seed);
  const [first] = ranked(question, ranking);
  return wanted !== undefined && first !== undefined && keyOf(first) === keyOf(wanted);
}

/** Furthest move over all lists when one more wrong choice is made. */
function furthestMove(
  questions: Question[],
  choices: Choice[],
  wrong: Choice,
  options: ModelOptions | undefined,
): number {
  const [without, withWrong] = [createRanking(choices, options), createRanking([...choices, wrong], options)];
  const moves = questions.flatMap((question) => {
    const after = ranked(question, withWrong).map(keyOf);
    return ranked(question, without).map((one, place) => Math.abs(after.indexOf(keyOf(one)) - place));
  });
  return Math.max(0, ...moves);
}

/** One agent's interactions on some of the questions, in an order drawn by the seed, and recall@1 on all others before and after. */
export function simulate(questions: Question[], plan: Plan): Outcome {
  const { agent, seed, interactions, noise, options } = plan;
  const order = [...questions].sort((a, b) => drawFor(a.id, seed) - drawFor(b.id, seed));
  const [met, others] = [order.slice(0, interactions), order.slice(interactions)];
  const ranking = createRanking([], options);
  const share = () => others.filter((one) => isFirst(one, ranking, plan)).length / Math.max(1, others.length);
  const before = share();
  const choices: Choice[] = [];
  met.forEach((question, minute) => {
    const list = ranked(question, ranking);
    const isWrong = drawFor(`wrong ${question.id}`, seed) < noise;
    const wanted = favouriteOf(agent, question.acceptable, seed);
    const key = isWrong ? wrongKey(list, drawFor(`which ${question.id}`, seed)) : wanted && keyOf(wanted);
    const choice = key === undefined ? undefined : act(question, list, { key, at: atMinute(minute) });
    if (!choice) return;
    choices.push(choice);
    ranking.learn(choice);
  });
  const question = met.at(-1);
  const key = question && wrongKey(ranked(question, ranking), drawFor('last', seed));
  const wrong =
    question && key ? act(question, ranked(question, ranking), { key, at: atMinute(interactions) }) : undefined;
  const moved = wrong ? furthestMove(others, choices, wrong, options) : 0;
  return { before, after: share(), measured: others.length, moved };
}
