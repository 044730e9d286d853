import type { ReplayTotals } from '../lib/core/replay';

/** Of the turns written with a macro: where it stood in what was suggested, 1 the first, null where it was not. */
export type MacroRanks = readonly (number | null)[];

/** The last line of a replay. `savedShare`: of the characters that agents wrote; `agreement`: of the replies shown. */
export function summarise(totals: ReplayTotals, ranks: MacroRanks) {
  const share = (count: number, of: number) => (of === 0 ? null : count / of);
  const recall = (top: number) => share(ranks.filter((rank) => rank !== null && rank <= top).length, ranks.length);
  return {
    summary: true,
    turns: totals.turns,
    repliesShown: totals.shown,
    withMacro: ranks.length,
    recall1: recall(1),
    recall3: recall(3),
    mrr: share(
      ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0),
      ranks.length,
    ),
    charactersSaved: totals.saved,
    savedShare: share(totals.saved, totals.typed),
    silent: totals.silent,
    agrees: totals.agrees,
    agreement: share(totals.agrees, totals.shown),
    kept: totals.kept,
    sameSource: share(totals.sameSource, totals.knownSource),
    articlesShown: totals.articles,
    nextStepsShown: totals.nextSteps,
  };
}
