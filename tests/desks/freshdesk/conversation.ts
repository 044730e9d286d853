import { escapeHtml } from '../desk.ts';
import { plainText } from '../fernway/plain-text.ts';
import type { FernwayMessage, FernwayTicket } from '../fernway/types.ts';
import { currentAgent, type DeskState } from '../state.ts';
import type { EntryView, TicketRow, TicketView } from './view.ts';

const supportEmail = 'support@fernway.example';
const statusNumbers = { new: 2, open: 2, pending: 3, hold: 6, solved: 4 } satisfies Record<string, number>;
const sources = {
  email: { number: 1, name: 'email' },
  web: { number: 2, name: 'portal' },
  native_messaging: { number: 7, name: 'chat' },
} as const;

/** A ticket as `/api/v2/tickets/{id}` gives it, without what `include` adds. The first message is its description. */
export function ticketJson(ticket: FernwayTicket): Record<string, unknown> {
  const description = ticket.messages[0]?.html ?? '';
  return {
    id: ticket.id,
    subject: ticket.subject,
    description,
    description_text: plainText(description),
    status: statusNumbers[ticket.status],
    priority: 2,
    source: sources[ticket.channel].number,
    type: null,
    tags: ticket.tags,
    requester_id: ticket.requester.id,
    responder_id: currentAgent.id,
    group_id: null,
    company_id: null,
    spam: false,
    cc_emails: [],
    fwd_emails: [],
    reply_cc_emails: [],
    to_emails: ticket.channel === 'email' ? [supportEmail] : null,
    custom_fields: {},
    attachments: [],
    created_at: ticket.createdAt,
    updated_at: updatedAt(ticket),
  };
}

/** The person a ticket is for, as `include=requester` embeds it. */
export function requesterJson({ requester }: FernwayTicket): Record<string, unknown> {
  return { id: requester.id, name: requester.name, email: requester.email, mobile: null, phone: null };
}

/** Everything said after the description, oldest first, as `/conversations` gives it. */
export function conversationsJson(ticket: FernwayTicket, state: DeskState): Record<string, unknown>[] {
  return ticket.messages.slice(1).map((message) => {
    const body = bodyOf(ticket, message);
    const incoming = message.role === 'customer';
    const isNote = message.role === 'note';
    return {
      id: message.id,
      ticket_id: ticket.id,
      body,
      body_text: plainText(body),
      incoming,
      private: isNote,
      user_id: state.authorOf(ticket, message).id,
      // Live accounts have notes with source 2 and mails with 0, but also both the other way round.
      source: isNote || message.id % 7 === 0 ? 2 : 0,
      category: incoming ? 1 : isNote ? 2 : 3,
      from_email: isNote ? null : incoming ? ticket.requester.email : supportEmail,
      support_email: isNote ? null : supportEmail,
      to_emails: isNote ? [] : [incoming ? supportEmail : ticket.requester.email],
      cc_emails: [],
      bcc_emails: [],
      attachments: [],
      has_quoted_text: body !== message.html,
      auto_response: message.role === 'bot',
      deleted: false,
      last_edited_at: null,
      thread_id: null,
      created_at: message.at,
      updated_at: message.at,
    };
  });
}

/** A ticket's line in the list. */
export function rowView(ticket: FernwayTicket): TicketRow {
  const { id, subject, requester, status } = ticket;
  return { id, subject, requester: requester.name, status, updatedAt: updatedAt(ticket) };
}

/** A ticket as the page draws it. */
export function ticketView(ticket: FernwayTicket): TicketView {
  return {
    ...rowView(ticket),
    requesterEmail: ticket.requester.email,
    source: sources[ticket.channel].name,
    tags: ticket.tags,
    createdAt: ticket.createdAt,
    entries: ticket.messages.map((message, index) => entryView(ticket, message, index)),
  };
}

function entryView(ticket: FernwayTicket, message: FernwayMessage, index: number): EntryView {
  const isNote = message.role === 'note';
  return {
    id: message.id,
    isDescription: index === 0,
    kind: message.role === 'bot' ? 'agent' : message.role,
    author: message.authorName,
    html: bodyOf(ticket, message),
    at: message.at,
    to: isNote || index === 0 ? [] : [message.role === 'customer' ? supportEmail : ticket.requester.email],
    notified: isNote && message.id % 2 === 0 ? [currentAgent.email] : [],
    looksPrivate: isNote || isFromOtherAddress(ticket, message),
  };
}

/** On tickets with even numbers the customer's first answer comes from an address that the helpdesk does not know. */
function isFromOtherAddress(ticket: FernwayTicket, message: FernwayMessage): boolean {
  if (ticket.id % 2 === 1) return false;
  return ticket.messages.slice(1).find(({ role }) => role === 'customer') === message;
}

/** The message with what a mail program adds below an answer: the mail that it answers. */
function bodyOf(ticket: FernwayTicket, message: FernwayMessage): string {
  if (ticket.channel !== 'email' || message.role !== 'customer') return message.html;
  const before = ticket.messages.slice(0, ticket.messages.indexOf(message));
  const answered = before.findLast(({ role }) => role === 'agent' || role === 'bot');
  if (!answered) return message.html;
  const kind = message.id % 2 === 0 ? 'gmail_quote' : 'freshdesk_quote';
  const day = new Date(answered.at).toUTCString().slice(0, 16);
  const intro = `On ${day}, ${escapeHtml(answered.authorName)} &lt;${supportEmail}&gt; wrote:`;
  return `${message.html}<div class="${kind}"><div>${intro}</div><blockquote>${answered.html}</blockquote></div>`;
}

function updatedAt(ticket: FernwayTicket): string {
  return ticket.messages.at(-1)?.at ?? ticket.createdAt;
}
