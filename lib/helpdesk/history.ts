import type { HelpdeskApi } from '../core/helpdesk';
import type { Message, Ticket } from '../core/ticket';
import { bareText } from './editor';

/** Whose word counts for who wrote a message where page and API both have it. */
export type Trust = 'page' | 'api';

type Plan = {
  api: Pick<HelpdeskApi, 'readHistory'>;
  trust: Trust;
  /** Names what the page does not tell and the API could; asked once per name. Undefined: nothing is missing. */
  need: (ticket: Ticket, known: readonly Message[] | undefined) => string | undefined;
  /** Called when history arrived and the page should be read again. */
  refresh: () => void;
  signal: AbortSignal;
};

type Entry = { messages?: Message[]; asked: Set<string>; isLoading: boolean; notBefore: number };

/** Tickets whose history stays in memory; agents hop between a handful of tabs. */
const keptTickets = 12;
/** Page and API round times differently, and a message may be stored a little after it was shown. */
const sameTimeMs = 90_000;

const keys = new WeakMap<Message, string>();

/** The start of the text without white space: equal for the same message read from page and API. */
function textKey(message: Message): string {
  const known = keys.get(message);
  if (known !== undefined) return known;
  const key = bareText(message.text).slice(0, 160);
  keys.set(message, key);
  return key;
}

function isNear(a: Message, b: Message): boolean {
  if (a.at === undefined || b.at === undefined) return true;
  return Math.abs(Date.parse(a.at) - Date.parse(b.at)) <= sameTimeMs;
}

function join(page: Message, api: Message, trust: Trust): Message {
  const at = page.at ?? api.at;
  const authorName = page.authorName ?? api.authorName;
  return {
    ...page,
    role: trust === 'api' ? api.role : page.role,
    ...(at === undefined ? {} : { at }),
    ...(authorName === undefined ? {} : { authorName }),
  };
}

/** Sorts by time, stable; a message without time stays behind the one before it. */
function byTime(messages: Message[]): Message[] {
  let time = 0;
  const timed = messages.map((message) => {
    if (message.at !== undefined) time = Date.parse(message.at);
    return { message, time };
  });
  return timed.sort((a, b) => a.time - b.time).map(({ message }) => message);
}

/**
 * One conversation, oldest first, from what the page shows and what the API knows: every message of the page once,
 * under the page's id, and those the page hides. Matched by id, else by text and time (90 s apart at most).
 */
export function mergeHistory(page: readonly Message[], history: readonly Message[], trust: Trust): Message[] {
  const byId = new Map(history.map((message) => [message.id, message]));
  const byText = new Map<string, Message[]>();
  for (const message of history) {
    const key = textKey(message);
    byText.set(key, [...(byText.get(key) ?? []), message]);
  }
  const used = new Set<Message>();
  const shown = page.map((message) => {
    const same = byId.get(message.id);
    const match = same ?? byText.get(textKey(message))?.find((other) => !used.has(other) && isNear(message, other));
    if (!match || used.has(match)) return message;
    used.add(match);
    return join(message, match, trust);
  });
  return byTime([...history.filter((message) => !used.has(message)), ...shown]);
}

/** Reads the page again after `ms`, unless all of it is over by then. */
function refreshLater(ms: number, { refresh, signal }: Plan): void {
  const timer = setTimeout(refresh, ms);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

async function load(ticketId: string, entry: Entry, plan: Plan): Promise<void> {
  const { api, refresh, signal } = plan;
  entry.isLoading = true;
  const history = await api.readHistory(ticketId, { signal });
  entry.isLoading = false;
  if (signal.aborted) return;
  if (history.ok) {
    entry.messages = history.value;
    refresh();
  } else if (history.error.retryAfterMs !== undefined) {
    entry.notBefore = performance.now() + history.error.retryAfterMs;
    entry.asked.clear();
    refreshLater(history.error.retryAfterMs, plan);
  }
}

/**
 * Completes tickets whose page hides messages: asks the API once per need, gives back what is known so far, and has
 * the page read again when more has come. When the API fails the page's reading stands as it is.
 */
export function createHistory(plan: Plan): (ticket: Ticket) => Ticket {
  const entries = new Map<string, Entry>();
  return (ticket) => {
    const entry = entries.get(ticket.id) ?? { asked: new Set(), isLoading: false, notBefore: 0 };
    entries.delete(ticket.id);
    entries.set(ticket.id, entry);
    const oldest = entries.keys().next().value;
    if (entries.size > keptTickets && oldest !== undefined) entries.delete(oldest);
    const need = plan.need(ticket, entry.messages);
    if (need !== undefined && !entry.asked.has(need) && !entry.isLoading && performance.now() >= entry.notBefore) {
      entry.asked.add(need);
      void load(ticket.id, entry, plan);
    }
    if (!entry.messages) return ticket;
    return { ...ticket, messages: mergeHistory(ticket.messages, entry.messages, plan.trust), isComplete: true };
  };
}
