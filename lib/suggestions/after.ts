import type { AfterKind, AfterSuggestion, Source } from '../core/suggestion';
import { toTurns } from '../core/ticket';
import type { Outcome, SuggestContext } from './define-suggestion';
import { noticeFor } from './notice';
import { greet } from './phrases';
import { toHtml } from './reply/html';
import { firstNameOf } from './reply/names';
import { fillPlaceholders, placeholderValues } from './reply/placeholders';
import { type Quoted, readStage, type Stage } from './stage';
import { pickWording, type Variants, type Wording, wordingOf } from './wording/wording';

/** What a kind after the answer says: its lines, and the sentences of the conversation that stand in them. */
type Said = { lines: string[]; quotes: Quoted[] };

/** The words of the conversation's language, and one wording of something in the house tone. */
export type Speech = { wording: Wording; pick(variants: Variants): string };

/** Language of the conversation: the customer's where it is plain, else the agent's. */
function languageOf({ signals: { current }, ticket, deps }: SuggestContext): string {
  const isPlain = current && current.absent !== 'language-unsure' && current.language.code !== 'und';
  if (isPlain) return current.language.code;
  const said = toTurns(ticket.messages).findLast(({ role }) => role === 'agent' || role === 'customer');
  const told = deps.text.detectLanguage(said?.text ?? '');
  return told === 'und' ? 'en' : told;
}

function toSource({ text, messageId, turn, start, end }: Quoted): Source {
  return { kind: 'message', id: messageId, title: String(turn), quote: text, start, end };
}

/** A letter around the lines; chats get the lines alone. */
function frame(
  lines: string[],
  context: SuggestContext,
  { language, notice }: { language: string; notice: string },
): string {
  const { ticket, settings } = context;
  if (ticket.channel === 'messaging') return [lines.join('\n'), notice].filter((part) => part !== '').join('\n\n');
  const greeting = greet(
    language,
    settings.tone === 'warm' ? 'neutral' : settings.tone,
    firstNameOf(ticket.requester.name),
  );
  const signature = fillPlaceholders(settings.signature, placeholderValues(ticket, settings.agentName)) ?? '';
  return [greeting, lines.join('\n'), notice, signature.trim()].filter((part) => part !== '').join('\n\n');
}

/**
 * A suggestion of one kind after the answer. `say` answers undefined where the moment is wrong. `look`: how it is written:
 * as a letter, as a line to add to one, or as a note, which goes into an internal note only.
 */
export async function suggestAfter(
  context: SuggestContext,
  { kind, look }: { kind: AfterKind; look: 'letter' | 'line' | 'note' },
  say: (stage: Stage, speech: Speech) => Said | undefined,
): Promise<Outcome> {
  const language = languageOf(context);
  const wording = wordingOf(language);
  const stage = readStage(context);
  if (stage.kind === 'none') return { silent: 'not-now' };
  if (!wording) return { silent: 'language-unsupported' };
  const seed = `${context.ticket.id}|${context.ticket.messages.length}|${kind}`;
  const said = say(stage, { wording, pick: (variants) => pickWording(variants, context.settings.tone, seed) });
  if (!said || said.lines.length === 0) return { silent: 'not-now' };
  const own = said.lines.join('\n');
  const notice = look === 'note' ? undefined : noticeFor(own, { ...context, language });
  const text =
    look === 'letter'
      ? frame(said.lines, context, { language, notice: notice?.text ?? '' })
      : [own, ...(notice ? [notice.text] : [])].join('\n\n');
  const item: AfterSuggestion = {
    kind,
    id: [kind, context.ticket.id, context.ticket.messages.length].join('|'),
    confidence: 1,
    sources: said.quotes.map(toSource),
    target: look === 'note' ? 'note' : 'public',
    text,
    html: toHtml(text),
    language,
    ...(notice ? { notice } : {}),
  };
  return { items: [item] };
}
