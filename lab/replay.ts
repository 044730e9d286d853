import type { Ticket } from '../lib/core/ticket';
import { tokenize } from '../lib/knowledge/tokens';

/** From this F1 of terms on, an agent's reply counts as written with a macro. Set by hand. */
const usedMacro = 0.6;

/** The conversation as it stood before one of the agent's turns, and what the agent wrote then. */
export type ReplayTurn = { index: number; ticket: Ticket; real: string };

/** Every turn of the agent that answers a customer; messages of one burst count as one turn. */
export function splitTurns(ticket: Ticket): ReplayTurn[] {
  const { messages } = ticket;
  return messages.flatMap((message, index) => {
    const before = messages.slice(0, index);
    const last = before.findLast(({ role }) => role === 'customer' || role === 'agent');
    if (message.role !== 'agent' || last?.role !== 'customer') return [];
    const burst: string[] = [];
    for (const { role, text } of messages.slice(index)) {
      if (role === 'customer') break;
      if (role === 'agent') burst.push(text);
    }
    return [{ index, ticket: { ...ticket, messages: before }, real: burst.join('\n') }];
  });
}

/** F1 of two texts' distinct terms, 0 to 1. */
function likeness(a: string, b: string): number {
  const [own, other] = [new Set(tokenize(a)), new Set(tokenize(b))];
  const shared = [...own].filter((term) => other.has(term)).length;
  return shared === 0 ? 0 : (2 * shared) / (own.size + other.size);
}

/** Ids of the macros that the agent's reply was written with, by its words; the likest first. */
export function macrosUsed(real: string, macros: readonly { id: string; text: string }[]): string[] {
  return macros
    .map(({ id, text }) => ({ id, like: likeness(real, text) }))
    .filter(({ like }) => like >= usedMacro)
    .sort((one, other) => other.like - one.like)
    .map(({ id }) => id);
}

const wordsOf = (text: string): string[] => text.match(/\S+/g) ?? [];

/** Words of the longest common subsequence of both lists. */
function commonWords(a: readonly string[], b: readonly string[]): string[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as Uint32Array;
      const below = lengths[i + 1] as Uint32Array;
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  const common: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common.push(a[i] as string);
      i += 1;
      j += 1;
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return common;
}

/**
 * Characters that the draft would have spared the agent: those of the words it shares with the reply in order, each with a
 * blank, less one for every word of the draft to be deleted; never below 0.
 */
export function charactersSaved(draft: string | null, real: string): number {
  if (draft === null) return 0;
  const own = wordsOf(draft);
  const common = commonWords(own, wordsOf(real));
  const kept = common.reduce((sum, word) => sum + word.length + 1, 0);
  return Math.max(0, kept - (own.length - common.length));
}

/** Of the turns written with a macro: where it stood in what was suggested, 1 the first, null where it was not. */
export type ReplayTally = { turns: number; shown: number; ranks: (number | null)[]; saved: number; typed: number };

/** The last line of a replay. `savedShare`: of the characters that agents wrote. */
export function summarise({ turns, shown, ranks, saved, typed }: ReplayTally) {
  const share = (count: number) => (ranks.length === 0 ? null : count / ranks.length);
  const recall = (top: number) => share(ranks.filter((rank) => rank !== null && rank <= top).length);
  return {
    summary: true,
    turns,
    repliesShown: shown,
    withMacro: ranks.length,
    recall1: recall(1),
    recall3: recall(3),
    mrr: share(ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0)),
    charactersSaved: saved,
    savedShare: typed === 0 ? null : saved / typed,
  };
}
