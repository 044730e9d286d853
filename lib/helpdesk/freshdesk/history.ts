import { ok, type Result } from '../../core/result';
import type { Channel, Message, Role, TicketFacts } from '../../core/ticket';
import type { ApiClient } from '../api-client';
import { withoutQuotes } from '../quotes';
import { guessedRole } from '../role-guess';
import { htmlMessageText } from '../text';
import * as schema from './api-schema';
import { descriptionId } from './message';

/** Freshdesk's largest page; a shorter one is the last. */
const pageSize = 100;
const maxPages = 50;
/** The history and what surrounds it are asked at the same moment, from the same answer. */
const ticketAgeMs = 10_000;
/** A mail that an agent sent first; nobody has asked anything yet. */
const outboundMail = 10;
/** How Freshdesk numbers the ways a ticket came; others have no documented number. */
const channels: Record<number, Channel> = {
  1: 'email',
  2: 'web',
  3: 'phone',
  7: 'messaging',
  9: 'web',
  [outboundMail]: 'email',
};

type Options = { signal: AbortSignal };

/** One of the two ways to the same data: the documented v2, and what the interface itself asks. */
type Door = {
  path: string;
  ticket: typeof schema.ticket | typeof schema.ownTicket;
  conversations: typeof schema.conversations | typeof schema.ownConversations;
  /** Whether a page that is not full is known to be the last: only v2's page size is documented. */
  hasKnownPages: boolean;
};
const v2: Door = {
  path: '/api/v2',
  ticket: schema.ticket,
  conversations: schema.conversations,
  hasKnownPages: true,
};
const own: Door = {
  path: '/api/_',
  ticket: schema.ownTicket,
  conversations: schema.ownConversations,
  hasKnownPages: false,
};
/** Failures of v2 that the interface's own API may not share; v2 with a session alone is not documented. */
const closed = new Set(['signed-out', 'forbidden', 'not-found']);

type Asking = { client: ApiClient; ticketId: string; options: Options };

/** By v2, else by the interface's own API; v2's failure counts when both fail. */
async function throughEither<T>(read: (door: Door) => Promise<Result<T>>): Promise<Result<T>> {
  const first = await read(v2);
  if (first.ok || !closed.has(first.error.kind)) return first;
  const second = await read(own);
  return second.ok || second.error.retryAfterMs !== undefined ? second : first;
}

const pathOf = (door: Door, ticketId: string) => `${door.path}/tickets/${encodeURIComponent(ticketId)}`;

async function readTicket(door: Door, { client, ticketId, options }: Asking): Promise<Result<schema.Ticket>> {
  const path = `${pathOf(door, ticketId)}?include=requester`;
  const answer = await client.get(path, door.ticket, { ...options, maxAgeMs: ticketAgeMs });
  return answer.ok ? ok(answer.value.value) : answer;
}

async function readConversations(
  door: Door,
  { client, ticketId, options }: Asking,
): Promise<Result<schema.Conversation[]>> {
  const known = new Map<number, schema.Conversation>();
  for (let page = 1; page <= maxPages; page += 1) {
    const path = `${pathOf(door, ticketId)}/conversations?per_page=${pageSize}&page=${page}`;
    const list = await client.get(path, door.conversations, options);
    if (!list.ok) return list;
    const before = known.size;
    for (const conversation of list.value.value) known.set(conversation.id, conversation);
    const isShort = door.hasKnownPages && list.value.value.length < pageSize;
    if (list.value.next === undefined && (isShort || known.size === before)) break;
  }
  return ok([...known.values()]);
}

type Written = { html: string | null | undefined; text: string | null | undefined; attachments: schema.Attachments };

function textOf({ html, text, attachments }: Written): string {
  const written = html ? htmlMessageText(html) : withoutQuotes(text ?? '');
  return written || (attachments ?? []).flatMap(({ name }) => name ?? []).join('\n');
}

type Told = { role: Role; isGuess: boolean };

/**
 * Who wrote it, by `private` and `incoming` (never by `source`, which is seen on the wrong side). One word for private
 * is enough; an answer that says neither way counts as a note until the page says better.
 */
function roleOf(conversation: schema.Conversation, ticket: schema.Ticket): Told {
  const { incoming, auto_response, user_id } = conversation;
  if (conversation.private) return { role: 'note', isGuess: false };
  if (conversation.private !== false) return { role: 'note', isGuess: true };
  // An automatic reply answers nobody: the customer still waits.
  if (auto_response && !incoming) return { role: 'system', isGuess: false };
  if (typeof incoming === 'boolean') return { role: incoming ? 'customer' : 'agent', isGuess: false };
  return { role: user_id != null && user_id === ticket.requester_id ? 'customer' : 'agent', isGuess: true };
}

type Parts = Told & { id: string; text: string; name: string | null | undefined; at: string | null | undefined };

function toMessage({ id, role, isGuess, text, name, at }: Parts): Message | undefined {
  if (text === '') return undefined;
  const time = Date.parse(at ?? '');
  const message: Message = {
    id,
    role,
    text,
    ...(name ? { authorName: name } : {}),
    ...(Number.isNaN(time) ? {} : { at: new Date(time).toISOString() }),
  };
  return isGuess ? guessedRole(message) : message;
}

function toDescription(ticket: schema.Ticket): Message | undefined {
  const isOutbound = ticket.source === outboundMail;
  return toMessage({
    id: descriptionId,
    // Agents open tickets for others too: only the page shows who wrote the request.
    role: isOutbound ? 'agent' : 'customer',
    isGuess: !isOutbound,
    text: textOf({ html: ticket.description, text: ticket.description_text, attachments: ticket.attachments }),
    name: isOutbound ? undefined : ticket.requester?.name,
    at: ticket.created_at,
  });
}

function toConversation(conversation: schema.Conversation, ticket: schema.Ticket): Message | undefined {
  if (conversation.deleted) return undefined;
  const { id, body, body_text, attachments, user_id, created_at } = conversation;
  return toMessage({
    id: String(id),
    ...roleOf(conversation, ticket),
    text: textOf({ html: body, text: body_text, attachments }),
    name: user_id != null && user_id === ticket.requester_id ? ticket.requester?.name : undefined,
    at: created_at,
  });
}

/** By time, and by number within a second or where a time is missing: numbers grow with time. */
function oldestFirst(conversations: schema.Conversation[]): schema.Conversation[] {
  const isTimed = conversations.every(({ created_at }) => !Number.isNaN(Date.parse(created_at ?? '')));
  const timeOf = ({ created_at }: schema.Conversation) => (isTimed ? Date.parse(created_at ?? '') : 0);
  return conversations.toSorted((a, b) => timeOf(a) - timeOf(b) || a.id - b.id);
}

async function readThrough(door: Door, asking: Asking): Promise<Result<Message[]>> {
  const ticket = await readTicket(door, asking);
  if (!ticket.ok) return ticket;
  const conversations = await readConversations(door, asking);
  if (!conversations.ok) return conversations;
  const read = oldestFirst(conversations.value).map((one) => toConversation(one, ticket.value));
  return ok([toDescription(ticket.value), ...read].filter((message) => message !== undefined));
}

/** The whole conversation, oldest first: the ticket's description, then every page of conversations. */
export function readHistory(client: ApiClient, ticketId: string, options: Options): Promise<Result<Message[]>> {
  return throughEither((door) => readThrough(door, { client, ticketId, options }));
}

/** What the API says of the ticket around its conversation: the way it came, its subject, its requester and its tags. */
export async function readTicketFacts(
  client: ApiClient,
  ticketId: string,
  options: Options,
): Promise<Result<TicketFacts>> {
  const answer = await throughEither((door) => readTicket(door, { client, ticketId, options }));
  if (!answer.ok) return answer;
  const { subject, source, requester, tags } = answer.value;
  const channel = channels[source ?? 0] ?? (source == null ? undefined : 'other');
  const { name, email } = requester ?? {};
  return ok({
    ...(subject?.trim() ? { subject: subject.trim() } : {}),
    ...(channel ? { channel } : {}),
    ...(name || email ? { requester: { ...(name ? { name } : {}), ...(email ? { email } : {}) } } : {}),
    ...(tags ? { tags } : {}),
  });
}
