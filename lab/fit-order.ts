import type { FoundBy, OrderModel, Typical } from '../lib/suggestions/order';
import { orderNames } from '../lib/suggestions/order';
import { type Choice, crossScore, fitConditionalLogit, scoreOf } from './conditional-logit';
import { type OrderedKind, orderedKinds, waysToFind } from './labelled';
import { round } from './numbers';
import type { OrderCase } from './order-cases';

/** What each way to find has to order by. */
const names: Record<FoundBy, readonly string[]> = {
  matched: orderNames,
  meaning: ['cosine', 'words', 'support'],
  words: ['words', 'support'],
};

const toChoices = (cases: readonly OrderCase[], way: FoundBy, kind: OrderedKind): Choice[] =>
  cases.map(({ found }) => found[way][kind].map(({ order, wanted }) => ({ features: order, wanted })));

const fitKind = (cases: readonly OrderCase[], way: FoundBy, kind: OrderedKind): Record<string, number> =>
  Object.fromEntries(
    Object.entries(fitConditionalLogit(toChoices(cases, way, kind), names[way])).map(([name, weight]) => [
      name,
      round(weight),
    ]),
  );

/** Mean and deviation of what hits of a kind show. */
function readTypical(cases: readonly OrderCase[], kind: OrderedKind): Typical {
  const hits = cases.flatMap(({ found }) => found.matched[kind]);
  const of = (name: string) => {
    const values = hits.flatMap(({ raw }) => raw[name] ?? []);
    const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean: round(mean), deviation: round(Math.sqrt(squares / Math.max(1, values.length))) };
  };
  return Object.fromEntries(orderNames.map((name) => [name, of(name)]));
}

/** The weights of every way and kind. `encoder`: name and version of the model that the cases were read with. */
export function fitOrder(cases: readonly OrderCase[], encoder: string): OrderModel {
  const both = <T>(make: (kind: OrderedKind) => T) => ({ macro: make('macro'), article: make('article') });
  const [matched, meaning, words] = waysToFind.map((way) => both((kind) => fitKind(cases, way, kind)));
  if (!matched || !meaning || !words) throw new Error('a way to find has no weights');
  return { encoder, matched, meaning, words, typical: both((kind) => readTypical(cases, kind)) };
}

/** Shares of the answerable cases whose right source is the first, or among three, by the scores of each case's hits. */
function recallOf(cases: readonly OrderCase[], way: FoundBy, kind: OrderedKind, scores: readonly number[][]): number[] {
  const places = cases.flatMap(({ answers, found }, at) => {
    if (!answers[kind]) return [];
    const own = scores[at] ?? [];
    const ordered = found[way][kind].map(({ wanted }, index) => ({ wanted, score: own[index] ?? 0 }));
    const place = ordered.sort((a, b) => b.score - a.score).findIndex(({ wanted }) => wanted > 0);
    return [place < 0 ? Number.POSITIVE_INFINITY : place];
  });
  return [1, 3].map((top) => round(places.filter((place) => place < top).length / Math.max(1, places.length)));
}

type Recalls = Record<FoundBy, Record<OrderedKind, number[]>>;

function eachWay(make: (way: FoundBy, kind: OrderedKind) => number[]): Recalls {
  return Object.fromEntries(
    waysToFind.map((way) => [way, Object.fromEntries(orderedKinds.map((kind) => [kind, make(way, kind)]))]),
  ) as Recalls;
}

/** Recall at 1 and 3 of the model; for cases that it was not fitted on. */
export function measureOrder(cases: readonly OrderCase[], model: OrderModel): Recalls {
  return eachWay((way, kind) =>
    recallOf(
      cases,
      way,
      kind,
      toChoices(cases, way, kind).map((choice) => choice.map(({ features }) => scoreOf(features, model[way][kind]))),
    ),
  );
}

/** Scores of all cases by way and kind, made once: each help centre's figures are read from the same. */
const crossed = new WeakMap<readonly OrderCase[], Map<string, number[][]>>();

function crossScores(cases: readonly OrderCase[], way: FoundBy, kind: OrderedKind): number[][] {
  const known = crossed.get(cases) ?? new Map<string, number[][]>();
  crossed.set(cases, known);
  const scores = known.get(`${way} ${kind}`) ?? crossScore(toChoices(cases, way, kind), names[way]);
  known.set(`${way} ${kind}`, scores);
  return scores;
}

/** Recall at 1 and 3 of `desk`'s cases, each ordered by weights fitted on seven eighths of all that it is not among. */
export function crossMeasure(cases: readonly OrderCase[], desk: string): Recalls {
  return eachWay((way, kind) => {
    const scores = crossScores(cases, way, kind);
    const own = cases.map((one, at) => ({ one, scores: scores[at] ?? [] })).filter(({ one }) => one.desk === desk);
    return recallOf(
      own.map(({ one }) => one),
      way,
      kind,
      own.map((each) => each.scores),
    );
  });
}
