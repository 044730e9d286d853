import { createHash } from 'node:crypto';
import type { Ticket } from '../lib/core/ticket';
import { toTicket } from './conversation';
import type { Desk } from './desk';
import { ownId } from './desk';
import { readParts } from './desk-folder';
import { UsageError } from './flags';
import type { JsonObject } from './jsonl';

/** `tune`: for choosing settings. `held-out`: for reporting only. */
export const deskParts = ['tune', 'held-out'] as const;
export type DeskPart = (typeof deskParts)[number];

/**
 * A conversation of a desk up to a customer's message, with what an expert would use next. Ids are those of the desk;
 * `also…` would do too. `step`: the playbook's step to take now, null where it is finished; `done`: its steps taken so far.
 * `nothing`: the desk holds no article and no macro that answers.
 */
export type DeskConversation = {
  id: string;
  part: DeskPart;
  ticket: Ticket;
  language: string;
  articles: string[];
  alsoArticles: string[];
  macros: string[];
  alsoMacros: string[];
  playbook: string | null;
  step: string | null;
  done: string[];
  nothing: boolean;
};

/** A conversation is held out when the first hexadecimal digit of the SHA-256 of its id is below 5: 5 of 16. */
export function partOf(id: string): DeskPart {
  const [digit = 'f'] = createHash('sha256').update(id).digest('hex');
  return Number.parseInt(digit, 16) < 5 ? 'held-out' : 'tune';
}

const ids = (row: JsonObject, name: string): string[] => {
  const value = row[name] ?? [];
  if (!Array.isArray(value)) throw new Error(`"${name}" must be a list`);
  return value.map(String);
};

const idOrNull = (row: JsonObject, name: string): string | null => {
  const value = row[name] ?? null;
  return value === null ? null : String(value);
};

function toConversation(row: JsonObject): DeskConversation {
  const ticket = toTicket(row);
  return {
    id: ticket.id,
    part: partOf(ticket.id),
    ticket,
    language: typeof row.language === 'string' ? row.language : 'en',
    articles: ids(row, 'articles'),
    alsoArticles: ids(row, 'alsoArticles'),
    macros: ids(row, 'macros'),
    alsoMacros: ids(row, 'alsoMacros'),
    playbook: idOrNull(row, 'playbook'),
    step: idOrNull(row, 'step'),
    done: ids(row, 'done'),
    nothing: row.nothing === true,
  };
}

/** What is wrong with a conversation's labels, null when nothing is. */
function problemOf(one: DeskConversation, known: Record<'articles' | 'macros', Set<string>>, desk: Desk) {
  for (const [name, set, labels] of [
    ['article', known.articles, [...one.articles, ...one.alsoArticles]],
    ['macro', known.macros, [...one.macros, ...one.alsoMacros]],
  ] as const) {
    const missing = labels.find((id) => !set.has(id));
    if (missing !== undefined) return `there is no ${name} ${missing}`;
  }
  if (one.nothing && one.articles.length + one.macros.length > 0) return '"nothing" and an answer exclude each other';
  if (one.playbook === null) return one.step === null ? null : 'a step without a playbook';
  const playbook = desk.playbooks.find(({ id }) => id === one.playbook);
  if (!playbook) return `there is no playbook ${one.playbook}`;
  const step = [...(one.step === null ? [] : [one.step]), ...one.done].find(
    (id) => !playbook.steps.some((known) => known.id === id),
  );
  return step === undefined ? null : `the playbook ${one.playbook} has no step ${step}`;
}

/**
 * The labelled conversations of a desk's folder, `conversations-*.jsonl`. Throws `UsageError` naming the conversation that
 * is not of that shape, labels what the desk does not hold, or has another's id.
 */
export function readConversations(folder: string, desk: Desk): DeskConversation[] {
  const known = {
    articles: new Set(desk.articles.map(({ item }) => ownId(item.id))),
    macros: new Set(desk.macros.map(({ item }) => ownId(item.id))),
  };
  const seen = new Set<string>();
  return readParts(folder, 'conversations').map((row) => {
    let problem: string | null;
    try {
      const one = toConversation(row);
      problem = seen.has(one.id) ? 'another has the same id' : problemOf(one, known, desk);
      seen.add(one.id);
      if (problem === null) return one;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    throw new UsageError(`Conversation ${String(row.id)} in ${folder}: ${problem}.`);
  });
}
