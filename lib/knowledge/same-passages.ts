import type { Hit, Passage } from '../core/knowledge';

/** Passages kept: all that a few conversations find. */
const kept = 1000;

type Known = { title: string; passage: Passage };

const isSame = (known: Known, { title, passage }: Hit): boolean =>
  known.title === title &&
  known.passage.text === passage.text &&
  known.passage.heading === passage.heading &&
  known.passage.start === passage.start &&
  known.passage.end === passage.end;

/**
 * Gives hits from a worker, which are copies, the passage object that an earlier hit had, where it says the same: what is
 * remembered of a passage by its object then outlives one search.
 */
export function createSamePassages(): (hits: Hit[]) => Hit[] {
  const known = new Map<string, Known>();
  return (hits) =>
    hits.map((hit) => {
      const { id } = hit.passage;
      const had = known.get(id);
      const one = had && isSame(had, hit) ? had : { title: hit.title, passage: hit.passage };
      known.delete(id);
      known.set(id, one);
      if (known.size > kept) known.delete(known.keys().next().value as string);
      return { ...hit, passage: one.passage };
    });
}
