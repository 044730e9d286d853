import type { Candidate } from './candidates';

export type Ranked = Candidate & { score: number };

/** Key of the passage's owner. */
export function ownerOf({ segment, row }: Candidate): string {
  return segment.owners[segment.rowOwners[row] as number] as string;
}

function compareOwners(a: Candidate, b: Candidate): number {
  const [first, second] = [ownerOf(a), ownerOf(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

/** Mean and standard deviation; deviation 1 when all are equal, so that they count for nothing. */
function spread(values: number[]): { mean: number; deviation: number } {
  const count = Math.max(1, values.length);
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / count;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, deviation: squares / count > 1e-12 ? Math.sqrt(squares / count) : 1 };
}

/**
 * Sum of z-scores of words and cosine over the candidates, best first; a passage without a vector counts as average. Words
 * count by how much of the query they cover, `weight` its words' whole weight: a few keywords decide, a chance word of a long
 * message does not (on the practice desk's 58 messages in customers' own words hit@3 .72 against .47 unweighted, 102 keyword
 * queries 1.00 against .99; 2026-11-24). recall@5 .867 against .844 of reciprocal rank fusion (base models, 2026-11-23).
 */
export function fuse(candidates: Candidate[], weight: number): Ranked[] {
  const words = spread(candidates.map((candidate) => candidate.words));
  const cosines = spread(candidates.flatMap(({ cosine }) => (cosine === null ? [] : [cosine])));
  const ranked = candidates.map((candidate) => {
    const byMeaning = candidate.cosine === null ? 0 : (candidate.cosine - cosines.mean) / cosines.deviation;
    const byWords = (candidate.words - words.mean) / words.deviation;
    const share = weight > 0 ? candidate.covered / weight : 0;
    return Object.assign(candidate, { score: byMeaning + byWords * share });
  });
  return ranked.sort((a, b) => b.score - a.score || compareOwners(a, b) || a.row - b.row);
}

/** The first `count`, and the best one of each owner until there are `limit` owners. */
export function chooseOwners(ranked: Ranked[], limit: number, count: number): Ranked[] {
  const seen = new Set<string>();
  return ranked.filter((one, place) => {
    const owner = ownerOf(one);
    const isFirst = !seen.has(owner) && seen.size < limit;
    if (isFirst) seen.add(owner);
    return isFirst || place < count;
  });
}
