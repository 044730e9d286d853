import type { Message, Person, Role, Ticket } from '../../core/ticket';
import { findShown } from '../dom';
import type { CaretMemory } from '../editor';
import type { PageReader, PageReading, Scope } from '../observe';
import { deepScope } from '../observe';
import { createMessageMemory, type MessageMemory } from '../read-budget';
import { hashText, lineText, messageText } from '../text';
import { findComposer } from './compose';
import { freshdeskSelectors as at } from './selectors';

const emailPattern = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/;
/** `[#123] The subject : Account`, possibly behind a count of unread items. */
const titlePattern = /\[#(\d+)\]\s*(.*?)(?:\s+:\s+[^:]*)?$/s;

/** The id of the request itself, which Freshdesk keeps apart from the conversation. */
export const descriptionId = 'description';

/** The ticket id in an address of the agent interface, or undefined on lists and dashboards. */
export function ticketIdOf(pathname: string): string | undefined {
  return /^\/a\/tickets\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
}

function albumOf(item: Element): string | undefined {
  const carrier = item.matches(at.album) ? item : (item.querySelector(at.album) ?? item.closest(at.album));
  return carrier?.getAttribute('data-album') ?? undefined;
}

function isDescription(item: Element): boolean {
  return item.querySelector(at.description) !== null || (albumOf(item)?.startsWith('ticket_') ?? false);
}

function idOf(item: Element): string | undefined {
  if (isDescription(item)) return descriptionId;
  const note = /^note_(\d+)$/.exec(albumOf(item) ?? '')?.[1];
  return note ?? item.querySelector(at.noteId)?.getAttribute('data-note-id') ?? undefined;
}

function has(item: Element, selector: string): boolean {
  return item.matches(selector) || item.querySelector(selector) !== null;
}

/**
 * Who wrote it, as far as the page tells. The private look is also put on replies by outsiders and on bounced ones:
 * those have recipients, notes have none. The API's word, once there, counts more (`trust: 'api'`).
 */
function roleOf(item: Element, requesterName: string | undefined): Role {
  if (has(item, at.privateClass) && item.querySelector(at.recipients) === null) return 'note';
  if (has(item, at.isAgent)) return 'agent';
  if (has(item, at.requestor) || isDescription(item)) return 'customer';
  const author = authorOf(item);
  return author !== undefined && author === requesterName ? 'customer' : 'agent';
}

function authorOf(item: Element): string | undefined {
  for (const selector of at.author) {
    const name = lineText(item.querySelector(selector));
    if (name) return name;
  }
  return undefined;
}

function bodyOf(item: Element): Element | undefined {
  for (const selector of at.bodies) {
    const body = item.querySelector(selector);
    if (body) return body;
  }
  return undefined;
}

function readMessage(item: Element, requesterName: string | undefined): Message | undefined {
  const body = bodyOf(item);
  const text = body ? messageText(body) : '';
  if (text === '') return undefined;
  const role = roleOf(item, requesterName);
  const authorName = authorOf(item);
  const id = idOf(item) ?? hashText(`${role}|${authorName ?? ''}|${text}`);
  return { id, role, text, ...(authorName ? { authorName } : {}) };
}

/** The request first, then the conversation as it went: ids grow with time, and agents can have the newest on top. */
function oldestFirst(messages: Message[]): Message[] {
  const request = messages.filter(({ id }) => id === descriptionId);
  const rest = messages.filter(({ id }) => id !== descriptionId);
  const numbers = rest.flatMap(({ id }) => (/^\d+$/.test(id) ? [Number(id)] : []));
  const isNewestFirst = (numbers[0] ?? 0) > (numbers.at(-1) ?? 0);
  return [...request, ...(isNewestFirst ? rest.toReversed() : rest)];
}

/** The contact panel: in an open shadow root since 2026, before that in the page. */
function contactRoots(): ShadowRoot[] {
  const app = document.querySelector(at.contactApp);
  const places = [document, app?.shadowRoot].flatMap((root) => (root ? [...root.querySelectorAll(at.contact)] : []));
  return [app, ...places].flatMap((host) => host?.shadowRoot ?? []);
}

function requesterOf(name: string | undefined): Person {
  const inShadow = contactRoots().flatMap((root) => [...root.querySelectorAll(at.contactEmail)]);
  const inPage = at.contactLight.flatMap((selector) => [...document.querySelectorAll(selector)]);
  const texts = [...inShadow, ...inPage].map((element) => element.textContent ?? '');
  const email = texts.map((text) => emailPattern.exec(text)?.[0]).find((found) => found !== undefined);
  return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
}

type Memory = { messages: MessageMemory; album?: { value: string; ticketId: string } };

/** The request still on the page belongs to the ticket before: Ember redraws a moment after the address changes. */
function isStale(items: Element[], ticketId: string, memory: Memory): boolean {
  const titleId = titlePattern.exec(document.title)?.[1];
  if (titleId !== undefined && titleId !== ticketId) return true;
  const request = items.find(isDescription);
  const value = request && albumOf(request);
  if (value === undefined) return false;
  if (memory.album?.value === value && memory.album.ticketId !== ticketId) return true;
  memory.album = { value, ticketId };
  return false;
}

/** The requester's name as the request shows it; an agent's own request names nobody. */
function requestAuthor(items: Element[]): string | undefined {
  const request = items.find(isDescription);
  return request && !has(request, at.isAgent) ? authorOf(request) : undefined;
}

function readTicket(ticketId: string, memory: Memory, caret: CaretMemory): PageReading {
  const items = [...document.querySelectorAll(at.message)];
  if (items.length === 0) return { kind: 'partial', ticketId, missing: ['conversation'] };
  if (isStale(items, ticketId, memory)) return { kind: 'partial', ticketId, missing: ['conversation of this ticket'] };
  const requesterName = requestAuthor(items);
  const found = memory.messages.read(items, (item) => readMessage(item, requesterName));
  if (!found.isFinished) return { kind: 'unfinished' };
  const messages = oldestFirst(found.messages);
  if (messages.length === 0) return { kind: 'partial', ticketId, missing: ['conversation text'] };
  const subject = titlePattern.exec(document.title)?.[2]?.trim();
  const agent = lineText(document.querySelector(at.agent));
  const customer = messages.find(({ role }) => role === 'customer')?.authorName;
  const ticket: Ticket = {
    id: ticketId,
    helpdesk: 'freshdesk',
    origin: location.origin,
    ...(subject ? { subject } : {}),
    channel: 'email',
    requester: requesterOf(customer),
    ...(agent ? { agent: { name: agent } } : {}),
    tags: [...document.querySelectorAll(at.tag)].flatMap((tag) => lineText(tag) ?? []),
    messages,
    isComplete: findShown(document, [at.loadMore]) === undefined,
    composer: findComposer(caret)?.state ?? { target: 'closed', format: 'rich', draft: '' },
  };
  return { kind: 'ticket', ticket };
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
        const item = element?.closest(at.message);
        if (item) memory.messages.forget(item);
      }
    },
  };
}
