import type { SourceId } from '../core/knowledge';
import type { Message, Role, Ticket } from '../core/ticket';
import { looksLikeHtml, readHtml } from './html';

/** A ticket as an export tells it. `seenAt`: ISO 8601, empty where it tells no time. `isPraised`: the customer rated it well. */
export type ExportedTicket = { ticket: Ticket; seenAt: string; isPraised: boolean };

type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of these members that holds text or a number; names are compared without case and signs. */
function readText(row: Row, names: readonly string[]): string | undefined {
  for (const name of names)
    for (const [key, value] of Object.entries(row)) {
      if (key.toLowerCase().replace(/[^a-z]/g, '') !== name) continue;
      if (typeof value === 'string' && value.trim() !== '') return value.trim();
      if (typeof value === 'number') return String(value);
    }
  return undefined;
}

const bodyNames = ['plainbody', 'bodytext', 'text', 'body', 'htmlbody', 'message', 'content', 'comment'];
const questionNames = [
  'customermessage',
  'customerquestion',
  'requestermessage',
  'customertext',
  'usermessage',
  'inquiry',
];
const replyNames = [
  'agentreply',
  'agentresponse',
  'agentanswer',
  'agentmessage',
  'publicreply',
  'supportreply',
  'firstreply',
];
const listNames = ['turns', 'messages', 'comments', 'conversations', 'conversation', 'thread', 'threads'];
const timeNames = ['solvedat', 'closedat', 'resolvedat', 'updatedat', 'createdat', 'at', 'date', 'timestamp', 'time'];

const roles: [RegExp, Role][] = [
  [/^(?:customer|end.?user|requester|user|visitor|client|contact|lead|consumer)$/i, 'customer'],
  [/^(?:agent|admin|staff|support|operator|assignee|team|employee|representative)$/i, 'agent'],
  [/^(?:note|internal|private)$/i, 'note'],
  [/^(?:bot|assistant|automation)$/i, 'bot'],
];

/** Who wrote a message: by its role, its direction (Freshdesk's `incoming`), or whether its author asked (Zendesk). */
function readRole(row: Row, requester: unknown): Role {
  if (row.public === false || row.private === true) return 'note';
  const author = isRow(row.author) ? row.author : {};
  const told =
    readText(row, ['role', 'authorrole', 'sender', 'sendertype', 'from', 'authortype']) ??
    readText(author, ['role', 'type']);
  const known = roles.find(([pattern]) => told !== undefined && pattern.test(told));
  if (known) return known[1];
  if (typeof row.incoming === 'boolean') return row.incoming ? 'customer' : 'agent';
  const by = row.author_id ?? author.id;
  if (by !== undefined && requester !== undefined) return by === requester ? 'customer' : 'agent';
  return 'system';
}

const plain = (text: string): string => (looksLikeHtml(text) ? readHtml(text).text : text);
const isTime = (text: string | undefined): text is string => text !== undefined && !Number.isNaN(Date.parse(text));

function toMessage(row: Row, index: number, requester: unknown): Message | undefined {
  const body = readText(row, bodyNames);
  if (body === undefined) return undefined;
  const at = readText(row, ['at', 'createdat', 'timestamp', 'date', 'time']);
  const author = readText(row, ['authorname', 'author', 'name']);
  return {
    id: `m${index}`,
    role: readRole(row, requester),
    text: plain(body),
    ...(isTime(at) ? { at: new Date(at).toISOString() } : {}),
    ...(author === undefined ? {} : { authorName: author }),
  };
}

/** The messages: of a list, after Freshdesk's description, which is the first; or question and reply of one row. */
function readMessages(row: Row): Message[] {
  const list = listNames.map((name) => row[name]).find(Array.isArray) as unknown[] | undefined;
  if (list) {
    const { requester } = row;
    const asker = row.requester_id ?? (isRow(requester) ? requester.id : undefined);
    const said = list.filter(isRow).flatMap((one, index) => toMessage(one, index + 1, asker) ?? []);
    const first = list.some((one) => isRow(one) && 'incoming' in one)
      ? readText(row, ['descriptiontext', 'description'])
      : undefined;
    return first === undefined ? said : [{ id: 'm0', role: 'customer', text: plain(first) }, ...said];
  }
  const [question, reply] = [readText(row, questionNames), readText(row, replyNames)];
  if (question === undefined || reply === undefined) return [];
  return [
    { id: 'm0', role: 'customer', text: plain(question) },
    { id: 'm1', role: 'agent', text: plain(reply) },
  ];
}

function isPraised(row: Row): boolean {
  const rating = row.satisfaction_rating;
  const score = isRow(rating) ? rating.score : readText(row, ['satisfaction', 'satisfactionrating', 'csat', 'rating']);
  return /^(?:good|great|happy|satisfied|positive|4|5)$/i.test(String(score ?? ''));
}

/** True for the first row of a table of past tickets: it names the customer's message and the agent's reply. */
export function isTicketHeader(names: readonly string[]): boolean {
  const row = Object.fromEntries(names.map((name) => [name, 'x']));
  return readText(row, questionNames) !== undefined && readText(row, replyNames) !== undefined;
}

/**
 * Reads a past ticket from a record of an export (Zendesk, Freshdesk, a list of turns, a row with question and reply);
 * undefined for a record that is none. `fallbackId`: its id where it has none.
 */
export function readTicket(row: Row, source: SourceId, fallbackId: string): ExportedTicket | undefined {
  const messages = readMessages(row);
  if (!messages.some(({ role }) => role === 'customer' || role === 'agent')) return undefined;
  const requester = isRow(row.requester) ? row.requester : {};
  const name =
    readText(requester, ['name']) ?? readText(row, ['requestername', 'customername', 'requester', 'customer']);
  const agent = readText(row, ['agentname', 'assigneename', 'assignee', 'agent']);
  const subject = readText(row, ['subject', 'title']);
  const at = readText(row, timeNames) ?? messages.at(-1)?.at;
  const ticket: Ticket = {
    id: readText(row, ['ticketid', 'id', 'number']) ?? fallbackId,
    helpdesk: 'file',
    origin: source,
    channel: 'other',
    requester: name === undefined ? {} : { name },
    ...(agent === undefined ? {} : { agent: { name: agent } }),
    ...(subject === undefined ? {} : { subject }),
    tags: [],
    messages,
    isComplete: true,
    composer: { target: 'closed', format: 'plain', draft: '' },
  };
  return { ticket, seenAt: isTime(at) ? new Date(at).toISOString() : '', isPraised: isPraised(row) };
}
