import type { PastTicket } from '../../core/knowledge';
import type { SimilarTicketSuggestion } from '../../core/suggestion';
import { calibration } from '../calibration';
import { defineSuggestion, type Outcome, type SuggestContext, unsure } from '../define-suggestion';
import type { Ranked } from '../rank';

const maxTickets = 3;

function toSuggestion({ hit, confidence }: Ranked, past: PastTicket): SimilarTicketSuggestion {
  const suggestion: SimilarTicketSuggestion = {
    kind: 'similar-ticket',
    id: `similar-ticket|${past.id}`,
    confidence,
    sources: [
      {
        kind: 'past',
        id: past.id,
        title: past.subject,
        quote: hit.quote.text,
        start: hit.quote.start,
        end: hit.quote.end,
      },
    ],
    ticketId: past.ticketId,
    origin: past.source,
    subject: past.subject,
    seenAt: past.seenAt,
  };
  return past.reply === undefined ? suggestion : { ...suggestion, reply: past.reply };
}

async function suggestSimilar(context: SuggestContext): Promise<Outcome> {
  if (!context.settings.rememberTickets) return { silent: 'memory-off' };
  if (context.queries.length === 0) return { silent: 'too-short' };
  const ranked = await context.rank(['past']);
  const pasts = await Promise.all(ranked.map(({ hit }) => context.deps.knowledge.readPastTicket(hit.ownerId)));
  const others = ranked.flatMap((one, index) => {
    const past = pasts[index];
    const isSelf = past?.ticketId === context.ticket.id && past.source === context.ticket.origin;
    return past && !isSelf ? [{ one, past }] : [];
  });
  if (others.length === 0) return { silent: 'no-memory' };
  const sure = others.filter(({ one }) => one.confidence >= calibration.thresholds.similarTicket).slice(0, maxTickets);
  if (sure.length === 0) return unsure(context, others[0]?.one.confidence ?? 0);
  return { items: sure.map(({ one, past }) => toSuggestion(one, past)) };
}

/** Tickets seen before that ask the same, with the answer given then. */
export const similarTicket = defineSuggestion({ id: 'similar-ticket', needs: [], suggest: suggestSimilar });
