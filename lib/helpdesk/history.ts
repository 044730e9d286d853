import type { HelpdeskApi } from '../core/helpdesk';
import type { Message, Ticket, TicketFacts } from '../core/ticket';
import { mergeHistory, type Trust } from './merge-history';

type Plan = {
  api: Pick<HelpdeskApi, 'readHistory' | 'readTicketFacts'>;
  trust: Trust;
  /** Names what the page does not tell and the API could; asked once per name. Undefined: nothing is missing. */
  need: (ticket: Ticket, known: readonly Message[] | undefined) => string | undefined;
  /** Called when history arrived and the page should be read again. */
  refresh: () => void;
  signal: AbortSignal;
};

type Entry = {
  messages?: Message[];
  facts?: TicketFacts;
  asked: Set<string>;
  isLoading: boolean;
  notBefore: number;
  /** The last merge, given again while neither side changed: the page is read at every key stroke. */
  merged?: { page: readonly Message[]; history: readonly Message[]; result: Message[] };
};

/** Gives the ticket back with what is known of it; `leave` calls off what is still being asked, when no ticket is open. */
type Complete = ((ticket: Ticket) => Ticket) & { leave(): void };

/** Tickets whose history stays in memory; agents hop between a handful of tabs. */
const keptTickets = 12;
/** How long a helpdesk that failed (offline, out of time, an error of its own) is left alone. */
const failedRestMs = 60_000;
const passing = new Set(['offline', 'timeout', 'server-error']);

/** Reads the page again after `ms`, unless all of it is over by then. */
function refreshLater(ms: number, { refresh, signal }: Plan): void {
  const timer = setTimeout(refresh, ms);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** `left` aborts when the agent goes to another ticket: what was asked is called off, and asked anew on coming back. */
async function load(ticketId: string, entry: Entry, plan: Plan, left: AbortSignal): Promise<void> {
  const { api, refresh } = plan;
  const signal = AbortSignal.any([plan.signal, left]);
  entry.isLoading = true;
  const [history, facts] = await Promise.all([
    api.readHistory(ticketId, { signal }),
    api.readTicketFacts?.(ticketId, { signal }),
  ]);
  entry.isLoading = false;
  if (plan.signal.aborted) return;
  if (facts?.ok) entry.facts = facts.value;
  if (history.ok) {
    entry.messages = history.value;
    refresh();
  } else if (left.aborted) {
    entry.asked.clear();
    // The agent may be back already.
    refresh();
  } else if (history.error.retryAfterMs !== undefined) {
    entry.notBefore = performance.now() + history.error.retryAfterMs;
    entry.asked.clear();
    refreshLater(history.error.retryAfterMs, plan);
  } else if (passing.has(history.error.kind)) {
    entry.notBefore = performance.now() + failedRestMs;
    entry.asked.clear();
  }
}

function mergeInto(entry: Entry, page: readonly Message[], history: readonly Message[], trust: Trust): Message[] {
  const { merged } = entry;
  const isSame =
    merged?.history === history &&
    merged.page.length === page.length &&
    page.every((message, index) => message === merged.page[index]);
  if (isSame) return merged.result;
  const result = mergeHistory(page, history, trust);
  entry.merged = { page, history, result };
  return result;
}

/** The ticket with what the API says of it: instead of the page's word where the API is trusted, else beside it. */
function withFacts(ticket: Ticket, facts: TicketFacts | undefined, trust: Trust): Ticket {
  if (!facts) return ticket;
  const [first, last] = trust === 'api' ? [ticket, facts] : [facts, ticket];
  return { ...ticket, ...first, ...last, requester: { ...first.requester, ...last.requester } };
}

/**
 * Completes tickets whose page hides messages: asks the API once per need, gives back what is known so far, and has
 * the page read again when more has come. When the API fails the page's reading stands as it is.
 */
export function createHistory(plan: Plan): Complete {
  const entries = new Map<string, Entry>();
  let current: { id: string; leaving: AbortController } | undefined;
  const leave = () => {
    current?.leaving.abort();
    current = undefined;
  };
  const complete = (ticket: Ticket) => {
    if (current?.id !== ticket.id) leave();
    current ??= { id: ticket.id, leaving: new AbortController() };
    const entry = entries.get(ticket.id) ?? { asked: new Set(), isLoading: false, notBefore: 0 };
    entries.delete(ticket.id);
    entries.set(ticket.id, entry);
    const oldest = entries.keys().next().value;
    if (entries.size > keptTickets && oldest !== undefined) entries.delete(oldest);
    const need = plan.need(ticket, entry.messages);
    if (need !== undefined && !entry.asked.has(need) && !entry.isLoading && performance.now() >= entry.notBefore) {
      entry.asked.add(need);
      void load(ticket.id, entry, plan, current.leaving.signal);
    }
    if (!entry.messages) return ticket;
    const messages = mergeInto(entry, ticket.messages, entry.messages, plan.trust);
    return { ...withFacts(ticket, entry.facts, plan.trust), messages, isComplete: true };
  };
  return Object.assign(complete, { leave });
}
