import type { Candidate, OfferedSource } from '../core/learning';
import type { Choice, Suggestion } from '../core/suggestion';
import { conversationKey, type Ticket } from '../core/ticket';

/** Sources that are noted with a choice: those shown, then the best of the others that were found. */
export const mostNoted = 12;
/** Tickets of which is remembered what was shown; only in memory, since it holds texts. */
const mostOffers = 40;

/** What was shown for one state of a conversation, and what became of it. */
export type Offer = {
  conversation: string;
  /** Id of the message after which it was made. */
  after: string | undefined;
  intent: Choice['intent'];
  /** Everything that was found, with what was told of it. */
  found: Candidate[];
  /** Suggestions shown, in the order in which the agent came by them. */
  shown: Suggestion[];
  /** Ids of sources that were taken. */
  taken: Set<string>;
  /** The reply that was taken, by its id and the key of its choice. */
  reply: { suggestionId: string; key: number } | null;
};

const ticketKey = ({ origin, id }: Ticket) => `${origin}|${id}`;

/** Without its text, ready to be stored. */
export function withoutText({ text: _text, ...source }: Candidate): OfferedSource {
  return source;
}

/** Adds found sources that are not there yet. */
function join(known: Candidate[], more: readonly Candidate[]): Candidate[] {
  const fresh = more.filter((one) => !known.some(({ kind, id }) => kind === one.kind && id === one.id));
  return [...known, ...fresh];
}

/** Remembers for the tickets seen last what was shown, so that a choice can be told from what it was made. */
export function createOffers() {
  const offers = new Map<string, Offer>();
  return {
    /** What was shown for this ticket last; undefined where nothing was. */
    find: (ticket: Ticket): Offer | undefined => offers.get(ticketKey(ticket)),
    /** The offer that the choice was made from. */
    findFor({ conversation, suggestionId }: Choice): Offer | undefined {
      const latestFirst = [...offers.values()].reverse();
      return latestFirst.find((offer) =>
        conversation === undefined
          ? offer.shown.some(({ id }) => id === suggestionId)
          : offer.conversation === conversation,
      );
    },
    forget: (ticket: Ticket) => void offers.delete(ticketKey(ticket)),
    clear: () => offers.clear(),
    /** Remembers suggestions with what was found for them; another draft for the same state joins the first. */
    add(ticket: Ticket, made: Pick<Offer, 'found' | 'shown' | 'intent'>): void {
      const key = ticketKey(ticket);
      const conversation = conversationKey(ticket);
      const known = offers.get(key);
      const isSame = known?.conversation === conversation;
      const fresh: Offer = {
        conversation,
        after: ticket.messages.at(-1)?.id,
        intent: made.intent,
        found: [],
        shown: [],
        taken: new Set(),
        reply: null,
      };
      const offer = isSame ? known : fresh;
      offer.found = join(offer.found, made.found);
      offer.shown.push(...made.shown.filter(({ id }) => !offer.shown.some((one) => one.id === id)));
      offers.delete(key);
      offers.set(key, offer);
      if (offers.size > mostOffers) offers.delete(offers.keys().next().value as string);
    },
  };
}

/**
 * Sources in the order in which the agent sees them: drafts in the order they were asked for, then articles; similar tickets
 * by themselves. Sources taken before from the same offer are left out, they were not passed by.
 */
export function shownSources(
  { shown, found, taken }: Offer,
  choice: Pick<Choice, 'kind' | 'sourceIds'>,
): OfferedSource[] {
  const order: Suggestion['kind'][] = choice.kind === 'similar-ticket' ? ['similar-ticket'] : ['reply', 'article'];
  const ids = order.flatMap((kind) => shown.filter((one) => one.kind === kind).map(({ sources }) => sources[0]));
  const sources = ids.flatMap((source) => {
    const own = found.find(({ kind, id }) => kind === source?.kind && id === source.id);
    return own && (!taken.has(own.id) || choice.sourceIds.includes(own.id)) ? [withoutText(own)] : [];
  });
  return sources.filter(
    ({ kind, id }, index) => sources.findIndex((one) => one.kind === kind && one.id === id) === index,
  );
}

/** What is noted with a choice: what was shown, in its order, then the best others that were found, as many as are noted. */
export function notedSources(offer: Offer, choice: Pick<Choice, 'kind' | 'sourceIds'>): OfferedSource[] {
  const shown = shownSources(offer, choice);
  const isPast = choice.kind === 'similar-ticket';
  const others = offer.found.filter(
    ({ kind, id }) =>
      (kind === 'past') === isPast && !offer.taken.has(id) && !shown.some((one) => one.kind === kind && one.id === id),
  );
  const room = Math.max(0, mostNoted - shown.length);
  return [
    ...shown,
    ...others
      .sort((a, b) => b.base - a.base)
      .slice(0, room)
      .map(withoutText),
  ];
}
