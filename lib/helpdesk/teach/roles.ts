import type { RoleRule } from '../../core/helpdesk-description';
import type { Items } from './items';
import { type Mark, marksOf } from './marks';

const words = {
  customer: /customer|client|requester|requestor|end-?user|visitor|guest|contact|incoming|inbound|received|question/i,
  agent: /agent|staff|operator|support|admin|outgoing|outbound|sent|response|answer|team|employee/i,
  note: /(^|[^a-z])(internal|private|note|comment-internal|is-note)/i,
} as const;

type Named = keyof typeof words;

/** The marks of an item and of all it holds; those of the item itself are trusted more. */
function allMarks(item: Element): Map<string, number> {
  const marks = new Map<string, number>();
  const add = ({ selector, trust }: Mark, bonus: number) =>
    marks.set(selector, Math.max(marks.get(selector) ?? 0, trust + bonus));
  for (const mark of marksOf(item)) add(mark, 3);
  for (const part of item.querySelectorAll('*')) for (const mark of marksOf(part)) add(mark, 0);
  return marks;
}

const holds = (item: Element, selector: string) => item.matches(selector) || item.querySelector(selector) !== null;

/** Marks of one item that none of the others has, the most telling first. */
function ownMarks(item: Element, others: readonly Element[], role: Named): Mark[] {
  return [...allMarks(item)]
    .filter(([selector]) => !others.some((other) => holds(other, selector)))
    .map(([selector, trust]) => ({ selector, trust: trust + (words[role].test(selector) ? 8 : 0) }))
    .toSorted((a, b) => b.trust - a.trust);
}

/** Marks that say "note" on some messages, whoever pointed at one or not. */
function saidNotes({ all, customer, agent }: Items): string[] {
  const found = all.flatMap((item) => [...allMarks(item).keys()].filter((selector) => words.note.test(selector)));
  return [...new Set(found)].filter((selector) => !holds(customer, selector) && !holds(agent, selector));
}

/** The share of messages that one of the two rules tells, and not both. */
function shareTold(items: readonly Element[], customer: string, agent: string): number {
  return items.filter((item) => holds(item, customer) !== holds(item, agent)).length / items.length;
}

/** What telling all messages is worth beside the trust in a mark: less than a word that names a role. */
const shareWorth = 6;

/**
 * Rules that tell notes, customers and agents apart, from one message of each (a note where there is one): by what only
 * one of them has. Undefined when the page makes no difference between customers and agents.
 */
export function learnRoles(items: Items, note: Element | undefined): RoleRule[] | undefined {
  const { customer, agent, all } = items;
  const noteMark = note && ownMarks(note, [customer, agent], 'note')[0]?.selector;
  const noteMarks = [...(noteMark === undefined ? [] : [noteMark]), ...saidNotes(items)];
  const isNote = (item: Element) => noteMarks.some((selector) => holds(item, selector));
  const open = all.filter((item) => !isNote(item));
  const customers = ownMarks(customer, [agent], 'customer').slice(0, 12);
  const agents = ownMarks(agent, [customer], 'agent').slice(0, 12);
  const pairs = customers.flatMap((one) =>
    agents.map((other) => ({
      one: one.selector,
      other: other.selector,
      worth: one.trust + other.trust + shareWorth * shareTold(open, one.selector, other.selector),
    })),
  );
  const [best] = pairs.toSorted((a, b) => b.worth - a.worth);
  if (!best) return oneSided(customers[0]?.selector, agents[0]?.selector, noteMarks);
  return [...noteRules(noteMarks), { role: 'customer', has: best.one }, { role: 'agent', has: best.other }];
}

function noteRules(marks: readonly string[]): RoleRule[] {
  return marks.length === 0 ? [] : [{ role: 'note', has: [...new Set(marks)].slice(0, 6).join(', ') }];
}

/** Where only one side has a mark, the other is what lacks it. The agent sees in the preview whether that holds. */
function oneSided(
  customer: string | undefined,
  agent: string | undefined,
  notes: readonly string[],
): RoleRule[] | undefined {
  if (customer !== undefined) return [...noteRules(notes), { role: 'customer', has: customer }, { role: 'agent' }];
  if (agent === undefined) return undefined;
  return [...noteRules(notes), { role: 'agent', has: agent }, { role: 'customer' }];
}
