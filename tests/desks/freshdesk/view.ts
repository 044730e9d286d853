import type { FernwayStatus } from '../fernway/types.ts';

/** What the page knows of one entry of a conversation; the first entry is the ticket's description. */
export type EntryView = {
  id: number;
  isDescription: boolean;
  kind: 'customer' | 'agent' | 'note';
  author: string;
  /** The body as the helpdesk stores it, quoted mail included; not yet made safe. */
  html: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Addresses that a reply went to; empty on notes. */
  to: string[];
  /** Addresses that were told of a note; empty elsewhere. */
  notified: string[];
  /** Drawn in the colour of private notes: real notes, and customers who answer from another address. */
  looksPrivate: boolean;
};

/** One line of the ticket list. */
export type TicketRow = {
  id: number;
  subject: string;
  requester: string;
  status: FernwayStatus;
  /** Of the newest message; ISO 8601, UTC. */
  updatedAt: string;
};

/** One ticket as the page draws it. */
export type TicketView = TicketRow & {
  requesterEmail: string;
  source: 'email' | 'portal' | 'chat';
  tags: string[];
  createdAt: string;
  /** Oldest first, the description at index 0. */
  entries: EntryView[];
};

/** What the page starts with. Delays are milliseconds. */
export type Boot = {
  agent: { name: string; email: string };
  csrfToken: string;
  delays: { render: number; history: number; editor: number };
};
