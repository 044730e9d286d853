import type { Emotion } from '../../core/signals';
import { type Ticket, toTurns } from '../../core/ticket';
import type { SuggestContext } from '../define-suggestion';
import { type Feeling, pickWording, wordingOf } from '../wording/wording';

/** Emotions that call for a line; the calm and the pleased need none. */
const feelings: Partial<Record<Emotion, Feeling>> = {
  anger: 'upset',
  frustration: 'upset',
  disappointment: 'letDown',
  worry: 'worried',
  confusion: 'confused',
};

/** Words of regret or understanding, in a source or in what the agent wrote before. */
const says =
  /\b(?:sorry|apolog\p{L}*|regret\p{L}*|i (?:can )?(?:completely |fully |totally )?(?:understand|see) (?:how|your|the|that)|must be (?:frustrating|annoying)|tut (?:mir|uns)(?: \p{L}+)? leid|entschuldig\p{L}*|bedauer\p{L}*|verständnis|siento|sentimos|lament\p{L}*|disculp\p{L}*|désolée?s?|excus\p{L}*|regrett\p{L}*|navrée?s?|desculp\p{L}*)(?!\p{L})|نأسف|آسف|نعتذر|أعتذر|عذرا|أتفهم|نتفهم|يؤسف/iu;

/** What the agent wrote last, before the customer's open turn. */
export function lastAgentText({ messages }: Ticket): string {
  return toTurns(messages).findLast(({ role }) => role === 'agent')?.text ?? '';
}

/** What one wording is picked by: another one each time the agent answers, the same one while the draft is looked at. */
export function wordingSeed({ ticket, alternative }: SuggestContext, what: string): string {
  const answers = toTurns(ticket.messages).filter(({ role }) => role === 'agent').length;
  return [ticket.id, answers, alternative, what].join('|');
}

/**
 * A line that meets what the customer feels, in the draft's language; empty where it would be wrong: nobody waits or all is
 * solved, the mood is calm, good or unknown, the source says it already, or the agent said it last time.
 */
export function empathyLine(context: SuggestContext, draft: { text: string; language: string }): string {
  const { current } = context.signals;
  const feeling = current?.emotion ? feelings[current.emotion.label] : undefined;
  const wording = wordingOf(draft.language);
  if (!context.turn || context.isResolved || !feeling || !wording) return '';
  if (current?.sentiment?.label === 'positive') return '';
  if (says.test(draft.text) || says.test(lastAgentText(context.ticket))) return '';
  return pickWording(wording.empathy[feeling], context.settings.tone, wordingSeed(context, feeling));
}
