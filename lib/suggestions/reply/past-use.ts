import type { PastTicket } from '../../core/knowledge';
import type { PastUse } from '../../core/suggestion';
import type { SuggestContext, TextTools } from '../define-suggestion';
import type { Ranked } from '../rank';

/** Replies that share this much of their words are one reply, given again. */
const sameReply = 0.6;
const yearMs = 365.25 * 24 * 3600 * 1000;

function likeness(left: Set<string>, right: Set<string>): number {
  const shared = [...left].filter((term) => right.has(term)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}

/**
 * How each past reply among the ranked sources was used: given to how many of the similar tickets that were found, solved how
 * many of them, and when last. By source id.
 */
export function countPastUse(pasts: readonly PastTicket[], tools: TextTools): Map<string, PastUse> {
  const answered = pasts.filter(({ reply }) => reply !== undefined);
  const words = answered.map(({ reply }) => new Set(tools.tokenize(reply ?? '')));
  return new Map(
    answered.map(({ id }, index) => {
      const own = words[index] as Set<string>;
      const group = answered.filter((_past, other) => likeness(own, words[other] as Set<string>) >= sameReply);
      const lastAt =
        group
          .map(({ seenAt }) => seenAt)
          .sort()
          .at(-1) ?? '';
      const solved = group.filter(({ isSolved }) => isSolved === true).length;
      return [id, { lastAt, tickets: group.length, solved }];
    }),
  );
}

/**
 * What past use adds to a source's place among the drafts, in confidence: up to 0.1 for replies that were given again and
 * solved, minus 0.05 for each year, 0.1 at most. `nowMs`: epoch milliseconds.
 */
export function reuseWorth({ lastAt, tickets, solved }: PastUse, nowMs: number): number {
  const ageMs = nowMs - Date.parse(lastAt);
  const years = Number.isFinite(ageMs) ? Math.max(0, ageMs / yearMs) : 2;
  return Math.min(0.1, 0.03 * (tickets - 1) + 0.03 * solved) - Math.min(0.1, 0.05 * years);
}

/** Past use of the ranked past replies, read from the store. */
export async function readPastUse(ranked: readonly Ranked[], context: SuggestContext): Promise<Map<string, PastUse>> {
  const ids = ranked.filter(({ hit }) => hit.ownerKind === 'past').map(({ hit }) => hit.ownerId);
  const pasts = await Promise.all(ids.map((id) => context.deps.knowledge.readPastTicket(id)));
  return countPastUse(
    pasts.flatMap((past) => past ?? []),
    context.deps.text,
  );
}
