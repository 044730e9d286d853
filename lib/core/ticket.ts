/** Who wrote a message. `note` is a private remark between agents, never to be shown to the customer. */
export type Role = 'customer' | 'agent' | 'note' | 'bot' | 'system';

/** Where a message or a reply travels. `messaging` covers chat: plain text, Enter sends. */
export type Channel = 'email' | 'web' | 'messaging' | 'phone' | 'other';

/** One message of a conversation, as read from the page or from the helpdesk's API. */
export type Message = {
  /** Stable within the ticket: the helpdesk's id where known, else a hash of role, time and text. */
  id: string;
  role: Role;
  authorName?: string;
  /** Visible text without quoted mail and signature; paragraphs parted by `\n`. */
  text: string;
  /** ISO 8601, absent when the page does not tell. */
  at?: string;
};

/** Ends the text of a message that was too long to be read to its end. */
export const cutMark = '\n[…]';

/** True for a message of which only the beginning was read: logs and spam of megabytes. A short one may end alike. */
export function isCut({ text }: Message): boolean {
  return text.length > 100_000 && text.endsWith(cutMark);
}

/** A person named on the ticket. */
export type Person = { name?: string; email?: string };

/** What the composer that is open now would do with text. */
export type ComposerState = {
  /** `closed`: no editor yet (Freshdesk before Reply is pressed). */
  target: 'public' | 'note' | 'closed';
  /** `plain` editors take text only. */
  format: 'rich' | 'plain';
  /** The agent's draft as plain text; empty when nothing is typed. */
  draft: string;
};

/** The open ticket as Deskside understands it. Plain JSON; it crosses contexts. */
export type Ticket = {
  id: string;
  /** Adapter id, e.g. `zendesk`. */
  helpdesk: string;
  /** Origin of the page, e.g. `https://acme.zendesk.com`. The engine trusts the sender's origin, not this field. */
  origin: string;
  subject?: string;
  channel: Channel;
  requester: Person;
  agent?: Person;
  tags: string[];
  /** Oldest first, whatever the page's order. */
  messages: Message[];
  /** False while the page hides older messages that were not fetched. */
  isComplete: boolean;
  composer: ComposerState;
};

/** Names of the people on a ticket: who asked, who answers, who wrote; each once. */
export function peopleOf({ requester, agent, messages }: Ticket): string[] {
  const names = [requester.name, agent?.name, ...messages.map(({ authorName }) => authorName)];
  return [...new Set(names.flatMap((name) => (name ? [name] : [])))];
}

/** What an API can tell of a ticket besides its messages. */
export type TicketFacts = Partial<Pick<Ticket, 'subject' | 'channel' | 'requester' | 'tags'>>;

/** Consecutive messages of one author role: a burst of three counts as one turn. */
export type Turn = { role: Role; messages: Message[]; text: string };

/** Folds messages (oldest first) into turns; system lines are left out and notes do not break a customer's turn. */
export function toTurns(messages: readonly Message[]): Turn[] {
  const turns: Turn[] = [];
  for (const message of messages) {
    if (message.role === 'system' || message.role === 'note') continue;
    const last = turns.at(-1);
    if (last?.role === message.role) {
      last.messages.push(message);
      last.text = `${last.text}\n${message.text}`;
    } else {
      turns.push({ role: message.role, messages: [message], text: message.text });
    }
  }
  return turns;
}

/** The customer's turn that waits for an answer, or undefined when the agent (or bot) spoke last. */
export function openTurn(messages: readonly Message[]): Turn | undefined {
  const last = toTurns(messages).at(-1);
  return last?.role === 'customer' ? last : undefined;
}

/**
 * A key that changes exactly when the conversation does: id of the ticket, count and id of the last message and the
 * length of its text. A suggestion made for another key is stale.
 */
export function conversationKey(ticket: Ticket): string {
  const last = ticket.messages.at(-1);
  return [ticket.origin, ticket.id, ticket.messages.length, last?.id ?? '', last?.text.length ?? 0].join('|');
}
