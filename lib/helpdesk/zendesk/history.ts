import { ok, type Result } from '../../core/result';
import type { Message, Role } from '../../core/ticket';
import type { ApiClient } from '../api-client';
import { guessedRole } from '../role-guess';
import { htmlMessageText, plainMessageText } from '../text';
import * as schema from './api-schema';
import { readPages } from './paging';

type Options = { signal: AbortSignal };
type Reading = { client: ApiClient; ticketPath: string; options: Options };
type Person = { name?: string | undefined; role?: Role | undefined };
/** Comments and the people who wrote them, by id. */
type Comments = { comments: schema.Comment[]; people: Map<string, Person> };

/** Names and roles of people hardly change while a ticket is open. */
const peopleAgeMs = 600_000;
/** People asked for one by one, at most: a group chat of strangers must not become a burst of requests. */
const maxPeople = 8;

const userRoles: Record<string, Role> = { 'end-user': 'customer', agent: 'agent', admin: 'agent' };
/** How the log names the kinds of authors; several spellings are in the field. */
const authorRoles: Record<string, Role> = {
  user: 'customer',
  end_user: 'customer',
  'end-user': 'customer',
  customer: 'customer',
  agent: 'agent',
  admin: 'agent',
  bot: 'bot',
};

function toPerson({ name, role }: schema.User): Person {
  return { name: name ?? undefined, role: userRoles[role ?? ''] };
}

type Told = { id: string; role: Role | undefined; isPublic: boolean | undefined; authorName: string | undefined };
type Body = { text: string; createdAt: string | null | undefined };

/**
 * A message of what the API told. Who wrote it may be untold, and whether the customer saw it: a comment of unknown
 * publicity counts as a note until somebody knows better, since a note must never reach a customer.
 */
function toMessage({ id, role, isPublic, authorName }: Told, { text, createdAt }: Body): Message | undefined {
  if (text === '') return undefined;
  const isUntold = isPublic === undefined && role !== 'customer' && role !== 'bot';
  const time = Date.parse(createdAt ?? '');
  const message: Message = {
    id,
    role: isPublic === false || isUntold ? 'note' : (role ?? 'system'),
    text,
    ...(authorName ? { authorName } : {}),
    ...(Number.isNaN(time) ? {} : { at: new Date(time).toISOString() }),
  };
  const isTold = isPublic === false || (role !== undefined && !isUntold);
  return isTold ? message : guessedRole(message);
}

function fileNames(attachments: schema.Attachments): string {
  return (attachments ?? []).flatMap(({ file_name }) => file_name ?? []).join('\n');
}

function eventText({ content, attachments }: schema.LogEvent): string {
  const html = content?.html_body ?? (content?.type === 'html' ? (content.body ?? content.text) : undefined);
  const text = html ? htmlMessageText(html) : plainMessageText(content?.text ?? content?.body ?? '');
  return text || fileNames(attachments);
}

function commentText({ html_body, plain_body, body, attachments }: schema.Comment): string {
  const text = html_body ? htmlMessageText(html_body) : plainMessageText(plain_body ?? body ?? '');
  return text || fileNames(attachments);
}

async function readComments({ client, ticketPath, options }: Reading): Promise<Result<Comments>> {
  const path = `${ticketPath}/comments.json?include=users&page[size]=100`;
  const pages = await readPages(client, { path, schema: schema.comments }, options);
  if (!pages.ok) return pages;
  const users = pages.value.flatMap((page) => page.users ?? []);
  return ok({
    comments: pages.value.flatMap(({ comments }) => comments),
    people: new Map(users.map((user) => [String(user.id), toPerson(user)])),
  });
}

/** The people of these ids that are not known yet; who cannot be read stays unknown. */
async function readPeople(ids: readonly string[], { client, options }: Reading): Promise<Map<string, Person>> {
  const people = new Map<string, Person>();
  for (const id of ids.slice(0, maxPeople)) {
    const path = `/api/v2/users/${encodeURIComponent(id)}.json`;
    const answer = await client.get(path, schema.user, { ...options, maxAgeMs: peopleAgeMs });
    if (!answer.ok && (answer.error.kind === 'rate-limited' || answer.error.kind === 'aborted')) break;
    if (answer.ok) people.set(id, toPerson(answer.value.value.user));
  }
  return people;
}

function authorId(event: schema.LogEvent): string | undefined {
  const id = event.author?.['zen:support:user_id'];
  return id == null ? undefined : String(id);
}

/** Messages of a live conversation reach the customer as they are written; comments may be private. */
const isLive = (event: schema.LogEvent) => /^(Messaging|Chat)/.test(event.type ?? '');
const isUntold = (event: schema.LogEvent) => !isLive(event) && typeof event.metadata?.public !== 'boolean';
const isUnknownAuthor = (event: schema.LogEvent) =>
  !event.author?.display_name || authorRoles[event.author.type ?? ''] === undefined;

/** What the log leaves open, from the comments and then from the people themselves. */
async function readRest(events: schema.LogEvent[], reading: Reading): Promise<Comments> {
  const isNeeded = events.some((event) => isUntold(event) || (!isLive(event) && isUnknownAuthor(event)));
  const comments = isNeeded ? await readComments(reading) : undefined;
  const rest: Comments = comments?.ok ? comments.value : { comments: [], people: new Map() };
  const missing = events.filter(isUnknownAuthor).flatMap((event) => authorId(event) ?? []);
  const unknown = [...new Set(missing)].filter((id) => !rest.people.has(id));
  return { ...rest, people: new Map([...rest.people, ...(await readPeople(unknown, reading))]) };
}

function fromEvents(events: schema.LogEvent[], { comments, people }: Comments): (Message | undefined)[] {
  const publicity = new Map<string, boolean>();
  for (const comment of comments) {
    publicity.set(`zen:ticket_event:${comment.id}`, comment.public);
    const at = comment.created_at;
    // A note and a reply of the same second cannot be told apart by time: both count as private.
    if (at) publicity.set(at, comment.public && publicity.get(at) !== false);
  }
  return events.map((event) => {
    const person = people.get(authorId(event) ?? '');
    const told = isLive(event) ? true : undefined;
    const isPublic =
      event.metadata?.public ?? publicity.get(event.reference ?? '') ?? publicity.get(event.created_at ?? '') ?? told;
    const role = authorRoles[event.author?.type ?? ''] ?? person?.role;
    const authorName = event.author?.display_name || person?.name;
    return toMessage(
      { id: String(event.id), role, isPublic, authorName },
      { text: eventText(event), createdAt: event.created_at },
    );
  });
}

function fromComments({ comments, people }: Comments): (Message | undefined)[] {
  return comments.map((comment) => {
    const person = people.get(String(comment.author_id ?? ''));
    return toMessage(
      { id: String(comment.id), role: person?.role, isPublic: comment.public, authorName: person?.name },
      { text: commentText(comment), createdAt: comment.created_at },
    );
  });
}

function oldestFirst(messages: (Message | undefined)[]): Message[] {
  const timed = messages.flatMap((message) => (message ? [{ message, time: Date.parse(message.at ?? '') || 0 }] : []));
  return timed.toSorted((a, b) => a.time - b.time).map(({ message }) => message);
}

/** Failures of one endpoint that another may not share; signed out, offline and limits hold for all. */
const ofOneEndpoint = new Set(['not-found', 'forbidden', 'server-error', 'unexpected-answer', 'timeout']);

/**
 * The conversation, oldest first: from the unified log, which has messaging too, completed by the comments where it
 * does not say who wrote or saw a message; from the comments alone where the log cannot be read.
 */
export async function readHistory(client: ApiClient, ticketId: string, options: Options): Promise<Result<Message[]>> {
  const reading: Reading = { client, ticketPath: `/api/v2/tickets/${encodeURIComponent(ticketId)}`, options };
  const path = `${reading.ticketPath}/conversation_log?page[size]=100`;
  const pages = await readPages(client, { path, schema: schema.conversationLog }, options);
  if (pages.ok) {
    const events = pages.value.flatMap((log) => log.events);
    return ok(oldestFirst(fromEvents(events, await readRest(events, reading))));
  }
  if (!ofOneEndpoint.has(pages.error.kind)) return pages;
  const comments = await readComments(reading);
  if (comments.ok) return ok(oldestFirst(fromComments(comments.value)));
  return comments.error.kind === 'rate-limited' ? comments : pages;
}
