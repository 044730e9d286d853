import type { PastTicket } from '../../core/knowledge';
import { type Ticket, toTurns } from '../../core/ticket';

/** Characters of question and answer that are kept; more adds nothing to finding it again. */
const longest = 2000;

/**
 * The customer's last answered question of a ticket with the agent's answer, made free of personal data by `redact`.
 * Undefined while no agent has answered. `seenAt` is ISO 8601.
 */
export function toPastTicket(ticket: Ticket, redact: (text: string) => string, seenAt: string): PastTicket | undefined {
  const turns = toTurns(ticket.messages);
  const answerAt = turns.findLastIndex((turn, index) => turn.role === 'agent' && turns[index - 1]?.role === 'customer');
  const question = turns[answerAt - 1];
  const answer = turns[answerAt];
  if (!question || !answer) return undefined;
  // Names are on the ticket, so they can be taken out without a model that finds them.
  const names = [ticket.requester.name, ticket.agent?.name].flatMap((name) =>
    name ? [name, ...name.split(/\s+/)] : [],
  );
  const clean = (text: string) =>
    names
      .filter((name) => name.length > 2)
      .reduce((rest, name) => rest.replaceAll(name, '[name]'), redact(text))
      .slice(0, longest);
  return {
    id: `${ticket.origin}#past-${ticket.id}`,
    source: ticket.origin,
    ticketId: ticket.id,
    subject: clean(ticket.subject ?? ''),
    question: clean(question.text),
    reply: clean(answer.text),
    seenAt,
  };
}
