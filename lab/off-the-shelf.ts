import type { Encoder } from '../lib/core/engine';
import type { PassageSet } from '../lib/core/stores';
import { createBm25 } from './bm25';

/** Names of what there is to compare with; `sum`: of the z-scores of both. */
export const shelfWays = ['bm25', 'minilm', 'sum'] as const;
export type ShelfWay = (typeof shelfWays)[number];

/** Owners for a query by each way, best first. `minilm` and `sum` are absent without an encoder. */
export type ShelfSearch = (query: string) => Promise<Partial<Record<ShelfWay, string[]>>>;

/** Each score less their mean, in standard deviations; all 0 where they are all alike. */
export function standardise(scores: readonly number[]): number[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length) || 1;
  return scores.map((score) => (score - mean) / deviation);
}

/** Cosine of unit vectors of equal length. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}

/** Owners by the score of their best passage, best first; those that score nothing are left out. */
function bestOwners(owners: readonly string[], scores: readonly number[], least: number): string[] {
  const best = new Map<string, number>();
  owners.forEach((owner, index) => {
    const score = scores[index] ?? Number.NEGATIVE_INFINITY;
    if (score > least && score > (best.get(owner) ?? Number.NEGATIVE_INFINITY)) best.set(owner, score);
  });
  return [...best].sort(([, one], [, other]) => other - one).map(([owner]) => owner);
}

/**
 * What a team gets without Deskside, over the same passages: BM25, cosines of an encoder as it comes, and the sum of their
 * z-scores over all passages.
 */
export async function openShelf(sets: readonly PassageSet[], encoder: Encoder | undefined): Promise<ShelfSearch> {
  const passages = sets.flatMap((set) =>
    set.passages.map(({ heading, text }) => ({
      owner: set.owner.id,
      text: [set.owner.title, heading, text].filter((part) => part !== '').join('. '),
    })),
  );
  const owners = passages.map(({ owner }) => owner);
  const bm25 = createBm25(passages.map(({ text }) => text));
  const encodings = await encoder?.encode(passages.map(({ text }) => text));
  return async (query) => {
    const words = bm25(query);
    const found = { bm25: bestOwners(owners, words, 0) };
    const [asked] = (await encoder?.encode([query])) ?? [];
    if (!asked || !encodings) return found;
    const cosines = encodings.map(({ vector }) => dot(vector, asked.vector));
    const [byWord, byVector] = [standardise(words), standardise(cosines)];
    const both = byWord.map((value, index) => value + (byVector[index] ?? 0));
    const all = Number.NEGATIVE_INFINITY;
    return { ...found, minilm: bestOwners(owners, cosines, all), sum: bestOwners(owners, both, all) };
  };
}
