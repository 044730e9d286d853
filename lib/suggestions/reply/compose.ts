import type { ReplySuggestion, Source } from '../../core/suggestion';
import type { SuggestContext } from '../define-suggestion';
import { greet, isClosing, opensWithGreeting } from '../phrases';
import type { Draft } from './draft';
import { toHtml } from './html';
import { firstNameOf } from './names';
import { fillPlaceholders, type PlaceholderValues } from './placeholders';

/** The settings' signature, filled; empty in chats, where nobody signs, and when it cannot be filled. */
function signatureOf({ ticket, settings }: SuggestContext, values: PlaceholderValues): string {
  if (ticket.channel === 'messaging') return '';
  return (fillPlaceholders(settings.signature, values) ?? '').trim();
}

/** A greeting, unless the draft has one or the chat is under way. */
function greetingOf({ ticket, settings }: SuggestContext, draft: Draft): string {
  if (opensWithGreeting(draft.text)) return '';
  if (ticket.channel === 'messaging' && ticket.messages.some(({ role }) => role === 'agent')) return '';
  return greet(draft.language, settings.tone, firstNameOf(ticket.requester.name));
}

/** True when one of the last lines closes the letter already, or the signature's own first line stands there. */
function isSigned(text: string, signature: string): boolean {
  const tail = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-3);
  const first = signature.split('\n')[0]?.trim();
  return tail.some((line) => isClosing(line) || line.trim() === first);
}

/** Sources without repeats, and the place of each sentence's source among them. */
function indexSources(draft: Draft): { sources: Source[]; sentences: { text: string; source: number | null }[] } {
  const sources: Source[] = [];
  const sentences = draft.parts.map(({ text, source }) => {
    const known = sources.findIndex(({ start, end }) => start === source.start && end === source.end);
    if (known < 0) sources.push(source);
    return { text, source: known < 0 ? sources.length - 1 : known };
  });
  return { sources, sentences };
}

/** The whole reply: greeting, the source's words, signature. Text and HTML say the same. */
export function composeReply(
  draft: Draft,
  alternative: { index: number; count: number },
  { context, values }: { context: SuggestContext; values: PlaceholderValues },
): ReplySuggestion {
  const greeting = greetingOf(context, draft);
  const signature = signatureOf(context, values);
  const ending = signature !== '' && !isSigned(draft.text, signature) ? signature : '';
  const html = [toHtml(greeting), draft.html, toHtml(ending)].join('');
  const { sources, sentences } = indexSources(draft);
  const { hit, confidence } = draft.ranked;
  const own = (text: string) => (text === '' ? [] : [{ text, source: null }]);
  return {
    kind: 'reply',
    id: `reply|${hit.ownerKind}|${hit.ownerId}`,
    confidence,
    sources,
    text: [greeting, draft.text, ending].filter((part) => part !== '').join('\n\n'),
    html,
    sentences: [...own(greeting), ...sentences, ...own(ending)],
    language: draft.language,
    alternative,
  };
}
