import type { ReplayAnswer, ReplayTotals } from '../core/replay';

/** Counts what was suggested at each turn beside what the agent wrote there. */
export function countTotals(turns: readonly { answer: ReplayAnswer; real: string }[]): ReplayTotals {
  const replies = turns.flatMap(({ answer }) => answer.reply ?? []);
  const known = replies.filter(({ isSameSource }) => isSameSource !== null);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return {
    turns: turns.length,
    shown: replies.length,
    silent: turns.length - replies.length,
    agrees: replies.filter(({ agrees }) => agrees).length,
    knownSource: known.length,
    sameSource: known.filter(({ isSameSource }) => isSameSource).length,
    kept: replies.length === 0 ? null : sum(replies.map(({ kept }) => kept)) / replies.length,
    saved: sum(replies.map(({ saved }) => saved)),
    typed: sum(turns.map(({ real }) => real.length)),
    articles: turns.filter(({ answer }) => answer.articles.length > 0).length,
    nextSteps: turns.filter(({ answer }) => answer.nextStep !== null).length,
  };
}

/** The middle of the values; the mean of the two in the middle of an even number of them, null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const [below = 0, above = 0] = [sorted[half - 1], sorted[half]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}
