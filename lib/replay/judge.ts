import type { ReplayAnswer, ReplayedReply } from '../core/replay';
import type { ReplySuggestion, Silence, Suggestion, SuggestionKind } from '../core/suggestion';
import { suggestionKinds } from '../core/suggestion';
import { charactersSaved } from './saved';

/** From this share of a draft's words kept on, it agrees with the agent: half of it stands in what was sent. Set by hand. */
export const agreesFrom = 0.5;

/** What a suggestion is held against: the agent's reply and, as far as they are known, the sources it was written with. */
export type Truth = {
  real: string;
  used: readonly string[];
  /** Share of the draft's words that the sent reply has in their order, 0 to 1. */
  keptShare(draft: string, sent: string): number;
};

function judgeReply({ text, sources, confidence }: ReplySuggestion, { real, used, keptShare }: Truth): ReplayedReply {
  const kept = keptShare(text, real);
  const isSameSource = used.length === 0 ? null : sources.some(({ id }) => used.includes(id));
  const agrees = isSameSource === true || kept >= agreesFrom;
  return { text, sources, confidence, kept, isSameSource, agrees, saved: charactersSaved(text, real) };
}

/** The words of a suggestion that is neither reply, article nor next step. */
function wordsOf(item: Suggestion): string {
  if (item.kind === 'routing') return [item.team, ...item.tags, item.macro?.title].filter(Boolean).join(' · ');
  if (item.kind === 'similar-ticket') return item.subject;
  return 'text' in item ? item.text : '';
}

/** What was suggested at a turn, judged by what the agent then wrote. */
export function judgeTurn(
  { items, silent }: { items: readonly Suggestion[]; silent: readonly Silence[] },
  truth: Truth,
): ReplayAnswer {
  const answer: ReplayAnswer = { reply: null, articles: [], nextStep: null, others: [], silent: [...silent] };
  for (const item of items) {
    const { confidence, sources } = item;
    if (item.kind === 'reply') answer.reply = judgeReply(item, truth);
    else if (item.kind === 'article') {
      const { articleId, title } = item;
      answer.articles.push({ id: articleId, title, quote: sources[0]?.quote ?? '', confidence });
    } else if (item.kind === 'next-step') {
      const { playbook, step, steps } = item;
      const text = steps.find(({ id }) => id === step)?.text ?? '';
      answer.nextStep = { playbookId: playbook.id, playbook: playbook.title, step, text, confidence };
    } else answer.others.push({ kind: item.kind, text: wordsOf(item), confidence });
  }
  return answer;
}

/** What the agent would have seen of a kind; two that are alike look the same but for how sure they are. */
function seen({ reply, articles, nextStep, others }: ReplayAnswer, kind: SuggestionKind): string {
  if (kind === 'reply') return reply?.text ?? '';
  if (kind === 'article') return articles.map(({ id, quote }) => `${id} ${quote}`).join('\n');
  if (kind === 'next-step') return nextStep ? `${nextStep.playbookId} ${nextStep.step}` : '';
  return others.flatMap((one) => (one.kind === kind ? [`${kind} ${one.text}`] : [])).join('\n');
}

/** The kinds of which the agent would have seen something else. Confidence alone is no difference. */
export function findDiffering(now: ReplayAnswer, changed: ReplayAnswer): SuggestionKind[] {
  return suggestionKinds.filter((kind) => seen(now, kind) !== seen(changed, kind));
}
