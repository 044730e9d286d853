import type { OfferedSource } from '../core/learning';
import type { Choice } from '../core/suggestion';

/**
 * One piece of evidence: `better` was taken rather than any of `worse`, `weight` 0 to 1. A null, and none that is worse, stand
 * for showing nothing: only what is known of the single source learns from it.
 */
export type Contest = { better: OfferedSource | null; worse: OfferedSource[]; weight: number };

/** How much a choice speaks for its source, before what the agent kept of it is known. */
const strength: Partial<Record<Choice['action'], number>> = { inserted: 1, copied: 1, edited: 0.7, typed: 0.5 };
/** How much it speaks against its source that the agent put it away, or asked for another one. */
const refusal: Partial<Record<Choice['action'], number>> = { dismissed: 1, alternative: 0.25 };
/** A choice of which less was kept speaks for nothing: the agent wrote something else. */
export const leastKept = 0.2;
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

/** What stood above the choice's source and was not taken. */
export function passedBy({ offered = [], sourceIds }: Choice): OfferedSource[] {
  const place = offered.findIndex(({ id }) => id === sourceIds[0]);
  return offered.slice(0, Math.max(0, place)).filter(({ id }) => !sourceIds.includes(id));
}

/**
 * What a choice tells: its source was taken rather than all the others that were found, those not looked at included. With
 * those alone that were seen and skipped, which always stood higher, every choice would teach to turn the order round, the
 * bias of "click > skip above" (Joachims et al., Accurately interpreting clickthrough data as implicit feedback, SIGIR 2005).
 * Each choice weighs the same, however many it is held against. Opening tells nothing.
 */
export function readContests(choice: Choice): Contest[] {
  const chosen = chosenOf(choice);
  if (!chosen) return [];
  const against = refusal[choice.action];
  if (against !== undefined) return [{ better: null, worse: [chosen], weight: against }];
  const weight = approvalOf(choice);
  if (weight === 0) return [];
  const isKnown = choice.offered?.includes(chosen) ?? false;
  const rivals = isKnown ? (choice.offered ?? []).filter(({ id }) => !choice.sourceIds.includes(id)) : [];
  const accepted = { better: chosen, worse: [], weight: weight * acceptWeight };
  return rivals.length === 0 ? [accepted] : [{ better: chosen, worse: rivals, weight }, accepted];
}
