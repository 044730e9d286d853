import type { PastTicket } from '../../core/knowledge';
import { type Ticket, toTurns } from '../../core/ticket';
import { isThanks } from '../phrases';

/** Characters of question and answer that are kept; more adds nothing to finding it again. */
const longest = 2000;
/** A mark of these before it turns thanks into something else. */
const unsure = /[?؟]|\b(but|still|not|however|aber|noch|pero|aún|mais|encore|mas|ainda)\b|n['’]t\b|لكن|ما زال/iu;

/** Thanks and nothing asked: it confirms the answer before it, and is no question itself. */
function isConfirmation(text: string): boolean {
  const lines = text.split(/\n|(?<=[.!])\s+/).filter((line) => line.trim() !== '');
  return lines.length <= 4 && lines.some(isThanks) && !unsure.test(text);
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Takes names out of a text, whole words in any case; they are on the ticket, so no model has to find them. */
export function withoutNames({ requester, agent, messages }: Ticket): (text: string) => string {
  const people = [requester.name, agent?.name, ...messages.map(({ authorName }) => authorName)];
  const names = [...new Set(people.flatMap((name) => (name ? [name, ...name.split(/\s+/)] : [])))]
    .filter((name) => name.length > 2)
    .sort((a, b) => b.length - a.length);
  if (names.length === 0) return (text) => text;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escapePattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(pattern, '[name]');
}

/**
 * The customer's last answered question of a ticket with the agent's answer, made free of personal data by `redact`, and
 * whether the customer confirmed it. Undefined while no agent has answered. `seenAt` is ISO 8601.
 */
export function toPastTicket(ticket: Ticket, redact: (text: string) => string, seenAt: string): PastTicket | undefined {
  const turns = toTurns(ticket.messages);
  const answerAt = turns.findLastIndex((turn, index) => {
    const question = turns[index - 1];
    return turn.role === 'agent' && question?.role === 'customer' && !isConfirmation(question.text);
  });
  const [question, answer, after] = [turns[answerAt - 1], turns[answerAt], turns[answerAt + 1]];
  if (!question || !answer) return undefined;
  const hideNames = withoutNames(ticket);
  const clean = (text: string) => hideNames(redact(text)).slice(0, longest);
  const isSolved = after?.role === 'customer' && isConfirmation(after.text);
  return {
    id: `${ticket.origin}#past-${ticket.id}`,
    source: ticket.origin,
    ticketId: ticket.id,
    subject: clean(ticket.subject ?? ''),
    question: clean(question.text),
    reply: clean(answer.text),
    ...(isSolved ? { isSolved } : {}),
    seenAt,
  };
}
