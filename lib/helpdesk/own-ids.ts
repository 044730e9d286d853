import type { Message } from '../core/ticket';
import { changedMessage } from './role-guess';

const copies = new WeakMap<Message, Message>();

/** The same copy at every reading, so that an unchanged message stays the same object. */
function numbered(message: Message, id: string): Message {
  const known = copies.get(message);
  if (known?.id === id) return known;
  const copy = changedMessage(message, { id });
  copies.set(message, copy);
  return copy;
}

/** Messages under one id are several: the later ones get a number, so that none is taken for another or dropped. */
export function withOwnIds(messages: Message[]): Message[] {
  const counts = new Map<string, number>();
  return messages.map((message) => {
    const count = (counts.get(message.id) ?? 0) + 1;
    counts.set(message.id, count);
    return count === 1 ? message : numbered(message, `${message.id}-${count}`);
  });
}
