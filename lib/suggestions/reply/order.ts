import type { Ranked } from '../rank';

/** A macro is the team's own wording: it goes before an article that is this much surer at most. */
export const macroPreference = 0.2;
/** A past reply was written for someone else. */
const pastPenalty = 0.1;

/** Least and most that drafts can be ordered by before anything is learnt. */
export const draftOrderRange = [-pastPenalty, 1 + macroPreference] as const;

/** What drafts are ordered by, highest first. */
export function draftOrder({ hit, confidence, lift = 0 }: Ranked): number {
  if (hit.ownerKind === 'macro') return confidence + lift + macroPreference;
  return hit.ownerKind === 'past' ? confidence + lift - pastPenalty : confidence + lift;
}
