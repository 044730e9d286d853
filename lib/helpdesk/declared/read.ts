import type { HelpdeskDescription } from '../../core/helpdesk-description';
import type { ComposerState, Message, Person, Ticket } from '../../core/ticket';
import { findShown } from '../dom';
import type { PageReader, PageReading } from '../observe';
import { createMessageMemory, type MessageMemory } from '../read-budget';
import { hashText, messageText } from '../text';
import { findNear, isSame, readChannel, readField, readPerson, readRole, readTime } from './rules';

/** What the page's own conversation pages told of the ticket; kept beside its messages. */
export type TicketFacts = { subject?: string; requester: Person; agent?: string };

/** Path, query and hash: what the address rules see. */
export function addressOf({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  return pathname + search + hash;
}

/** The open ticket's id by the address, else by the page where the address is one of a ticket; undefined elsewhere. */
export function readTicketId(description: HelpdeskDescription, address: string, page: ParentNode): string | undefined {
  for (const pattern of description.address) {
    const match = new RegExp(pattern, 'u').exec(address);
    if (match) return match[1] ?? readField(page, description.ticketId);
  }
  return undefined;
}

/** The part of the page that holds the open ticket; undefined while it is not there. */
export function findRoot(description: HelpdeskDescription): ParentNode | undefined {
  return description.root === undefined ? document : findShown(document, [description.root]);
}

function messageId(item: Element, rule: HelpdeskDescription['message']['id']): string | undefined {
  if (!rule) return undefined;
  const value = findNear(item, rule.selector)?.getAttribute(rule.attribute)?.trim();
  return value ? (/\d+$/.exec(value)?.[0] ?? value) : undefined;
}

function bodyText(item: Element, { body, skip, pre }: HelpdeskDescription['message']): string {
  for (const selector of body) {
    const found = item.matches(selector) ? [item] : [...item.querySelectorAll(selector)];
    const outer = found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
    const text = outer
      .map((element) => messageText(element, skip, pre))
      .filter((part) => part !== '')
      .join('\n');
    if (text !== '') return text;
  }
  return '';
}

function readAuthor(item: Element, page: ParentNode, { own, author }: HelpdeskDescription['message']) {
  const isOwn = own !== undefined && isSame(item, page, own.same);
  return (isOwn ? readField(page, own.name) : undefined) ?? readField(item, author);
}

/** One message; `unknown` when no rule tells who wrote it, undefined for what is none or has no words. */
export function readMessage(
  item: Element,
  page: ParentNode,
  { message: rules }: HelpdeskDescription,
): Message | 'unknown' | undefined {
  const role = readRole(item, page, rules.roles);
  if (role === 'skip') return undefined;
  const text = bodyText(item, rules);
  if (text === '') return undefined;
  if (role === undefined) return 'unknown';
  const at = readTime(item, rules.time);
  const authorName = readAuthor(item, page, rules);
  return {
    id: messageId(item, rules.id) ?? hashText(`${role}|${at ?? ''}|${text}`),
    role,
    text,
    ...(authorName ? { authorName } : {}),
    ...(at ? { at } : {}),
  };
}

function byNumber(messages: Message[]): Message[] {
  if (!messages.every(({ id }) => /^\d+$/.test(id))) return messages;
  return messages.toSorted((a, b) => Number(a.id) - Number(b.id));
}

function byTime(messages: Message[]): Message[] {
  if (messages.some(({ at }) => at === undefined)) return messages;
  return messages.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
}

/** Oldest first, as the description says the page's order is; each with an id of its own. */
export function inOrder(messages: Message[], order: HelpdeskDescription['message']['order']): Message[] {
  const sorted = {
    'oldest-first': () => messages,
    'newest-first': () => messages.toReversed(),
    id: () => byNumber(messages),
    time: () => byTime(messages),
  }[order]();
  const counts = new Map<string, number>();
  return sorted.map((message) => {
    const count = (counts.get(message.id) ?? 0) + 1;
    counts.set(message.id, count);
    return count === 1 ? message : { ...message, id: `${message.id}-${count}` };
  });
}

type Parts = {
  description: HelpdeskDescription;
  composer: () => ComposerState | undefined;
  /** What other pages told of this ticket. */
  facts: (ticketId: string) => TicketFacts | undefined;
  address?: () => string;
};

type Memory = {
  messages: MessageMemory;
  unknown: WeakSet<Element>;
  /** Whose message stood first, to see a page that still shows the ticket before. */
  first?: { ticketId: string; id: string };
};

const closed: ComposerState = { target: 'closed', format: 'rich', draft: '' };

function ticketOf(parts: Parts, id: string, root: ParentNode, messages: Message[]): Ticket {
  const { description, composer, facts } = parts;
  const known = facts(id);
  const here = readPerson(root, description.requester);
  const name = here.name ?? known?.requester.name ?? messages.find(({ role }) => role === 'customer')?.authorName;
  const email = here.email ?? known?.requester.email;
  const subject = readField(root, description.subject) ?? known?.subject;
  const agent = readField(root, description.agent) ?? known?.agent;
  const { more, partWhile } = description.message;
  const isPart =
    (more !== undefined && findShown(root, [more]) !== undefined) ||
    (partWhile !== undefined && root.querySelector(partWhile) !== null);
  const isWhole = messages.length > 0 && !isPart;
  return {
    id,
    helpdesk: description.id,
    origin: location.origin,
    ...(subject ? { subject } : {}),
    channel: readChannel(root, description),
    requester: { ...(name ? { name } : {}), ...(email ? { email } : {}) },
    ...(agent ? { agent: { name: agent } } : {}),
    tags: [],
    messages,
    isComplete: isWhole,
    composer: composer() ?? closed,
  };
}

/** Single page applications redraw a moment after the address changed: the conversation may be that of the ticket before. */
function isStale({ confirm }: HelpdeskDescription, id: string, root: ParentNode, memory: Memory, own?: string) {
  if (confirm !== undefined) return root.querySelector(confirm.replaceAll('{id}', CSS.escape(id))) === null;
  if (own === undefined) return false;
  if (memory.first?.id === own && memory.first.ticketId !== id) return true;
  memory.first = { ticketId: id, id: own };
  return false;
}

function readTicket(parts: Parts, ticketId: string, root: ParentNode, memory: Memory): PageReading {
  const { description } = parts;
  const items = [...root.querySelectorAll(description.message.item)];
  const own = items[0] && messageId(items[0], description.message.id);
  if (items.length > 0 && isStale(description, ticketId, root, memory, own)) {
    return { kind: 'partial', ticketId, missing: ['conversation of this ticket'] };
  }
  const found = memory.messages.read(items, (item) => {
    const message = readMessage(item, root, description);
    if (message === 'unknown') memory.unknown.add(item);
    return message === 'unknown' ? undefined : message;
  });
  if (!found.isFinished) return { kind: 'unfinished' };
  if (description.isStrict && items.some((item) => memory.unknown.has(item))) return { kind: 'elsewhere' };
  if (found.messages.length === 0 && !description.pages) {
    if (description.isStrict) return { kind: 'elsewhere' };
    return { kind: 'partial', ticketId, missing: [items.length === 0 ? 'messages' : 'writers of the messages'] };
  }
  return {
    kind: 'ticket',
    ticket: ticketOf(parts, ticketId, root, inOrder(found.messages, description.message.order)),
  };
}

/** Reads the pages of the helpdesk that `description` tells of. Messages that did not change are not read again. */
export function createDeclaredReader(parts: Parts): PageReader {
  const { description, address = () => addressOf(location) } = parts;
  const memory: Memory = { messages: createMessageMemory(), unknown: new WeakSet() };
  return {
    read() {
      const root = findRoot(description);
      const ticketId = readTicketId(description, address(), root ?? document);
      if (ticketId === undefined) return { kind: 'elsewhere' };
      if (!root) return { kind: 'partial', ticketId, missing: ['ticket pane'] };
      return readTicket(parts, ticketId, root, memory);
    },
    // Every helpdesk that is described draws its parts elsewhere: the whole body is watched.
    scopes: () => [],
    forget(targets) {
      if (!targets) memory.messages.clear();
      for (const target of targets ?? []) {
        const element = target instanceof Element ? target : target.parentElement;
        const item = element?.closest(description.message.item);
        if (item) {
          memory.messages.forget(item);
          memory.unknown.delete(item);
        }
      }
    },
  };
}
