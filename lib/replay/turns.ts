import type { ReplayTurn } from '../core/replay';
import { openTurn, type Ticket } from '../core/ticket';

/** Every turn of the agent that answers a customer; messages of one burst count as one turn. */
export function splitTurns(ticket: Ticket): ReplayTurn[] {
  const { messages } = ticket;
  return messages.flatMap((message, index) => {
    if (message.role !== 'agent') return [];
    const before = messages.slice(0, index);
    const last = before.findLast(({ role }) => role === 'customer' || role === 'agent');
    if (last?.role !== 'customer') return [];
    const burst: string[] = [];
    for (const { role, text } of messages.slice(index)) {
      if (role === 'customer') break;
      if (role === 'agent') burst.push(text);
    }
    const turn: ReplayTurn = {
      index,
      ticket: { ...ticket, messages: before },
      question: openTurn(before)?.text ?? last.text,
      real: burst.join('\n'),
    };
    return [message.at === undefined ? turn : { ...turn, at: message.at }];
  });
}
