import type { LinkableRows, LinkedCounts } from '../core/privacy';

/** Somebody as the lead names them: ticket numbers, and words such as a name or an e-mail address. */
type Wanted = { ticketIds: string[]; words: string[] };

/** Shorter words would be found everywhere. */
const shortestWord = 3;

/** Reads what was typed, parted by commas, semicolons or lines; `#4711` and `4711` are ticket numbers. */
export function readWanted(typed: string): Wanted {
  const parts = typed
    .split(/[,;،\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const isNumber = (part: string) => /^#?[\w-]*\d$/.test(part) && !/^\+?\d{9,}$/.test(part);
  return {
    ticketIds: parts.filter(isNumber).map((part) => part.replace(/^#/, '')),
    words: parts.filter((part) => part.length >= shortestWord && !/^#/.test(part)),
  };
}

/** Keys and ids of what is linked. `unlinked`: questions that others asked too, with the tickets that are left. */
export type Linked = {
  pastTickets: string[];
  choices: number[];
  gaps: string[];
  unlinked: { id: string; tickets: string[] }[];
  /** Ids of intents with the examples that name somebody. */
  examples: { id: string; examples: string[] }[];
  knowledge: number;
};

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** True for texts that hold one of the words, whole and in any case. */
export function createMatcher(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  return (text) => pattern.test(text);
}

/** Origins of helpdesks, and how a gap names a ticket of one. */
type TicketKeys = { origins: readonly string[]; keyOf(origin: string, ticketId: string): string };

/** What is kept that names this person or came from one of these tickets. */
export function findLinked(rows: LinkableRows, { ticketIds, words }: Wanted, { origins, keyOf }: TicketKeys): Linked {
  const holds = createMatcher(words);
  const ids = new Set(ticketIds);
  const tickets = rows.pastTickets.filter(
    ({ ticketId, subject, question, reply }) => ids.has(ticketId) || [subject, question, reply ?? ''].some(holds),
  );
  const pastIds = new Set(tickets.map(({ id }) => id));
  const isPast = (id: string) => pastIds.has(id) || ticketIds.some((one) => id.endsWith(`#past-${one}`));
  const choices = rows.choices.filter(
    ({ choice }) => choice.sourceIds.some(isPast) || (choice.offered ?? []).some(({ id }) => isPast(id)),
  );
  const keys = new Set(ticketIds.flatMap((id) => origins.map((origin) => keyOf(origin, id))));
  const left = (gap: LinkableRows['gaps'][number]) => gap.tickets.filter((ticket) => !keys.has(ticket));
  const gone = rows.gaps.filter((gap) => holds(gap.text) || (gap.tickets.length > 0 && left(gap).length === 0));
  const unlinked = rows.gaps.filter((gap) => !gone.includes(gap) && left(gap).length < gap.tickets.length);
  return {
    pastTickets: [...pastIds],
    choices: choices.map(({ key }) => key),
    gaps: gone.map(({ id }) => id),
    unlinked: unlinked.map((gap) => ({ id: gap.id, tickets: left(gap) })),
    examples: rows.intents.flatMap(({ id, examples }) => {
      const named = examples.filter(holds);
      return named.length > 0 ? [{ id, examples: named }] : [];
    }),
    knowledge: rows.knowledge.filter(holds).length,
  };
}

/** How many of each; `audit`: rows of the log. */
export function countLinked(
  { pastTickets, choices, gaps, unlinked, examples, knowledge }: Linked,
  audit: number,
): LinkedCounts {
  return {
    pastTickets: pastTickets.length,
    choices: choices.length,
    gaps: gaps.length + unlinked.length,
    examples: examples.reduce((sum, one) => sum + one.examples.length, 0),
    audit,
    knowledge,
  };
}
