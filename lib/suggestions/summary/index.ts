import { suggestAfter } from '../after';
import { defineSuggestion } from '../define-suggestion';
import { pickQuotes } from './pick-quotes';

/** An internal note once all is solved: what was asked, answered and confirmed, each in a quote with its turn. */
export const summary = defineSuggestion({
  id: 'summary',
  needs: [],
  suggest: (context) =>
    suggestAfter(context, { kind: 'summary', look: 'note' }, (stage, { wording }) => {
      if (stage.kind !== 'solved' || hasNote(context.ticket.messages)) return undefined;
      const { summary: words } = wording;
      const picked = pickQuotes(context, stage.outcome);
      if (picked.length < 2) return undefined;
      const lines = picked.map(
        ({ part, quote }) => `- ${words[part]}: “${quote.text}” (${words.turn.replace('%', String(quote.turn))})`,
      );
      return { lines: [words.heading, ...lines], quotes: picked.map(({ quote }) => quote) };
    }),
});

/** Whether somebody noted something after the customer's last message. */
function hasNote(messages: readonly { role: string }[]): boolean {
  const last = messages.findLastIndex(({ role }) => role === 'customer');
  return messages.slice(last + 1).some(({ role }) => role === 'note');
}
