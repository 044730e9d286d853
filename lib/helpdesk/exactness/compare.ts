import type { Message, Ticket } from '../../core/ticket';
import type { ExpectedMessage, ExpectedTicket } from './fixture';

/** How exactly one page was read: whole messages right in every field and in order, of those expected or read. */
export type Exactness = { messages: number; exact: number; differences: string[] };

type Plain = { role: string; author?: string | undefined; text: string; at?: number };

function toPlain(message: { role: string; text: string; at?: string | undefined }, author: string | undefined): Plain {
  return { role: message.role, author, text: message.text, ...(message.at ? { at: Date.parse(message.at) } : {}) };
}

const say = (value: unknown) => JSON.stringify(value) ?? 'nothing';

/** The longest run of equal messages in the same order: what both have, whatever was added or lost between. */
function commonInOrder(expected: string[], read: string[]): number {
  let row = new Array<number>(read.length + 1).fill(0);
  for (const one of expected) {
    const next = [0];
    for (const [index, other] of read.entries()) {
      next.push(one === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Compares messages by role, author, text, time and order. */
export function compareMessages(expected: readonly ExpectedMessage[], read: readonly Message[]): Exactness {
  const wanted = expected.map((message) => say(toPlain(message, message.author)));
  const found = read.map((message) => say(toPlain(message, message.authorName)));
  const exact = commonInOrder(wanted, found);
  const messages = Math.max(wanted.length, found.length);
  const differences: string[] = [];
  for (let index = 0; exact < messages && index < messages; index += 1) {
    if (wanted[index] !== found[index])
      differences.push(`message ${index + 1}: expected ${wanted[index] ?? 'none'}, read ${found[index] ?? 'none'}`);
  }
  return { messages, exact, differences };
}

/** Compares what surrounds the messages; fields that the expectation leaves out are not compared, except those a page may lack. */
function compareFields(expected: ExpectedTicket, read: Ticket): string[] {
  const pairs: [string, unknown, unknown][] = [
    ['id', expected.id, read.id],
    ['subject', expected.subject, read.subject],
    ['requester name', expected.requester.name, read.requester.name],
    ['requester email', expected.requester.email, read.requester.email],
    ['agent', expected.agent, read.agent?.name],
    ['channel', expected.channel, read.channel],
    ['tags', expected.tags ?? read.tags, read.tags],
    ['complete', expected.isComplete ?? true, read.isComplete],
    ['composer target', expected.composer.target, read.composer.target],
    ['composer format', expected.composer.format ?? read.composer.format, read.composer.format],
    ['draft', expected.composer.draft ?? '', read.composer.draft],
  ];
  return pairs
    .filter(([, wanted, found]) => say(wanted) !== say(found))
    .map(([name, wanted, found]) => `${name}: expected ${say(wanted)}, read ${say(found)}`);
}

/** Compares a whole ticket. A wrong field around the messages (subject, requester, channel …) makes none of them count as exact. */
export function compareTicket(expected: ExpectedTicket, read: Ticket): Exactness {
  const messages = compareMessages(expected.messages, read.messages);
  const fields = compareFields(expected, read);
  if (fields.length === 0) return messages;
  return { ...messages, exact: 0, differences: [...fields, ...messages.differences] };
}

/** Private notes that were read as something a customer wrote or may see: the one mistake that no share excuses. */
export function leakedNotes(expected: readonly ExpectedMessage[], read: readonly Message[]): string[] {
  const notes = expected.filter(({ role }) => role === 'note');
  const open = read.filter(({ role }) => role !== 'note' && role !== 'system');
  return notes
    .filter(({ text }) => {
      const isAlsoSaidOpenly = expected.some((other) => other.role !== 'note' && other.text.includes(text));
      return !isAlsoSaidOpenly && open.some((message) => message.text.includes(text));
    })
    .map(({ text }) => text);
}

/** One line of the table. */
export type AdapterScore = { adapter: string; pages: number; messages: number; exact: number };

/** The share of exact messages, 0 to 1; 0 when there was nothing to read, so that no empty run passes. */
export function shareOf({ messages, exact }: { messages: number; exact: number }): number {
  return messages === 0 ? 0 : exact / messages;
}

/** The table that `npm run exactness` prints. */
export function exactnessTable(scores: readonly AdapterScore[]): string {
  const rows = scores.map((score) => [
    score.adapter,
    String(score.pages),
    String(score.messages),
    String(score.exact),
    `${(shareOf(score) * 100).toFixed(2)} %`,
  ]);
  const table = [['adapter', 'pages', 'messages', 'exact', 'share'], ...rows];
  const widths = table[0]?.map((_head, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return table.map((row) => line(row).join('  ')).join('\n');
}
