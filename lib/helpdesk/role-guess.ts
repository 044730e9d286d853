import type { Message } from '../core/ticket';

/** Messages whose role nothing on the page or in the answer says outright; not JSON, since it matters only here. */
const guesses = new WeakSet<Message>();

/** Marks that this message's role is the likeliest one, not one that was told. Gives the message back. */
export function guessedRole(message: Message): Message {
  guesses.add(message);
  return message;
}

/** True when nothing told this message's role outright. */
export function isRoleGuessed(message: Message): boolean {
  return guesses.has(message);
}

/** A copy with some fields changed that keeps the mark. */
export function changedMessage(message: Message, part: Partial<Message>): Message {
  const changed = { ...message, ...part };
  return isRoleGuessed(message) ? guessedRole(changed) : changed;
}
