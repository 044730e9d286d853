import type { OfferedSource } from '../core/learning';
import type { Choice } from '../core/suggestion';

/**
 * One piece of evidence: `better` is preferred to `worse`, `weight` 0 to 1. A null stands for showing nothing: only what is
 * known of the single source learns from it.
 */
export type Pair = { better: OfferedSource | null; worse: OfferedSource | null; weight: number };

/** How much a choice speaks for its source, before what the agent kept of it is known. */
const strength: Partial<Record<Choice['action'], number>> = { inserted: 1, copied: 1, edited: 0.7, typed: 0.5 };
/** How much it speaks against its source that the agent put it away, or asked for another one. */
const refusal: Partial<Record<Choice['action'], number>> = { dismissed: 1, alternative: 0.25 };
/** A choice of which less was kept speaks for nothing: the agent wrote something else. */
export const leastKept = 0.2;
/** Sources shown below the first that lose by it when it is taken; further ones may not have been looked at. */
const mostBelow = 4;
/** For showing a source rather than nothing. */
const acceptWeight = 0.5;

/** What a suggestion of a kind rests on, as a rule. */
const sourceKinds: Partial<Record<Choice['kind'], OfferedSource['kind']>> = {
  reply: 'macro',
  article: 'article',
  'next-step': 'playbook',
  'similar-ticket': 'past',
};

/** The source that the choice is about, as it was offered; as if nothing else had been shown where that is not known. */
export function chosenOf({ sourceIds, offered, kind }: Choice): OfferedSource | undefined {
  const [id] = sourceIds;
  if (id === undefined) return undefined;
  const known = offered?.find((one) => one.id === id);
  if (known) return known;
  const rests = sourceKinds[kind];
  return rests && { kind: rests, id, base: 0, facts: {} };
}

/** How much the choice speaks for its source, 0 to 1; 0 for refusals, for opening, and where little was kept. */
export function approvalOf({ action, kept }: Choice): number {
  const own = strength[action] ?? 0;
  if (own === 0 || kept === undefined) return own;
  if (kept < leastKept) return 0;
  return action === 'typed' ? own * kept : kept;
}

/** What was shown with the choice's source and not taken, as far as the agent is sure to have seen it. */
export function passedBy(choice: Choice): { above: OfferedSource[]; below: OfferedSource[] } {
  const { offered = [], sourceIds } = choice;
  const others = (list: OfferedSource[]) => list.filter(({ id }) => !sourceIds.includes(id));
  const place = offered.findIndex(({ id }) => id === sourceIds[0]);
  if (place < 0) return { above: [], below: [] };
  const above = others(offered.slice(0, place));
  return { above, below: above.length === 0 ? others(offered.slice(place + 1)).slice(0, mostBelow) : [] };
}

/**
 * What a choice tells, as preferences between two. The source taken is preferred to those shown above it, which the agent
 * has seen; taken from the first place, to those below it (the strategies "click > skip above" and "click > no click next" of
 * Joachims et al., Accurately interpreting clickthrough data as implicit feedback, SIGIR 2005). Each choice weighs the same,
 * however many it is held against: skips alone would teach to turn every order round. Opening tells nothing.
 */
export function readPairs(choice: Choice): Pair[] {
  const chosen = chosenOf(choice);
  if (!chosen) return [];
  const against = refusal[choice.action];
  if (against !== undefined) return [{ better: null, worse: chosen, weight: against }];
  const weight = approvalOf(choice);
  if (weight === 0) return [];
  const { above, below } = passedBy(choice);
  return [
    ...above.map((worse) => ({ better: chosen, worse, weight: weight / above.length })),
    ...below.map((worse) => ({ better: chosen, worse, weight: weight / below.length })),
    { better: chosen, worse: null, weight: weight * acceptWeight },
  ];
}
