import type { PastTicket } from '../../core/knowledge';
import { peopleOf, type Ticket, toTurns } from '../../core/ticket';
import { isThanks } from '../phrases';

/** Characters of question and answer that are kept; more adds nothing to finding it again. */
export const longestKept = 2000;
/** A mark of these before it turns thanks into something else. */
const unsure = /[?؟]|\b(but|still|not|however|aber|noch|pero|aún|mais|encore|mas|ainda)\b|n['’]t\b|لكن|ما زال/iu;

/** Thanks and nothing asked: it confirms the answer before it, and is no question itself. */
function isConfirmation(text: string): boolean {
  const lines = text.split(/\n|(?<=[.!])\s+/).filter((line) => line.trim() !== '');
  return lines.length <= 4 && lines.some(isThanks) && !unsure.test(text);
}

/** The texts of a ticket that would be kept, as they stand; `isSolved`: the customer confirmed the answer. */
type KeptTexts = { subject: string; question: string; reply: string; isSolved: boolean };

/** The customer's last answered question of a ticket with the agent's answer; undefined while no agent has answered. */
export function readKeptTexts(ticket: Ticket): KeptTexts | undefined {
  const turns = toTurns(ticket.messages);
  const answerAt = turns.findLastIndex((turn, index) => {
    const question = turns[index - 1];
    return turn.role === 'agent' && question?.role === 'customer' && !isConfirmation(question.text);
  });
  const [question, answer, after] = [turns[answerAt - 1], turns[answerAt], turns[answerAt + 1]];
  if (!question || !answer) return undefined;
  const isSolved = after?.role === 'customer' && isConfirmation(after.text);
  return { subject: ticket.subject ?? '', question: question.text, reply: answer.text, isSolved };
}

/**
 * What is kept of a ticket: its answered question and the answer, made free of personal data by `redactAll`, which gets
 * the names of the ticket's people as well. Undefined while no agent has answered. `seenAt` is ISO 8601.
 */
export function toPastTicket(
  ticket: Ticket,
  redactAll: (texts: readonly string[], people: readonly string[]) => string[],
  seenAt: string,
): PastTicket | undefined {
  const texts = readKeptTexts(ticket);
  if (!texts) return undefined;
  const clean = redactAll([texts.subject, texts.question, texts.reply], peopleOf(ticket));
  const [subject = '', question = '', reply = ''] = clean.map((text) => text.slice(0, longestKept));
  return {
    id: `${ticket.origin}#past-${ticket.id}`,
    source: ticket.origin,
    ticketId: ticket.id,
    subject,
    question,
    reply,
    ...(texts.isSolved ? { isSolved: true } : {}),
    seenAt,
  };
}
