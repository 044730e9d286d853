import { type DeskResponse, json } from '../desk.ts';
import { plainText } from '../fernway/plain-text.ts';
import type { FernwayMessage, FernwayTicket } from '../fernway/types.ts';
import { currentAgent, type DeskState } from '../state.ts';
import { userJson } from './api-people.ts';
import type { ApiRequest, ApiRoute } from './api-route.ts';
import { byCursor, paginate } from './paging.ts';

/** `tickets/{id}`, `tickets/{id}/comments` and `tickets/{id}/conversation_log`, and the page's own `PUT`. */
export const conversationsApi: ApiRoute = (api) => {
  const match = /^tickets\/(\d+)(?:\/(comments|conversation_log))?$/.exec(api.path);
  if (!match) return undefined;
  const ticket = api.context.state.ticket(Number(match[1]));
  if (!ticket) return json({ error: 'RecordNotFound', description: 'Not found' }, 404);
  if (match[2] === 'comments') return comments(ticket, api);
  if (match[2] === 'conversation_log') return conversationLog(ticket, api);
  if (api.request.method === 'PUT') return update(ticket, api);
  return json({ ticket: ticketJson(ticket), ...included(ticket, api) });
};

/** A ticket in Zendesk's shape. */
export function ticketJson(ticket: FernwayTicket): Record<string, unknown> {
  return {
    id: ticket.id,
    url: `https://fernway.zendesk.com/api/v2/tickets/${ticket.id}.json`,
    external_id: null,
    via: { channel: ticket.channel, source: { from: {}, to: {}, rel: null } },
    subject: ticket.subject,
    raw_subject: ticket.subject,
    description: plainText(ticket.messages[0]?.html ?? ''),
    status: ticket.status,
    priority: null,
    type: null,
    tags: ticket.tags,
    requester_id: ticket.requester.id,
    submitter_id: ticket.requester.id,
    assignee_id: currentAgent.id,
    group_id: 7001,
    organization_id: null,
    brand_id: 6001,
    ticket_form_id: 5001,
    custom_fields: [],
    is_public: true,
    created_at: ticket.createdAt,
    updated_at: ticket.messages.at(-1)?.at ?? ticket.createdAt,
  };
}

function included(ticket: FernwayTicket, { request, context }: ApiRequest): Record<string, unknown> {
  if (!request.url.searchParams.get('include')?.includes('users')) return {};
  const people = ticket.messages.map((message) => context.state.authorOf(ticket, message));
  const byId = new Map([currentAgent, ...people].map((person) => [person.id, person]));
  return { users: [...byId.values()].map(userJson) };
}

function comments(ticket: FernwayTicket, api: ApiRequest): DeskResponse {
  const { searchParams } = api.request.url;
  // Until a messaging session ends, its transcript is in the conversation log only.
  const messages =
    ticket.channel === 'native_messaging'
      ? ticket.messages.filter(({ role }, index) => index === 0 || role === 'note')
      : [...ticket.messages];
  if (searchParams.get('sort_order') === 'desc' || searchParams.get('sort') === '-created_at') messages.reverse();
  const { items, beside } = paginate(messages, api.request.url);
  const list = items.map((message) => commentJson(ticket, message, api.context.state));
  return json({ comments: list, ...included(ticket, api), ...beside });
}

function commentJson(ticket: FernwayTicket, message: FernwayMessage, state: DeskState): Record<string, unknown> {
  const isStub = ticket.channel === 'native_messaging' && message.role !== 'note';
  const html = isStub ? `<p>Conversation with ${ticket.requester.name}</p>` : message.html;
  return {
    id: message.id,
    type: 'Comment',
    author_id: state.authorOf(ticket, message).id,
    body: plainText(html),
    html_body: `<div class="zd-comment" dir="auto">${html}</div>`,
    plain_body: plainText(html),
    public: message.role !== 'note',
    attachments: [],
    audit_id: message.id + 500_000,
    via: { channel: message.via ?? ticket.channel, source: { from: {}, to: {}, rel: null } },
    created_at: message.at,
    metadata: { system: {}, custom: {}, flags: [] },
  };
}

function conversationLog(ticket: FernwayTicket, { request, context }: ApiRequest): DeskResponse {
  const order =
    request.url.searchParams.get('sort') === '-created_at' ? [...ticket.messages].reverse() : ticket.messages;
  const { items, beside } = byCursor(order, request.url);
  return json({ events: items.map((message) => eventJson(ticket, message, context.state)), ...beside });
}

function eventJson(ticket: FernwayTicket, message: FernwayMessage, state: DeskState): Record<string, unknown> {
  const isMessaging = ticket.channel === 'native_messaging' && message.role !== 'note';
  const person = state.authorOf(ticket, message);
  return {
    id: String(message.id),
    type: isMessaging ? 'Messaging::ConversationMessage' : 'Comment',
    reference: `zen:ticket_event:${message.id}`,
    created_at: message.at,
    received_at: message.at,
    attachments: [],
    author: {
      type: { 'end-user': 'user', agent: 'agent', bot: 'bot' }[person.role],
      display_name: person.name,
      ...(person.role === 'bot' ? {} : { 'zen:support:user_id': person.id }),
    },
    content: isMessaging
      ? { type: 'text', text: plainText(message.html) }
      : { type: 'html', body: `<div class="zd-comment" dir="auto">${message.html}</div>` },
    metadata: { public: message.role !== 'note' },
  };
}

type Update = { ticket: { status?: FernwayTicket['status']; comment?: { html_body: string; public: boolean } } };

/** The page's own submit button; Deskside must never get here. */
function update(ticket: FernwayTicket, { request, context }: ApiRequest): DeskResponse {
  const { status, comment } = (JSON.parse(request.body) as Update).ticket;
  if (status) ticket.status = status;
  if (comment) {
    const { html_body: html, public: isPublic } = comment;
    context.state.send({ host: request.host, ticketId: ticket.id, isPublic, html });
  }
  return json({ ticket: ticketJson(ticket) });
}
