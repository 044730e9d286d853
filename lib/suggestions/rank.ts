import type { Hit } from '../core/knowledge';
import type { Calibration, Model } from './calibration';
import type { TextTools } from './define-suggestion';
import { type FoundBy, foundBy, orderHits } from './order';
import { readSupport } from './support';

export type RankedKind = Hit['ownerKind'];

/** A source with its calibrated chance to be the right one. */
export type Ranked = {
  hit: Hit;
  confidence: number;
  features: Features;
  /** The query it was found by. */
  query: string;
  /** What the agent's choices add to the place among drafts, in units of confidence; absent where nothing was learnt. */
  lift?: number;
};

/** What the calibration weighs; names are the keys of its coefficients. */
export const featureNames = [
  'cosine',
  'cosineGap',
  'overlap',
  'scoreGap',
  'match',
  'matchGap',
  'support',
  'supportGap',
  'offTopic',
] as const;
export type Features = Record<(typeof featureNames)[number], number>;

/** What the query as a whole tells. `offTopic`: probability of intents that no article answers (thanks, praise, other). */
export type QueryFacts = { text: string; offTopic: number };

/** Best value among the others: the bar that a candidate has to clear. */
function bestOther(values: number[], index: number): number {
  let best = Number.NEGATIVE_INFINITY;
  values.forEach((value, other) => {
    if (other !== index && value > best) best = value;
  });
  return best === Number.NEGATIVE_INFINITY ? (values[index] ?? 0) : best;
}

/** Token matches of the hits, 0 for all without any; hits that the second stage did not read count as its lowest. */
function readMatches(hits: Hit[]): number[] {
  const had = hits.flatMap(({ match }) => (match === null ? [] : [match]));
  const lowest = had.length > 0 ? Math.min(...had) : 0;
  return hits.map(({ match }) => match ?? lowest);
}

/**
 * Features of every hit of one kind, one row a hit; `others` are the hits of the other kind. Gaps are to the best other
 * hit: positive for the first only. All features are of the order of 1.
 */
export function readFeatures(hits: Hit[], others: Hit[], query: QueryFacts, tools: TextTools): Features[] {
  const cosines = hits.map((hit) => hit.cosine ?? 0);
  const scores = hits.map((hit) => hit.score);
  const matches = readMatches(hits);
  const support = readSupport(hits, others, tools);
  return hits.map((hit, index) => ({
    cosine: cosines[index] ?? 0,
    cosineGap: (cosines[index] ?? 0) - bestOther(cosines, index),
    overlap: hit.overlap,
    scoreGap: Math.max(-4, Math.min(4, (scores[index] ?? 0) - bestOther(scores, index))) / 4,
    match: matches[index] ?? 0,
    matchGap: (matches[index] ?? 0) - bestOther(matches, index),
    support: support[index] ?? 0,
    supportGap: (support[index] ?? 0) - bestOther(support, index),
    offTopic: query.offTopic,
  }));
}

/** Chance by logistic regression, `boost` in log-odds. Features that the model does not name count for nothing. */
export function score(features: Record<string, number>, model: Model, boost = 0): number {
  let sum = model.bias + boost;
  for (const [name, weight] of Object.entries(model.weights)) sum += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The coefficients for a kind of source found in that way. Past tickets share those of articles. */
function modelFor(calibration: Calibration, kind: RankedKind, by: FoundBy): Model {
  const models = calibration[by] ?? calibration.meaning;
  return models[kind === 'macro' ? 'macro' : 'article'];
}

type Judged = { features: Features; confidence: number };

/**
 * Hits of one kind for one query, best first, with their confidence; `others`: hits of the kind that may support them. The
 * order is learnt by itself, over all hits at once; each place has the confidence of that place among the hits' own, so that
 * the surest is never below another, and what the agent's choices boost moves by its own.
 */
export function rankHits(
  { hits, others }: { hits: Hit[]; others: Hit[] },
  query: QueryFacts,
  options: { calibration: Calibration; tools: TextTools; boost?: ((sourceId: string) => number) | undefined },
): Ranked[] {
  const model = hits[0] && modelFor(options.calibration, hits[0].ownerKind, foundBy(hits));
  if (!model) return [];
  const { scores } = orderHits({ hits, others }, options.tools);
  const places = hits.map((hit, at) => ({ hit, score: scores[at] ?? 0 })).sort((a, b) => b.score - a.score);
  const judged = readFeatures(hits, others, query, options.tools)
    .map((features): Judged => ({ features, confidence: score(features, model) }))
    .sort((a, b) => b.confidence - a.confidence);
  return places.map(({ hit }, place) => {
    const { features, confidence } = judged[place] as Judged;
    return { hit, features, query: query.text, confidence: lift(confidence, options.boost?.(hit.ownerId) ?? 0) };
  });
}

/** A chance moved by log-odds. */
const lift = (chance: number, boost: number): number =>
  boost === 0 ? chance : 1 / (1 + Math.exp(-Math.log(chance / (1 - chance)) - boost));

/** One entry a source: the query that finds it most surely counts. Best first; ties by id, so that order is stable. */
export function mergeRanked(lists: Ranked[][]): Ranked[] {
  const best = new Map<string, Ranked>();
  for (const ranked of lists.flat()) {
    const key = `${ranked.hit.ownerKind}:${ranked.hit.ownerId}`;
    if (ranked.confidence > (best.get(key)?.confidence ?? -1)) best.set(key, ranked);
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence || (a.hit.ownerId < b.hit.ownerId ? -1 : 1));
}
