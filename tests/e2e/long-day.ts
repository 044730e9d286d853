import { plainText } from '../desks/fernway/plain-text.ts';
import { tickets } from '../desks/fernway/tickets.ts';
import type { FernwayTicket } from '../desks/fernway/types.ts';

/** `count` tickets with ids from `firstId` on, each one of the practice desk's in mail and English, with ids of its own. */
export function cloneTickets(firstId: number, count: number): FernwayTicket[] {
  const models = tickets.filter(({ channel, language, messages }) => {
    return channel === 'email' && language === undefined && messages.length < 6;
  });
  return Array.from({ length: count }, (_, index): FernwayTicket => {
    const model = models[index % models.length] as FernwayTicket;
    const id = firstId + index;
    const messages = model.messages.map((message, at) => ({ ...message, id: id * 1000 + at }));
    const { arrivals: _arrivals, ...rest } = structuredClone(model);
    return { ...rest, id, messages };
  });
}

const said = tickets
  .filter(({ language }) => language === undefined)
  .flatMap(({ messages }) => messages.filter(({ role }) => role === 'customer').map(({ html }) => plainText(html)));

/** A customer's message like those of the practice desk, other words at each place of each ticket. */
export function messageOf(ticketId: number, place: number): string {
  const at = ticketId * 31 + place * 7;
  return `${said[at % said.length]} My order is FW-${200_000 + ((at * 7919) % 90_000)}.`;
}
