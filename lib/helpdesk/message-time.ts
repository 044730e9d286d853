import type { Message } from '../core/ticket';

const times = new WeakMap<Message, number>();

/** Epoch milliseconds; NaN without a time. Parsed once for each message. */
export function timeOf(message: Message): number {
  const known = times.get(message);
  if (known !== undefined) return known;
  const time = Date.parse(message.at ?? '');
  times.set(message, time);
  return time;
}
