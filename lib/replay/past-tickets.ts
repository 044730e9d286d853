import type { PastTicket } from '../core/knowledge';
import type { Ticket } from '../core/ticket';

/** A ticket kept on this device as the short conversation that is known of it; undefined where no answer was kept. */
export function toTicket({ ticketId, source, subject, question, reply }: PastTicket): Ticket | undefined {
  if (reply === undefined || reply.trim() === '') return undefined;
  return {
    id: ticketId,
    helpdesk: 'memory',
    origin: source,
    subject,
    channel: 'other',
    requester: {},
    tags: [],
    messages: [
      { id: 'question', role: 'customer', text: question },
      { id: 'reply', role: 'agent', text: reply },
    ],
    isComplete: true,
    composer: { target: 'closed', format: 'plain', draft: '' },
  };
}

/** True for the id of a past ticket that was made of this ticket: its own answer must not be found for its question. */
export function isOfTicket(pastId: string, { id }: Ticket): boolean {
  return pastId.endsWith(`#past-${id}`);
}
