import { suggestAfter } from '../after';
import { defineSuggestion } from '../define-suggestion';

/** The customer was asked for a rating already, by the agent, a bot or the helpdesk. */
const asked =
  /\b(?:rate (?:us|our|this|my|your)|rating|survey|how (?:did|was|were) (?:we|our|your experience)|feedback on|bewert\p{L}*|umfrage|valor(?:a|e|ar|ación)|encuesta|évalu\p{L}*|enquête|avali\p{L}*|inquérito)(?!\p{L})|تقييم|استبيان/iu;

/** A request to rate the help, once all is solved and nobody has asked for it yet. */
export const csatRequest = defineSuggestion({
  id: 'csat-request',
  needs: [],
  suggest: (context) =>
    suggestAfter(context, { kind: 'csat-request', look: 'line' }, (stage, { wording, pick }) => {
      const wasAsked = context.ticket.messages.some(({ role, text }) => role !== 'customer' && asked.test(text));
      return stage.kind === 'solved' && !wasAsked ? { lines: [pick(wording.rating)], quotes: [] } : undefined;
    }),
});
