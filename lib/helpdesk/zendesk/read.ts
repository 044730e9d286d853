import type { Channel, Message, Person, Ticket } from '../../core/ticket';
import { around, findIn, isShown, type Place } from '../dom';
import { timeOf } from '../message-time';
import type { PageReader, PageReading, Scope } from '../observe';
import { deepScope, stateScope, statesScope } from '../observe';
import { withOwnIds } from '../own-ids';
import { createMessageMemory, type MessageMemory } from '../read-budget';
import { lineText } from '../text';
import { findComposer, isLiveChannel, openChannel } from './compose';
import { isMailItem, readLog, readMessage } from './message';
import { findPane, ticketIdOf } from './pane';
import { zendeskSelectors as at } from './selectors';

const emailPattern = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/;

/** True when each has a time, none before the one above it: so it is on most pages. */
function isInOrder(messages: readonly Message[]): boolean {
  return messages.every((message, index) => timeOf(message) >= timeOf(messages[index - 1] ?? message));
}

/** Oldest first by time; agents can have the newest on top, so the page's order only settles ties. */
function oldestFirst(messages: Message[]): Message[] {
  if (isInOrder(messages)) return messages;
  const timed = messages.filter((message) => message.at !== undefined);
  const isNewestFirst = (timed[0]?.at ?? '') > (timed.at(-1)?.at ?? '');
  const ordered = isNewestFirst ? messages.toReversed() : messages;
  if (timed.length < messages.length) return ordered;
  return ordered.toSorted((a, b) => timeOf(a) - timeOf(b));
}

function requesterOf(beside: Place, messages: Message[]): Person {
  const field = findIn(beside, at.requester);
  const shown = field instanceof HTMLInputElement ? field.value : lineText(field, at.requesterLabel);
  const input = field?.querySelector<HTMLInputElement>('input')?.value;
  const text = shown || input || '';
  const email =
    emailPattern.exec(text)?.[0] ?? emailPattern.exec(lineText(findIn(beside, at.requesterEmail)) ?? '')?.[0];
  const fromField = text
    .replace(emailPattern, '')
    .replace(/[<>()]/g, '')
    .trim();
  const name = fromField || messages.find((message) => message.role === 'customer')?.authorName;
  return { ...(name ? { name } : {}), ...(email ? { email } : {}) };
}

function channelOf(items: readonly Element[], remembered: string | undefined): Channel {
  const channel = remembered ?? '';
  if (channel === 'web' || channel === 'email') return channel;
  if (isLiveChannel(channel)) return 'messaging';
  if (channel !== '') return 'other';
  return items.length === 0 || items.some(isMailItem) ? 'email' : 'messaging';
}

function subjectOf(beside: Place): string | undefined {
  const field = findIn(beside, at.subject);
  return field instanceof HTMLInputElement ? field.value.trim() || undefined : lineText(field);
}

function missingIn(log: Element | null, messages: Message[]): string[] {
  if (!log && messages.length === 0) return ['conversation log'];
  return messages.length === 0 ? ['messages'] : [];
}

type Memory = { messages: MessageMemory; channels: Map<string, string> };

function readTicket(pane: Element, id: string, memory: Memory): PageReading {
  // A side conversation may be open beside the ticket's own, and before it in the page.
  const log = pane.querySelector(`${at.conversation} ${at.log}`) ?? pane.querySelector(at.log);
  const beside = around(pane, log);
  const { items, more } = readLog(log ?? pane);
  const found = memory.messages.read(items, readMessage);
  if (!found.isFinished) return { kind: 'unfinished' };
  // The id is a hash: the same words twice in one second are two messages.
  const messages = withOwnIds(oldestFirst(found.messages));
  const missing = missingIn(log, messages);
  const open = openChannel(beside);
  // Writing a note does not change the channel the customer is on.
  if (open !== undefined && open !== 'internal') memory.channels.set(id, open);
  const subject = subjectOf(beside);
  const agent = lineText(findIn(beside, at.assignee));
  const ticket: Ticket = {
    id,
    helpdesk: 'zendesk',
    origin: location.origin,
    ...(subject ? { subject } : {}),
    channel: channelOf(items, memory.channels.get(id)),
    requester: requesterOf(beside, messages),
    ...(agent ? { agent: { name: agent } } : {}),
    tags: [...beside.querySelectorAll(at.tag)].flatMap((tag) => lineText(tag) ?? []),
    messages,
    isComplete: !more.some(isShown),
    composer: findComposer(beside)?.state ?? { target: 'closed', format: 'rich', draft: '' },
  };
  if (missing.length === 0) return { kind: 'ticket', ticket };
  return { kind: 'partial', ticketId: id, missing, shell: { ...ticket, isComplete: false } };
}

/** All grids but those in the pane, which are watched with it: its conversation is long. */
function gridsBeside(pane: Element): Element[] {
  const grids = [...around(document.documentElement, pane).querySelectorAll(at.grid)];
  for (let outer = pane.parentElement?.closest(at.grid); outer; outer = outer.parentElement?.closest(at.grid))
    grids.push(outer);
  return grids;
}

function scopesOf(pane: Element | undefined): Scope[] {
  const panes = document.querySelector(at.panes);
  const tabs = document.querySelector(at.tabStrip);
  if (!pane) return [];
  const states = [...(panes?.children ?? []), ...gridsBeside(pane)].filter((other) => other !== pane);
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
        // A mail may carry the markup of an item itself: all of them up to the page's own.
        for (let item = element?.closest(at.message); item; item = item.parentElement?.closest(at.message))
          memory.messages.forget(item);
      }
    },
  };
}
