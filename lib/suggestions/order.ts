import type { Hit } from '../core/knowledge';
import type { TextTools } from './define-suggestion';
import data from './order.json' with { type: 'json' };
import { linkTo } from './support';

/** What hits of one kind are ordered by, each in standard deviations among them; keys of `order.json`. */
export const orderNames = ['cosine', 'match', 'lead', 'reverse', 'words', 'support'] as const;
export type OrderFeatures = Record<(typeof orderNames)[number], number>;

/** Mean and standard deviation of what hits show, by feature name, over all lists fitted on. */
export type Typical = Record<string, { mean: number; deviation: number }>;
type ByKind<T> = { macro: T; article: T };
/** How hits were found: by words alone, with vectors, with token vectors on top. */
export type FoundBy = 'words' | 'meaning' | 'matched';

/**
 * Weights by feature name (conditional logit) for each way that hits are found, fitted by `npm run -s lab -- fit-order` on
 * help centres written for it; never edited by hand. `typical` stands in for the hits that a list is short of: a small
 * library has no others to be held against.
 */
export type OrderModel = Record<FoundBy, ByKind<Record<string, number>>> & {
  encoder: string;
  typical: ByKind<Typical>;
};

const fitted: OrderModel = data;

/** Weights by which a kind's hits are held against the other kind's before they are ordered themselves. */
const standWeights: Record<string, number> = { cosine: 1, match: 0.8, lead: 0.8, words: 0.4 };
/** Hits that a list is held to have: what is missing counts as typical. */
const fullList = 16;

/** A feature of all hits in standard deviations, and where a typical hit that is not there would stand. */
type Standing = { values: number[]; missing: number };

/**
 * Values in standard deviations from their mean, the list filled up with typical ones; a null counts as the lowest, all as 0
 * where they are alike or all null.
 */
function standardise(values: readonly (number | null)[], typical: Typical[string] | undefined): Standing {
  const had = values.filter((value) => value !== null);
  if (had.length === 0) return { values: values.map(() => 0), missing: 0 };
  const lowest = Math.min(...had);
  const filled = values.map((value) => value ?? lowest);
  const short = typical ? Math.max(0, fullList - filled.length) : 0;
  const usual = typical ?? { mean: 0, deviation: 0 };
  const count = filled.length + short;
  const mean = (filled.reduce((sum, value) => sum + value, 0) + short * usual.mean) / count;
  const squares = filled.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const others = short * (usual.deviation ** 2 + (usual.mean - mean) ** 2);
  const deviation = Math.sqrt((squares + others) / count);
  const toStanding = (value: number) => (deviation > 1e-6 ? (value - mean) / deviation : 0);
  return { values: filled.map(toStanding), missing: short > 0 ? toStanding(usual.mean) : 0 };
}

type Standings = Record<string, Standing>;

/** What each hit shows on its own. */
const readAlone = (hits: readonly Hit[], typical: Typical): Standings => ({
  cosine: standardise(
    hits.map((hit) => hit.cosine),
    typical.cosine,
  ),
  match: standardise(
    hits.map((hit) => hit.match),
    typical.match,
  ),
  lead: standardise(
    hits.map((hit) => hit.lead),
    typical.lead,
  ),
  reverse: standardise(
    hits.map((hit) => hit.reverse),
    typical.reverse,
  ),
  words: standardise(
    hits.map((hit) => hit.words),
    typical.words,
  ),
});

/** Weighted sums of the hits' standings, and that of a hit that is not there. */
function weigh(standings: Standings, weights: Record<string, number>, count: number): Standing {
  const total = (pick: (standing: Standing) => number) =>
    Object.entries(standings).reduce((sum, [name, standing]) => sum + (weights[name] ?? 0) * pick(standing), 0);
  return {
    values: Array.from({ length: count }, (_value, at) => total(({ values }) => values[at] ?? 0)),
    missing: total(({ missing }) => missing),
  };
}

/** Softmax over the hits and those that a list is short of: the chance of each. */
function toShares({ values, missing }: Standing): number[] {
  const most = Math.max(missing, ...values);
  const powers = values.map((value) => Math.exp(value - most));
  const others = Math.max(0, fullList - values.length) * Math.exp(missing - most);
  const sum = powers.reduce((total, power) => total + power, others);
  return powers.map((power) => power / sum);
}

/** What all hits of a list are ordered by, and each one's support as it is. */
type FoundOrder = { standings: Standings; support: number[] };

/** Reads the order of hits of one kind; `others`: hits of the other kind. `typical`: of this kind and of the other. */
function readOrder(
  { hits, others }: { hits: readonly Hit[]; others: readonly Hit[] },
  typical: { own: Typical; other: Typical },
  tools: TextTools,
): FoundOrder {
  const shares = toShares(weigh(readAlone(others, typical.other), standWeights, others.length));
  const support = others.length === 0 ? hits.map(() => 0) : linkTo(hits, others, { shares, tools });
  const standings = { ...readAlone(hits, typical.own), support: standardise(support, typical.own.support) };
  return { standings, support };
}

/** What the hits were found by. */
export function foundBy(hits: readonly Hit[]): FoundBy {
  if (hits.some(({ match }) => match !== null)) return 'matched';
  return hits.some(({ cosine }) => cosine !== null) ? 'meaning' : 'words';
}

/** What orders hits, one value a hit. `shares`: chance of each among them and the typical ones that the list is short of. */
export type Ordered = { scores: number[]; shares: number[]; features: OrderFeatures[]; support: number[] };

/**
 * Scores by which hits of one kind for one query are ordered, and what they are made of; `others`: hits of the kind that may
 * support them. Past tickets are weighed as articles are.
 */
export function orderHits(
  { hits, others }: { hits: readonly Hit[]; others: readonly Hit[] },
  tools: TextTools,
  model: OrderModel = fitted,
): Ordered {
  const kindOf = (list: readonly Hit[]) => (list[0]?.ownerKind === 'macro' ? 'macro' : 'article');
  const typical = { own: model.typical[kindOf(hits)], other: model.typical[kindOf(others)] };
  const { standings, support } = readOrder({ hits, others }, typical, tools);
  const order = weigh(standings, model[foundBy(hits)][kindOf(hits)], hits.length);
  const features = hits.map(
    (_hit, at) =>
      Object.fromEntries(orderNames.map((name) => [name, standings[name]?.values[at] ?? 0])) as OrderFeatures,
  );
  return { scores: order.values, shares: toShares(order), features, support };
}
