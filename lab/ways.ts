import type { Encoding } from '../lib/core/engine';
import type { Hit } from '../lib/core/knowledge';
import type { LabSearch } from './open-search';

/** A way to search, and the owners found by it, best first. */
export type FoundWay = { way: string; found: string[] };

/** What is asked: its text, its encoding, how many documents are wanted. */
type Asked = { text: string; encoding: Encoding; limit: number };

const idsOf = (hits: Hit[]): string[] => hits.map(({ ownerId }) => ownerId);

/**
 * Owners found for one question by words, by the sentence vector, by both, and with the second stage, each with the
 * product's own search. Without token vectors there is no second stage; `weights` tries it with others than the product's.
 */
export async function searchEachWay(
  find: LabSearch,
  { text, encoding, limit }: Asked,
  weights: readonly number[],
): Promise<FoundWay[]> {
  const withoutTokens = { vector: encoding.vector, tokens: null };
  const ways = [
    { way: 'words', found: idsOf(await find({ text, limit }, null)) },
    { way: 'vector', found: idsOf(await find({ text: '', limit }, withoutTokens)) },
    { way: 'words + vector', found: idsOf(await find({ text, limit }, withoutTokens)) },
  ];
  if (encoding.tokens === null) return ways;
  ways.push({ way: 'second stage', found: idsOf(await find({ text, limit }, encoding)) });
  for (const weight of weights)
    ways.push({ way: `second stage × ${weight}`, found: idsOf(await find({ text, limit }, encoding, weight)) });
  return ways;
}

/** Ranks of the first right document by group of questions and way, and what they come to. */
export function createTallies() {
  const groups = new Map<string, Map<string, number[]>>();
  return {
    /** Notes for a question of the group at which place the first of the wanted stands, if at all. */
    add(group: string, { way, found }: FoundWay, wanted: ReadonlySet<string>): void {
      const ranks = groups.get(group) ?? new Map<string, number[]>();
      groups.set(group, ranks);
      const place = found.findIndex((id) => wanted.has(id));
      ranks.set(way, [...(ranks.get(way) ?? []), place < 0 ? Number.POSITIVE_INFINITY : place + 1]);
    },
    /** Ranks of a group by one way, infinite where none of the wanted was found. */
    ranks(group: string, way: string): readonly number[] {
      return groups.get(group)?.get(way) ?? [];
    },
    /** One line a group and way: name, count, and each measure of the ranks with three decimals. */
    lines(measures: readonly ((ranks: readonly number[]) => number)[]): string[] {
      return [...groups].flatMap(([group, ways]) =>
        [...ways].map(([way, ranks]) => {
          const values = measures.map((measure) => measure(ranks).toFixed(3));
          return `${`${group} ${way}`.padEnd(44)} ${String(ranks.length).padStart(5)} ${values.join(' ')}`;
        }),
      );
    },
  };
}

export type Tallies = ReturnType<typeof createTallies>;

/** Share of questions whose right document is among the first `top`. */
export const recallAt =
  (top: number) =>
  (ranks: readonly number[]): number =>
    ranks.filter((rank) => rank <= top).length / ranks.length;

/** Mean reciprocal rank; a right document below `top` counts for nothing. */
export const reciprocalRankAt =
  (top: number) =>
  (ranks: readonly number[]): number =>
    ranks.reduce((sum, rank) => sum + (rank <= top ? 1 / rank : 0), 0) / ranks.length;
