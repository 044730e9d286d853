import type { Choice } from '../core/suggestion';

/** What an action says about the source: `for` it or `against` it, in clicks. Opening says nothing. */
const worth: Record<Choice['action'], { for: number; against: number }> = {
  inserted: { for: 1, against: 0 },
  copied: { for: 1, against: 0 },
  edited: { for: 0.7, against: 0 },
  dismissed: { for: 0, against: 1 },
  alternative: { for: 0, against: 0.5 },
  opened: { for: 0, against: 0 },
};

/** Beta(6, 6) prior: as if six had been taken and six refused, so that one wrong click moves little (0.15 log-odds). */
const prior = 6;
/** Choices never outweigh what the text says: at most this much log-odds either way. */
const limit = 1;

/** Log-odds by source id; sources without choices get 0. One pass over the choices. */
export function createRankingBoost(choices: readonly Choice[]): (sourceId: string) => number {
  const counts = new Map<string, { for: number; against: number }>();
  for (const { action, sourceIds } of choices) {
    for (const id of new Set(sourceIds)) {
      const count = counts.get(id) ?? { for: 0, against: 0 };
      count.for += worth[action].for;
      count.against += worth[action].against;
      counts.set(id, count);
    }
  }
  return (sourceId) => {
    const count = counts.get(sourceId);
    if (!count) return 0;
    const odds = Math.log((count.for + prior) / (count.against + prior));
    return Math.max(-limit, Math.min(limit, odds));
  };
}

/** Log-odds that the agents' choices add to one source: a smoothed acceptance rate, see the prior above. */
export function rankingBoost(choices: readonly Choice[], sourceId: string): number {
  return createRankingBoost(choices)(sourceId);
}
