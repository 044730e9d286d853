import type { PastUse } from '../../core/suggestion';
import { calibration } from '../calibration';
import { defineSuggestion, type Outcome, type SuggestContext, unsure } from '../define-suggestion';
import type { Ranked } from '../rank';
import { answerRest } from './answer-all';
import { composeReply, type Letter } from './compose';
import { type Draft, type Read, readDraft } from './draft';
import { missingFact } from './missing-fact';
import { draftOrder } from './order';
import { readPastUse, reuseWorth } from './past-use';
import { readValues } from './rendered';
import { factsOf, keepSupported } from './supported';

/** Most drafts offered for one turn. */
const maxDrafts = 4;
/** An agent who asks for another draft reads it with care: a fifth of the first draft's threshold will do. */
export const alternativeFloor = calibration.thresholds.reply / 5;

/** Sources to draft from, best first. */
function candidates(ranked: Ranked[], uses: ReadonlyMap<string, PastUse>, nowMs: number): Ranked[] {
  const worth = (one: Ranked) => {
    const use = uses.get(one.hit.ownerId);
    return draftOrder(one) + (use ? reuseWorth(use, nowMs) : 0);
  };
  return ranked.filter(({ confidence }) => confidence >= alternativeFloor).sort((a, b) => worth(b) - worth(a));
}

/** Drafts of the candidates that may be shown, and the surest that had a gap. */
async function readDrafts(ordered: Ranked[], read: Read): Promise<{ drafts: Draft[]; unfilled: Ranked | undefined }> {
  const facts = factsOf(read.values);
  const drafts: Draft[] = [];
  let unfilled: Ranked | undefined;
  for (const candidate of ordered) {
    // The first draft must clear the threshold; a weaker one never takes its place.
    if (drafts.length === 0 && candidate.confidence < calibration.thresholds.reply) continue;
    const draft = await readDraft(candidate, read);
    if (draft === 'placeholder-unfilled') {
      if (candidate.confidence > (unfilled?.confidence ?? 0)) unfilled = candidate;
    } else if (draft !== 'not-for-customers' && keepSupported(draft, facts)) drafts.push(draft);
    if (drafts.length === maxDrafts) break;
  }
  return { drafts, unfilled };
}

/** Drafts in the customer's language first, as long as they are sure enough to be the first. */
function ownLanguageFirst(drafts: Draft[], { signals: { current } }: SuggestContext): Draft[] {
  const isOwn = ({ language, ranked }: Draft) =>
    language === current?.language.code && ranked.confidence >= calibration.thresholds.reply;
  return [...drafts.filter(isOwn), ...drafts.filter((draft) => !isOwn(draft))];
}

async function toLetter(draft: Draft, ranked: Ranked[], { read, past }: { read: Read; past: PastUse | undefined }) {
  const rest = await answerRest(draft, read);
  const text = [draft, ...rest.more].map((one) => one.text).join('\n');
  const material = { ranked, least: calibration.thresholds.reply };
  const missing = missingFact(read.context, { text, sourceText: draft.sourceText }, material);
  const letter: Letter = { draft, ...rest, ...(missing ? { missing } : {}), ...(past ? { past } : {}) };
  return letter;
}

async function suggestReply(context: SuggestContext): Promise<Outcome> {
  const kinds = context.settings.rememberTickets
    ? (['macro', 'article', 'past'] as const)
    : (['macro', 'article'] as const);
  const ranked = await context.rank([...kinds]);
  if (ranked.length === 0) return { silent: context.limit ?? 'no-knowledge' };
  const read: Read = { context, values: await readValues(context) };
  const uses = await readPastUse(ranked, context);
  const found = await readDrafts(candidates(ranked, uses, context.nowMs), read);
  const drafts = ownLanguageFirst(found.drafts, context);
  const index = ((Math.trunc(context.alternative) % drafts.length) + drafts.length) % drafts.length;
  const draft = drafts[index];
  const reply =
    draft &&
    (await composeReply(
      await toLetter(draft, ranked, { read, past: uses.get(draft.ranked.hit.ownerId) }),
      { index, count: drafts.length },
      read,
    ));
  if (reply) return { items: [reply] };
  const { unfilled } = found;
  return unfilled
    ? { silent: 'placeholder-unfilled', confidence: unfilled.confidence, blank: unfilled.hit.ownerId }
    : unsure(context, ranked[0]?.confidence ?? 0);
}

/** One reply draft in the words of a macro, an article or a past reply. */
export const reply = defineSuggestion({ id: 'reply', needs: ['open-turn', 'query'], suggest: suggestReply });
