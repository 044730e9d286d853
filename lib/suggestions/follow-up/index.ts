import { suggestAfter } from '../after';
import { defineSuggestion } from '../define-suggestion';

/** A reminder when the customer has not answered for some days, with the agent's own question where there was one. */
export const followUp = defineSuggestion({
  id: 'follow-up',
  needs: [],
  suggest: (context) =>
    suggestAfter(context, { kind: 'follow-up', look: 'letter' }, (stage, { wording, pick }) => {
      if (stage.kind !== 'unanswered') return undefined;
      const { question } = stage;
      if (!question) return { lines: [pick(wording.followUp)], quotes: [] };
      return { lines: [pick(wording.followUpAsked).replace('%', () => question.text)], quotes: [question] };
    }),
});
