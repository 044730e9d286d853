import type { Channel, Message, Role, Ticket } from '../lib/core/ticket';
import { type JsonObject, parseLine, readString } from './jsonl';

const roles: readonly Role[] = ['customer', 'agent', 'note', 'bot', 'system'];
const channels: readonly Channel[] = ['email', 'web', 'messaging', 'phone', 'other'];

function toMessage(turn: unknown, index: number): Message {
  const row = parseLine(JSON.stringify(turn) ?? 'null');
  const role = roles.find((known) => known === row.role);
  if (!role) throw new Error(`turn ${index + 1}: "role" must be one of ${roles.join(', ')}`);
  const message: Message = { id: `turn-${index}`, role, text: readString(row, 'text') };
  return typeof row.at === 'string' ? { ...message, at: row.at } : message;
}

function person(value: unknown): { name?: string; email?: string } {
  const row = typeof value === 'object' && value !== null ? (value as JsonObject) : {};
  return {
    ...(typeof row.name === 'string' ? { name: row.name } : {}),
    ...(typeof row.email === 'string' ? { email: row.email } : {}),
  };
}

/** A conversation line as a ticket; `subject`, `requester` and `agent` may be given too. Throws with a reason in words. */
export function toTicket(row: JsonObject): Ticket {
  if (!Array.isArray(row.turns)) throw new Error('"turns" must be a list');
  const channel = row.channel === 'chat' ? 'messaging' : channels.find((known) => known === row.channel);
  return {
    id: readString(row, 'id'),
    helpdesk: 'lab',
    origin: 'lab',
    channel: channel ?? 'other',
    requester: person(row.requester),
    agent: person(row.agent),
    tags: [],
    messages: row.turns.map(toMessage),
    isComplete: true,
    composer: { target: 'public', format: 'plain', draft: '' },
    ...(typeof row.subject === 'string' ? { subject: row.subject } : {}),
  };
}
