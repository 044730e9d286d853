import type { Hit } from '../core/knowledge';
import type { Calibration, Model } from './calibration';
import type { TextTools } from './define-suggestion';

export type RankedKind = Hit['ownerKind'];

/** A source with its calibrated chance to be the right one. */
export type Ranked = { hit: Hit; confidence: number /** The query it was found by. */; query: string };

/** What the calibration weighs; names are the keys of its coefficients. */
export const featureNames = ['cosine', 'cosineGap', 'overlap', 'scoreGap', 'titleShare', 'length', 'offTopic'] as const;
export type Features = Record<(typeof featureNames)[number], number>;

/** What the query as a whole tells. `offTopic`: probability of intents that no article answers (thanks, praise, other). */
export type QueryFacts = { text: string; terms: string[]; offTopic: number };

/** Best value among the others: the bar that a candidate has to clear. */
function bestOther(values: number[], index: number): number {
  let best = Number.NEGATIVE_INFINITY;
  values.forEach((value, other) => {
    if (other !== index && value > best) best = value;
  });
  return best === Number.NEGATIVE_INFINITY ? (values[index] ?? 0) : best;
}

/**
 * Features of every hit of one kind, one row a hit. Gaps are to the best other hit: positive for the first only.
 * `length` is ln(1 + number of query terms) / 4, so that all features are of the order of 1.
 */
export function readFeatures(hits: Hit[], query: QueryFacts, tools: TextTools): Features[] {
  const cosines = hits.map((hit) => hit.cosine ?? 0);
  const scores = hits.map((hit) => hit.score);
  const asked = new Set(query.terms);
  return hits.map((hit, index) => {
    const title = [...new Set(tools.tokenize(hit.title))];
    return {
      cosine: cosines[index] ?? 0,
      cosineGap: (cosines[index] ?? 0) - bestOther(cosines, index),
      overlap: hit.overlap,
      scoreGap: Math.max(-4, Math.min(4, (scores[index] ?? 0) - bestOther(scores, index))) / 4,
      titleShare: title.length === 0 ? 0 : title.filter((term) => asked.has(term)).length / title.length,
      length: Math.log1p(query.terms.length) / 4,
      offTopic: query.offTopic,
    };
  });
}

/** Chance by logistic regression, `boost` in log-odds. Features that the model does not name count for nothing. */
export function score(features: Record<string, number>, model: Model, boost = 0): number {
  let sum = model.bias + boost;
  for (const [name, weight] of Object.entries(model.weights)) sum += weight * (features[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The coefficients for a kind of source, and whether vectors were had. Past tickets share those of articles. */
export function modelFor(calibration: Calibration, kind: RankedKind, hasVectors: boolean): Model {
  const owner = kind === 'macro' ? 'macro' : 'article';
  return calibration[hasVectors ? 'meaning' : 'words'][owner];
}

/** Hits of one query with their confidence; hits of different kinds are never compared by score. */
export function rankHits(
  hits: Hit[],
  query: QueryFacts,
  options: { calibration: Calibration; tools: TextTools; boost?: ((sourceId: string) => number) | undefined },
): Ranked[] {
  const hasVectors = hits.some((hit) => hit.cosine !== null);
  const kinds = [...new Set(hits.map((hit) => hit.ownerKind))];
  return kinds.flatMap((kind) => {
    const group = hits.filter((hit) => hit.ownerKind === kind);
    const model = modelFor(options.calibration, kind, hasVectors);
    return readFeatures(group, query, options.tools).map((features, index) => {
      const hit = group[index] as Hit;
      return { hit, query: query.text, features, confidence: score(features, model, options.boost?.(hit.ownerId)) };
    });
  });
}

/** One entry a source: the query that finds it most surely counts. Best first; ties by id, so that order is stable. */
export function mergeRanked(lists: Ranked[][]): Ranked[] {
  const best = new Map<string, Ranked>();
  for (const ranked of lists.flat()) {
    const key = `${ranked.hit.ownerKind}:${ranked.hit.ownerId}`;
    if (ranked.confidence > (best.get(key)?.confidence ?? -1)) best.set(key, ranked);
  }
  return [...best.values()].sort((a, b) => b.confidence - a.confidence || (a.hit.ownerId < b.hit.ownerId ? -1 : 1));
}
