import type { Channel, Message, Person, Role, Ticket } from '../../core/ticket';
import { findShown } from '../dom';
import type { PageReader, PageReading, Scope } from '../observe';
import { deepScope, stateScope, statesScope } from '../observe';
import { createMessageMemory, type MessageMemory } from '../read-budget';
import { hashText, lineText, messageText } from '../text';
import { findComposer, isLiveChannel, openChannel } from './compose';
import { findPane, ticketIdOf } from './pane';
import { zendeskSelectors as at } from './selectors';

const emailPattern = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/;

function roleOf(article: Element, bubble: Element | null): Role {
  const type = bubble?.getAttribute('type');
  if (article.querySelector(at.noteTag) || type === 'internal') return 'note';
  if (type === 'agent' || type === 'bot') return type;
  if (type === 'end-user') return 'customer';
  return article.querySelector(at.agentBadge) ? 'agent' : 'customer';
}

function bubblesOf(article: Element): Element[] {
  const all = [...article.querySelectorAll(at.bubble)];
  if (all.length === 0) return [article];
  return all.filter(
    (bubble) => bubble.getAttribute('aria-hidden') !== 'true' && !bubble.closest('[aria-hidden="true"]'),
  );
}

function bodiesOf(bubble: Element): Element[] {
  return [...bubble.querySelectorAll(at.content)].flatMap((content) => {
    const bodies = [...content.querySelectorAll(at.body)].filter((body) => !body.parentElement?.closest(at.body));
    return bodies.length > 0 ? bodies : [content];
  });
}

/** Names of attached files: what a message without words says. */
function attachmentNames(article: Element): string {
  const names = [...article.querySelectorAll<HTMLAnchorElement>(at.attachment)].map(
    (link) => new URL(link.href, location.origin).searchParams.get('name') ?? lineText(link) ?? '',
  );
  return [...new Set(names)].filter((name) => name !== '').join('\n');
}

function senderOf(article: Element): string | undefined {
  for (const selector of at.sender) {
    const sender = article.querySelector(selector);
    const name = lineText(sender?.querySelector('strong') ?? sender, 'time');
    if (name) return name;
  }
  return undefined;
}

/** One message; undefined for items without words or files. The id is a hash: the page shows none. */
function readMessage(article: Element): Message | undefined {
  const bubbles = bubblesOf(article);
  const first = bubbles[0];
  if (!first) return undefined;
  const written = bubbles.flatMap(bodiesOf).map((body) => messageText(body, at.unwritten));
  const text = written.filter((part) => part !== '').join('\n') || attachmentNames(article);
  if (text === '') return undefined;
  const role = roleOf(article, first);
  const stamp = article.querySelector(at.time)?.getAttribute('datetime') ?? '';
  const time = Date.parse(stamp);
  const at_ = Number.isNaN(time) ? undefined : new Date(time).toISOString();
  const authorName = senderOf(article);
  return {
    id: hashText(`${role}|${at_ ?? ''}|${text}`),
    role,
    text,
    ...(authorName ? { authorName } : {}),
    ...(at_ ? { at: at_ } : {}),
  };
}

/** Oldest first by time; agents can have the newest on top, so the page's order only settles ties. */
function oldestFirst(messages: Message[]): Message[] {
  const timed = messages.filter((message) => message.at !== undefined);
  const isNewestFirst = (timed[0]?.at ?? '') > (timed.at(-1)?.at ?? '');
  const ordered = isNewestFirst ? messages.toReversed() : messages;
  if (timed.length < messages.length) return ordered;
  return ordered.toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
}

/** The same words twice in one second are two messages: later ones get a number. */
function withOwnIds(messages: Message[]): Message[] {
  const counts = new Map<string, number>();
  return messages.map((message) => {
    const count = (counts.get(message.id) ?? 0) + 1;
    counts.set(message.id, count);
    return count === 1 ? message : { ...message, id: `${message.id}-${count}` };
  });
}

function requesterOf(pane: Element, messages: Message[]): Person {
  const field = pane.querySelector(at.requester);
  const shown = field instanceof HTMLInputElement ? field.value : lineText(field, at.requesterLabel);
  const input = field?.querySelector<HTMLInputElement>('input')?.value;
  const text = shown || input || '';
  const email =
    emailPattern.exec(text)?.[0] ?? emailPattern.exec(lineText(pane.querySelector(at.requesterEmail)) ?? '')?.[0];
  const fromField = text
    .replace(emailPattern, '')
    .replace(/[<>()]/g, '')
    .trim();
  const name = fromField || messages.find((message) => message.role === 'customer')?.authorName;
  return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
}

function channelOf(pane: Element, remembered: string | undefined): Channel {
  const channel = remembered ?? '';
  if (channel === 'web' || channel === 'email') return channel;
  if (isLiveChannel(channel)) return 'messaging';
  if (channel !== '') return 'other';
  // Only mail and forms bring HTML bodies; messages of a chat have none.
  return pane.querySelector(`${at.message} ${at.body}`) ? 'email' : 'messaging';
}

function subjectOf(pane: Element): string | undefined {
  const field = pane.querySelector(at.subject);
  return field instanceof HTMLInputElement ? field.value.trim() || undefined : lineText(field);
}

function missingIn(pane: Element, messages: Message[]): string[] {
  if (!pane.querySelector(at.log) && messages.length === 0) return ['conversation log'];
  return messages.length === 0 ? ['messages'] : [];
}

type Memory = { messages: MessageMemory; channels: Map<string, string> };

function readTicket(pane: Element, id: string, memory: Memory): PageReading {
  const found = memory.messages.read(pane.querySelectorAll(at.message), readMessage);
  if (!found.isFinished) return { kind: 'unfinished' };
  const messages = withOwnIds(oldestFirst(found.messages));
  const missing = missingIn(pane, messages);
  if (missing.length > 0) return { kind: 'partial', ticketId: id, missing };
  const open = openChannel(pane);
  // Writing a note does not change the channel the customer is on.
  if (open !== undefined && open !== 'internal') memory.channels.set(id, open);
  const subject = subjectOf(pane);
  const agent = lineText(pane.querySelector(at.assignee));
  const ticket: Ticket = {
    id,
    helpdesk: 'zendesk',
    origin: location.origin,
    ...(subject ? { subject } : {}),
    channel: channelOf(pane, memory.channels.get(id)),
    requester: requesterOf(pane, messages),
    ...(agent ? { agent: { name: agent } } : {}),
    tags: [...pane.querySelectorAll(at.tag)].flatMap((tag) => lineText(tag) ?? []),
    messages,
    isComplete: findShown(pane, [at.showMore]) === undefined,
    composer: findComposer(pane)?.state ?? { target: 'closed', format: 'rich', draft: '' },
  };
  return { kind: 'ticket', ticket };
}

function scopesOf(pane: Element | undefined): Scope[] {
  const panes = document.querySelector(at.panes);
  const tabs = document.querySelector(at.tabStrip);
  if (!pane) return [];
  const states = [...(panes?.children ?? []), ...document.querySelectorAll(at.grid)].filter((other) => other !== pane);
  return [
    ...states.map((node) => ({ node, options: stateScope })),
    ...(tabs ? [{ node: tabs, options: statesScope }] : []),
    { node: pane, options: deepScope },
  ];
}

/** Reads the open ticket of an Agent Workspace page. Messages that did not change are not read again. */
export function createZendeskReader(path: () => string = () => location.pathname): PageReader {
  const memory: Memory = { messages: createMessageMemory(), channels: new Map() };
  const openPane = () => {
    const id = ticketIdOf(path());
    return { id, pane: id === undefined ? undefined : findPane(document, id) };
  };
  return {
    read() {
      const { id, pane } = openPane();
      if (id === undefined) return { kind: 'elsewhere' };
      if (!pane) return { kind: 'partial', ticketId: id, missing: ['ticket pane'] };
      return readTicket(pane, id, memory);
    },
    scopes: () => scopesOf(openPane().pane),
    forget(targets) {
      if (!targets) memory.messages.clear();
      for (const target of targets ?? []) {
        const element = target instanceof Element ? target : target.parentElement;
        const article = element?.closest(at.message);
        if (article) memory.messages.forget(article);
      }
    },
  };
}
