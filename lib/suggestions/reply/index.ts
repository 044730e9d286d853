import { calibration } from '../calibration';
import { defineSuggestion, type Outcome, type SuggestContext, unsure } from '../define-suggestion';
import type { Ranked } from '../rank';
import { composeReply } from './compose';
import { type Draft, readDraft } from './draft';
import { draftOrder } from './order';
import { placeholderValues } from './placeholders';

/** Most drafts offered for one turn. */
const maxDrafts = 4;
/** An agent who asks for another draft reads it with care: a quarter of the first draft's threshold will do. */
export const alternativeFloor = calibration.thresholds.reply / 4;

/** Sources to draft from, best first. */
function candidates(ranked: Ranked[]): Ranked[] {
  return ranked
    .filter(({ confidence }) => confidence >= alternativeFloor)
    .sort((a, b) => draftOrder(b) - draftOrder(a));
}

async function suggestReply(context: SuggestContext): Promise<Outcome> {
  const kinds = context.settings.rememberTickets
    ? (['macro', 'article', 'past'] as const)
    : (['macro', 'article'] as const);
  const ranked = await context.rank([...kinds]);
  if (ranked.length === 0) return { silent: context.limit ?? 'no-knowledge' };
  const values = placeholderValues(context.ticket, context.settings.agentName);
  const drafts: Draft[] = [];
  let unfilled = 0;
  for (const candidate of candidates(ranked)) {
    // The first draft must clear the threshold; a weaker one never takes its place.
    if (drafts.length === 0 && candidate.confidence < calibration.thresholds.reply) continue;
    const draft = await readDraft(candidate, { context, values });
    if (draft === 'placeholder-unfilled') unfilled = Math.max(unfilled, candidate.confidence);
    else if (draft !== 'not-for-customers') drafts.push(draft);
    if (drafts.length === maxDrafts) break;
  }
  if (drafts.length === 0)
    return unfilled > 0
      ? { silent: 'placeholder-unfilled', confidence: unfilled }
      : unsure(context, ranked[0]?.confidence ?? 0);
  const index = ((Math.trunc(context.alternative) % drafts.length) + drafts.length) % drafts.length;
  return { items: [composeReply(drafts[index] as Draft, { index, count: drafts.length }, { context, values })] };
}

/** One reply draft in the words of a macro, an article or a past reply. */
export const reply = defineSuggestion({ id: 'reply', needs: ['open-turn', 'query'], suggest: suggestReply });
