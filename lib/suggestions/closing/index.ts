import { suggestAfter } from '../after';
import { defineSuggestion } from '../define-suggestion';

/** A last line once the customer said that it is solved, as long as the agent has not answered that. */
export const closing = defineSuggestion({
  id: 'closing',
  needs: [],
  suggest: (context) =>
    suggestAfter(context, { kind: 'closing', look: 'letter' }, (stage, { wording, pick }) =>
      stage.kind === 'solved' && !stage.isClosed ? { lines: [pick(wording.closing)], quotes: [] } : undefined,
    ),
});
