import type { Message, Person, Ticket } from '../../core/ticket';
import { findShown, isShown } from '../dom';
import type { CaretMemory } from '../editor';
import type { PageReader, PageReading, Scope } from '../observe';
import { deepScope } from '../observe';
import { withOwnIds } from '../own-ids';
import { createMessageMemory, type MessageMemory } from '../read-budget';
import { lineText } from '../text';
import { findComposer } from './compose';
import { contactEmail, contactRoots } from './contact';
import { albumOf, customerNameOf, descriptionId, isRequest, messageItems, readMessage } from './message';
import { freshdeskSelectors as at } from './selectors';

/** `[#123] The subject : Account`, possibly behind a count of unread items. */
const titlePattern = /\[#(\d+)\]\s*(.*?)(?:\s+:\s+[^:]*)?$/s;

/** The ticket id in an address of the agent interface, or undefined on lists and dashboards. */
export function ticketIdOf(pathname: string): string | undefined {
  return /^\/a\/tickets\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
}

/** The request first, then the conversation as it went: ids grow with time, and agents can have the newest on top. */
function oldestFirst(messages: Message[]): Message[] {
  const request = messages.filter(({ id }) => id === descriptionId);
  const rest = messages.filter(({ id }) => id !== descriptionId);
  const numbers = rest.flatMap(({ id }) => (/^\d+$/.test(id) ? [Number(id)] : []));
  const times = rest.flatMap((message) => (message.at ? [Date.parse(message.at)] : []));
  const marks = numbers.length > 1 ? numbers : times;
  const isNewestFirst = (marks[0] ?? 0) > (marks.at(-1) ?? 0);
  return [...request, ...(isNewestFirst ? rest.toReversed() : rest)];
}

/** Ember may keep a copy for a moment: the same words under the same id are one message, other words are another. */
function withoutCopies(messages: Message[]): Message[] {
  const known = new Map<string, Set<string>>();
  const own = messages.filter(({ id, text }) => {
    const texts = known.get(id) ?? new Set();
    known.set(id, texts);
    return !texts.has(text) && texts.add(text);
  });
  return withOwnIds(own);
}

type Memory = { messages: MessageMemory; album?: { value: string; ticketId: string }; requester?: string };

/** The request still on the page belongs to the ticket before: Ember redraws a moment after the address changes. */
function isStale(items: Element[], ticketId: string, memory: Memory): boolean {
  const titleId = titlePattern.exec(document.title)?.[1];
  if (titleId !== undefined && titleId !== ticketId) return true;
  const request = items.find(isRequest);
  const value = request && albumOf(request);
  if (value === undefined) return false;
  if (memory.album?.value === value && memory.album.ticketId !== ticketId) return true;
  memory.album = { value, ticketId };
  return false;
}

/** What the page says of the requester: the name as the request shows it; an agent's own request names nobody. */
function requesterOf(items: Element[]): Person {
  const request = items.find(isRequest);
  const name = request && customerNameOf(request);
  const email = contactEmail();
  return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
}

function shownItems(): Element[] {
  const items = messageItems(document);
  const shown = items.filter(isShown);
  return shown.length > 0 ? shown : items;
}

function ticketWith(ticketId: string, messages: Message[], { email }: Person, caret: CaretMemory): Ticket {
  const subject = titlePattern.exec(document.title)?.[2]?.trim();
  const agent = lineText(document.querySelector(at.agent));
  const name = messages.find(({ role }) => role === 'customer')?.authorName;
  return {
    id: ticketId,
    helpdesk: 'freshdesk',
    origin: location.origin,
    ...(subject ? { subject } : {}),
    // The page says it in words of its language only; the API tells.
    channel: 'email',
    requester: { ...(name ? { name } : {}), ...(email ? { email } : {}) },
    ...(agent ? { agent: { name: agent } } : {}),
    tags: [...document.querySelectorAll(at.tag)].flatMap((tag) => lineText(tag) ?? []),
    messages,
    isComplete: messages.length > 0 && findShown(document, [at.loadMore, at.loadingMore]) === undefined,
    composer: findComposer(caret)?.state ?? { target: 'closed', format: 'rich', draft: '' },
  };
}

function readTicket(ticketId: string, memory: Memory, caret: CaretMemory): PageReading {
  const items = shownItems();
  if (isStale(items, ticketId, memory)) return { kind: 'partial', ticketId, missing: ['conversation of this ticket'] };
  const requester = requesterOf(items);
  const key = `${requester.name ?? ''}|${requester.email ?? ''}`;
  // Who the requester is decides what some messages are.
  if (memory.requester !== key) memory.messages.clear();
  memory.requester = key;
  const found = memory.messages.read(items, (item) => readMessage(item, requester));
  if (!found.isFinished) return { kind: 'unfinished' };
  const messages = oldestFirst(withoutCopies(found.messages));
  const ticket = ticketWith(ticketId, messages, requester, caret);
  if (messages.length > 0) return { kind: 'ticket', ticket };
  const missing = [items.length === 0 ? 'conversation' : 'conversation text'];
  return { kind: 'partial', ticketId, missing, shell: ticket };
}

/** Reads the open ticket of a Freshdesk page; one ticket at a time is on it. Unchanged messages are not read again. */
export function createFreshdeskReader(caret: CaretMemory, path: () => string = () => location.pathname): PageReader {
  const memory: Memory = { messages: createMessageMemory() };
  return {
    read() {
      const ticketId = ticketIdOf(path());
      return ticketId === undefined ? { kind: 'elsewhere' } : readTicket(ticketId, memory, caret);
    },
    scopes(): Scope[] {
      // Panes come and go under Ember, and the title tells of a new ticket; shadow roots must be named one by one.
      const roots: Node[] = [document.head, document.body, ...contactRoots()];
      return roots.map((node) => ({ node, options: deepScope }));
    },
    forget(targets) {
      if (!targets) memory.messages.clear();
      for (const target of targets ?? []) {
        const element = target instanceof Element ? target : target.parentElement;
        // The marks of a message may stand on its wrapper, and a mail may carry the markup of an item itself.
        for (const item of element?.matches(at.album) ? element.querySelectorAll(at.message) : [])
          memory.messages.forget(item);
        for (let item = element?.closest(at.message); item; item = item.parentElement?.closest(at.message))
          memory.messages.forget(item);
      }
    },
  };
}
