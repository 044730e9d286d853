import { suggestAfter } from '../after';
import { defineSuggestion } from '../define-suggestion';

/** News that what was promised is still open: when the customer asks for it, or a day has passed. */
export const statusUpdate = defineSuggestion({
  id: 'status-update',
  needs: [],
  suggest: (context) =>
    suggestAfter(context, { kind: 'status-update', look: 'letter' }, (stage, { wording, pick }) => {
      if (stage.kind !== 'promised') return undefined;
      const { promise } = stage;
      return {
        lines: [pick(wording.update).replace('%', () => promise.text), pick(wording.updateEnd)],
        quotes: [promise],
      };
    }),
});
