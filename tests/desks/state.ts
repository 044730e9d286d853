import { escapeHtml, paragraphs } from './desk.ts';
import type { FernwayMessage, FernwayTicket } from './fernway/types.ts';

/** Someone known to the desk. Agents' ids start at 9001 (the one who is logged in), the bot's is 8001. */
export type Person = { id: number; name: string; email: string; role: 'end-user' | 'agent' | 'bot' };

/** A reply that was sent from a desk's page: with Deskside alone at work, there is none. */
export type SentReply = { host: string; ticketId: number; isPublic: boolean; html: string; at: string };

/** One request that the server saw. `isPage` tells the page's own traffic (assets, `/__desk__/`) from API calls. */
export type LoggedRequest = { at: string; method: string; host: string; path: string; status: number };

/** A planted fault: the next `times` requests whose path and query contain `path` answer `status`. */
export type Fault = { path: string; status: number; times?: number; retryAfter?: number };

/** What is told to the open pages at once. */
export type DeskEvent = { type: 'message'; ticketId: number; message: FernwayMessage };

/** Who is logged in on every desk. */
export const currentAgent: Person = {
  id: 9001,
  name: 'Jonas Feld',
  email: 'jonas@fernway.example',
  role: 'agent',
};

const bot: Person = { id: 8001, name: 'Fernway Assistant', email: '', role: 'bot' };

/** Everything a server remembers between requests: tickets with their messages, what was sent, what was asked. */
export class DeskState {
  readonly tickets: FernwayTicket[];
  readonly sent: SentReply[] = [];
  readonly log: LoggedRequest[] = [];
  readonly #faults: (Fault & { left: number })[] = [];
  readonly #listeners = new Set<(event: DeskEvent) => void>();
  readonly #agents = new Map<string, Person>([[currentAgent.name, currentAgent]]);
  readonly #shown = new Set<number>();
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #isLive: boolean;
  #lastMessageId: number;

  constructor(tickets: readonly FernwayTicket[], { live = false } = {}) {
    this.#isLive = live;
    this.tickets = structuredClone([...tickets]);
    this.#lastMessageId = Math.max(0, ...this.tickets.flatMap((ticket) => ticket.messages.map(({ id }) => id)));
    for (const ticket of this.tickets) for (const message of ticket.messages) this.authorOf(ticket, message);
  }

  /** The ticket of that id, if there is one. */
  ticket(id: number): FernwayTicket | undefined {
    return this.tickets.find((ticket) => ticket.id === id);
  }

  /** Who wrote a message of a ticket. */
  authorOf(ticket: FernwayTicket, message: FernwayMessage): Person {
    if (message.role === 'customer') return { ...ticket.requester, role: 'end-user' };
    if (message.role === 'bot') return { ...bot, name: message.authorName };
    const known = this.#agents.get(message.authorName);
    if (known) return known;
    const first = message.authorName.split(' ')[0]?.toLowerCase() ?? 'agent';
    const agent: Person = {
      id: 9001 + this.#agents.size,
      name: message.authorName,
      email: `${first}@fernway.example`,
      role: 'agent',
    };
    this.#agents.set(agent.name, agent);
    return agent;
  }

  /** The person of that id, if there is one. */
  person(id: number): Person | undefined {
    const agent = [...this.#agents.values(), bot].find((known) => known.id === id);
    if (agent) return agent;
    const requester = this.tickets.find((ticket) => ticket.requester.id === id)?.requester;
    return requester && { ...requester, role: 'end-user' };
  }

  /** Adds a message that arrives now and tells the open pages. Throws for an unknown ticket. */
  arrive(ticketId: number, text: string, role: FernwayMessage['role'] = 'customer'): FernwayMessage {
    const ticket = this.#existing(ticketId);
    const authorName = { customer: ticket.requester.name, bot: bot.name, agent: currentAgent.name }[
      role === 'note' ? 'agent' : role
    ];
    const html = ticket.channel === 'native_messaging' ? escapeHtml(text).replace(/\n/g, '<br>') : paragraphs(text);
    return this.#add(ticket, { role, authorName, html });
  }

  /** Records and shows a reply or note that the agent sent from a page. Throws for an unknown ticket. */
  send(reply: Omit<SentReply, 'at'>): FernwayMessage {
    const role = reply.isPublic ? 'agent' : 'note';
    const message = this.#add(this.#existing(reply.ticketId), {
      role,
      authorName: currentAgent.name,
      html: reply.html,
    });
    this.sent.push({ ...reply, at: message.at });
    return message;
  }

  /** Tells that a page shows the ticket: on a live desk its customer starts to write, the first time. */
  show(ticketId: number): void {
    if (!this.#isLive || this.#shown.has(ticketId)) return;
    this.#shown.add(ticketId);
    for (const { afterMs, text } of this.ticket(ticketId)?.arrivals ?? []) {
      this.#timers.push(setTimeout(() => this.arrive(ticketId, text), afterMs).unref());
    }
  }

  /** Ends everything that is under way. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Plants a fault (once unless `times` says more). */
  plant(fault: Fault): void {
    this.#faults.push({ ...fault, left: fault.times ?? 1 });
  }

  /** The fault that this path and query runs into now, if any; each call uses it up by one. */
  takeFault(path: string): Fault | undefined {
    const fault = this.#faults.find((planted) => planted.left > 0 && path.includes(planted.path));
    if (fault) fault.left -= 1;
    return fault;
  }

  /** Calls back with every event until `signal` aborts. */
  subscribe(listener: (event: DeskEvent) => void, { signal }: { signal: AbortSignal }): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  #existing(ticketId: number): FernwayTicket {
    const ticket = this.ticket(ticketId);
    if (!ticket) throw new Error(`There is no ticket ${ticketId}.`);
    return ticket;
  }

  #add(ticket: FernwayTicket, content: Pick<FernwayMessage, 'role' | 'authorName' | 'html'>): FernwayMessage {
    this.#lastMessageId += 1;
    const message: FernwayMessage = { id: this.#lastMessageId, at: new Date().toISOString(), ...content };
    ticket.messages.push(message);
    for (const listener of this.#listeners) listener({ type: 'message', ticketId: ticket.id, message });
    return message;
  }
}
