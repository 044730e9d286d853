import { longTicket } from './ticket-long.ts';
import { chatTickets } from './tickets-chat.ts';
import { hardTickets } from './tickets-hard.ts';
import { mailTickets } from './tickets-mail.ts';
import type { FernwayTicket } from './types.ts';

/** Every Fernway ticket by ascending id; 101 is the one newcomers see first. */
export const tickets: readonly FernwayTicket[] = [...mailTickets, ...chatTickets, ...hardTickets, longTicket].sort(
  (a, b) => a.id - b.id,
);
