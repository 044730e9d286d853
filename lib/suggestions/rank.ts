import type { Hit } from '../core/knowledge';
import { type Calibration, fewHits, type Model } from './calibration';
import type { TextTools } from './define-suggestion';
import { foundBy, type Ordered, orderHits } from './order';

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

/** What the calibration weighs; names are the keys of its coefficients. None of them grows with the library. */
export const featureNames = ['cosine', 'match', 'lead', 'overlap', 'order', 'share', 'offTopic'] as const;
export type Features = Record<(typeof featureNames)[number], number>;

/** What the query as a whole tells. `offTopic`: probability of intents that no article answers (thanks, praise, other). */
export type QueryFacts = { text: string; offTopic: number };

/** Values of the hits, 0 for all where none has one; hits that the second stage did not read count as its lowest. */
function readScores(values: (number | null)[]): number[] {
  const had = values.filter((value) => value !== null);
  const lowest = had.length > 0 ? Math.min(...had) : 0;
  return values.map((value) => value ?? lowest);
}

/** Log-odds of a share, within −6 to 6. */
const toLogOdds = (share: number): number => Math.max(-6, Math.min(6, Math.log(share / Math.max(1e-9, 1 - share))));

/**
 * Features of every hit of one kind, one row a hit, from what orders them. `order`: the score by which it is ordered; `share`:
 * log-odds of its chance among the hits and those that a small library is short of, by 6. All are of the order of 1.
 */
export function readFeatures(hits: readonly Hit[], { scores, shares }: Ordered, { offTopic }: QueryFacts): Features[] {
  const cosines = readScores(hits.map(({ cosine }) => cosine));
  const matches = readScores(hits.map(({ match }) => match));
  const leads = readScores(hits.map(({ lead }) => lead));
  return hits.map(({ overlap }, at) => ({
    cosine: cosines[at] ?? 0,
    match: matches[at] ?? 0,
    lead: Math.sqrt(leads[at] ?? 0),
    overlap,
    order: (scores[at] ?? 0) / 3,
    share: toLogOdds(shares[at] ?? 0) / 6,
    offTopic,
  }));
}

/** Chance by logistic regression, `boost` in log-odds. Features that the model does not name count for nothing. */
export function score(features: Record<string, number>, model: Model, boost = 0): number {
  let sum = model.bias + boost;
  for (const [name, weight] of Object.entries(model.weights)) sum += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The coefficients for hits of one kind. Past tickets share those of articles. */
function modelFor(calibration: Calibration, hits: readonly Hit[]): Model {
  const models = (hits.length < fewHits ? calibration.few : calibration)[foundBy(hits)];
  return models[hits[0]?.ownerKind === 'macro' ? 'macro' : 'article'];
}

/**
 * Hits of one kind for one query, best first, with their confidence; `others`: hits of the kind that may support them. The
 * order is learnt by itself, over all hits at once; no hit is surer than the one before it, but what the agent's choices
 * boost moves by its own.
 */
export function rankHits(
  { hits, others }: { hits: Hit[]; others: Hit[] },
  query: QueryFacts,
  options: { calibration: Calibration; tools: TextTools; boost?: ((sourceId: string) => number) | undefined },
): Ranked[] {
  const model = modelFor(options.calibration, hits);
  const ordered = orderHits({ hits, others }, options.tools);
  const features = readFeatures(hits, ordered, query);
  const places = hits.map((_hit, at) => at).sort((a, b) => (ordered.scores[b] ?? 0) - (ordered.scores[a] ?? 0));
  let highest = 1;
  return places.map((at) => {
    const [hit, own] = [hits[at] as Hit, features[at] as Features];
    highest = Math.min(highest, score(own, model));
    return { hit, features: own, query: query.text, confidence: lift(highest, options.boost?.(hit.ownerId) ?? 0) };
  });
}

/** A chance moved by log-odds. */
const lift = (chance: number, boost: number): number =>
  boost === 0 ? chance : 1 / (1 + Math.exp(-Math.log(chance / (1 - chance)) - boost));

/** One entry a source: the query that finds it most surely counts. Best first, equals as they were found. */
export function mergeRanked(lists: Ranked[][]): Ranked[] {
  const best = new Map<string, Ranked>();
  for (const ranked of lists.flat()) {
    const key = `${ranked.hit.ownerKind}:${ranked.hit.ownerId}`;
    if (ranked.confidence > (best.get(key)?.confidence ?? -1)) best.set(key, ranked);
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence);
}
