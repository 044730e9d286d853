import type { Source } from '../../core/suggestion';
import { calibration } from '../calibration';
import { type Question, readQuestions, wordsCovered } from '../open-questions';
import type { Ranked } from '../rank';
import { splitLetter } from './blocks';
import { type Draft, type Read, readDraft } from './draft';

/** Bodies of further sources that answer what the first leaves open, and the questions that nothing answers. */
type Rest = { more: Draft[]; unanswered: string[] };

/** Questions looked at; more in one turn are rare, and each costs a look at every source. */
const maxQuestions = 5;
/** Most sources joined into one reply. */
const maxSources = 3;
/** From this share of a question's words on, a draft speaks of it. */
const coveredFrom = 0.6;

const isSame = (left: Ranked, right: Ranked): boolean =>
  left.hit.ownerKind === right.hit.ownerKind && left.hit.ownerId === right.hit.ownerId;

const holds = (parts: { source: Source | null }[], { start, end }: { start: number; end: number }): boolean =>
  parts.some(({ source }) => source !== null && source.start < end && start < source.end);

/** Whether the draft was made of a source that answers this question, and says the part that does. */
function isFrom(draft: Draft, { hit, confidence }: Ranked): boolean {
  if (confidence < calibration.thresholds.reply || !isSame(draft.ranked, { hit } as Ranked)) return false;
  return hit.ownerKind !== 'article' || holds(draft.parts, hit.quote);
}

function isAnswered(question: Question, drafts: readonly Draft[], ranked: readonly Ranked[], read: Read): boolean {
  const text = drafts.map((draft) => `${draft.ranked.hit.title} ${draft.text}`).join(' ');
  const share = wordsCovered(question, text, read.context.deps.text);
  return (share ?? 0) >= coveredFrom || drafts.some((draft) => ranked.some((one) => isFrom(draft, one)));
}

/** The body of the best source for one question that is sure enough and can be read, in the first draft's language. */
async function findMore(ranked: readonly Ranked[], drafts: readonly Draft[], read: Read): Promise<Draft | undefined> {
  for (const one of ranked) {
    if (one.confidence < calibration.thresholds.reply) return undefined;
    if (one.hit.ownerKind === 'past' || drafts.some(({ ranked: used }) => isSame(used, one))) continue;
    const draft = await readDraft(one, read);
    if (typeof draft === 'string' || draft.language !== drafts[0]?.language) continue;
    const { body } = splitLetter(draft);
    return { ...draft, ...body, parts: body.parts as Draft['parts'] };
  }
  return undefined;
}

/**
 * Holds a draft against every question of the customer's turn. A turn with one question is answered by the draft as a whole,
 * which was found for it; of several, each needs a source of its own that is sure enough, or is named as open.
 */
export async function answerRest(first: Draft, read: Read): Promise<Rest> {
  const { context } = read;
  const questions = readQuestions(context.turn?.text ?? '', context.deps.text).slice(0, maxQuestions);
  const rest: Rest = { more: [], unanswered: [] };
  if (questions.length < 2) return rest;
  const lists = await context.rankEach(['macro', 'article']);
  for (const question of questions) {
    const at = context.queries.findIndex((query, index) => index > 0 && query.includes(question.text));
    const ranked = lists[at] ?? [];
    if (isAnswered(question, [first, ...rest.more], ranked, read)) continue;
    const more = rest.more.length + 1 < maxSources ? await findMore(ranked, [first, ...rest.more], read) : undefined;
    if (more) rest.more.push(more);
    else rest.unanswered.push(question.text);
  }
  return rest;
}
