import type { Tone } from '../../core/settings';
import type { NoticeLine, PastUse, ReplyStyle, ReplySuggestion, Source } from '../../core/suggestion';
import type { SuggestContext } from '../define-suggestion';
import { noticeFor } from '../notice';
import { greet, isClosing, opensWithGreeting } from '../phrases';
import { type FactKind, pickWording, wordingOf } from '../wording/wording';
import { type Block, ownBlock, type Part, splitLetter } from './blocks';
import { empathyLine, wordingSeed } from './courtesy';
import { type Draft, htmlOf, type Read } from './draft';
import { firstNameOf } from './names';
import { fillPlaceholders, type PlaceholderValues } from './placeholders';
import { restyleDraft } from './restyle';
import { factsOf, keepSupported } from './supported';

/** All that one reply is made of. */
export type Letter = {
  draft: Draft;
  /** Bodies of further sources, for questions that the draft leaves open. */
  more: Draft[];
  unanswered: string[];
  /** A fact to ask for. */
  missing?: FactKind;
  past?: PastUse;
};

const tones: Partial<Record<ReplyStyle, Tone>> = { warmer: 'warm', formal: 'formal' };
const thanks = /thank|dank|gracias|merci|obrigad|agradec|remerci|شكر/iu;

const toneOf = ({ settings, style }: SuggestContext): Tone => (style && tones[style]) ?? settings.tone;

/** The settings' signature, filled; empty in chats, where nobody signs, and when it cannot be filled. */
function signatureOf({ ticket, settings }: SuggestContext, values: PlaceholderValues): string {
  if (ticket.channel === 'messaging') return '';
  return (fillPlaceholders(settings.signature, values) ?? '').trim();
}

/** A greeting, unless the chat is under way. */
export function greetingFor(context: SuggestContext, language: string): string {
  const { ticket } = context;
  if (ticket.channel === 'messaging' && ticket.messages.some(({ role }) => role === 'agent')) return '';
  return greet(language, toneOf(context), firstNameOf(ticket.requester.name));
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
function indexSources(parts: readonly Part[]): Pick<ReplySuggestion, 'sources' | 'sentences'> {
  const sources: Source[] = [];
  const sentences = parts.map(({ text, source }) => {
    if (source === null) return { text, source };
    const known = sources.findIndex(
      ({ kind, id, start, end }) =>
        kind === source.kind && id === source.id && start === source.start && end === source.end,
    );
    if (known < 0) sources.push(source);
    return { text, source: known < 0 ? sources.length - 1 : known };
  });
  return { sources, sentences };
}

/** Lines of ours around the body: before it, and after it. Empty ones are left out. */
function ownLines(letter: Letter, context: SuggestContext): { before: string[]; after: string[] } {
  const { draft, missing } = letter;
  const { style } = context;
  const isChat = context.ticket.channel === 'messaging';
  const wording = wordingOf(draft.language);
  if (!wording) return { before: [], after: [] };
  const tone = toneOf(context);
  const pick = (name: 'ask' | 'onceKnown' | 'ifNot' | 'opening' | 'offer') =>
    pickWording(wording[name], tone, wordingSeed(context, name));
  const isFull = style === 'longer' || style === 'warmer';
  const canGreet = !opensWithGreeting(draft.text) || splitLetter(draft).greeting !== undefined;
  const empathy = style === 'shorter' || !canGreet ? '' : empathyLine(context, draft);
  const opening = style === 'longer' && canGreet && tone !== 'warm' && !thanks.test(draft.text) ? pick('opening') : '';
  const asked = missing ? [pick('ask').replace('%', () => wording.facts[missing])] : [];
  const isPlain = draft.ranked.hit.ownerKind === 'article' && style !== 'shorter' && !isChat;
  const next = missing
    ? isChat || style === 'shorter'
      ? ''
      : pick('onceKnown')
    : isPlain && !isFull
      ? pick('ifNot')
      : '';
  return {
    before: [opening, empathy].filter((line) => line !== ''),
    after: [[...asked, next].join(' ').trim(), isFull ? pick('offer') : ''].filter((line) => line !== ''),
  };
}

/** The draft in the wanted style, without what its source does not say; undefined when nothing may be said. */
async function finish(draft: Draft, { context, values }: Read): Promise<Draft | undefined> {
  const styled = context.style ? restyleDraft(draft, context.style) : draft;
  const sound = keepSupported(styled, factsOf(values));
  if (!sound) return undefined;
  return { ...sound, html: sound.html ?? (await htmlOf(sound.text, draft.ranked, { context, values })) };
}

/** The blocks of the letter in their order. */
function layOut(letter: Letter, { context, values }: Read): { blocks: Block[]; notice: NoticeLine | undefined } {
  const { draft, more } = letter;
  const said = [draft, ...more].map(({ text }) => text).join('\n');
  const notice = noticeFor(said, { ...context, language: draft.language });
  const { before, after } = ownLines(letter, context);
  const tone = context.style ? tones[context.style] : undefined;
  const isCut = before.length + after.length + more.length > 0 || tone !== undefined || notice !== undefined;
  const { greeting, body, closing } = isCut ? splitLetter(draft) : { body: draft };
  const own = greetingFor(context, draft.language);
  const head = greeting && !(tone && own) ? greeting : opensWithGreeting(body.text) ? ownBlock('') : ownBlock(own);
  const signature = signatureOf(context, values);
  const ending = signature !== '' && !isSigned(draft.text, signature) ? signature : '';
  const blocks = [head, ...before.map(ownBlock), body, ...more, ...after.map(ownBlock)];
  // Ahead of the closing: what comes after a signature is folded away by mail programs, or not read.
  const end = [ownBlock(notice?.text ?? ''), ...(closing ? [closing] : []), ownBlock(ending)];
  return { blocks: [...blocks, ...end].filter(({ text }) => text !== ''), notice };
}

function languageOfCustomer({ signals: { current } }: SuggestContext): string | undefined {
  const isKnown = current && current.absent !== 'language-unsure' && current.language.code !== 'und';
  return isKnown ? current.language.code : undefined;
}

/**
 * The whole reply: greeting, a line for what the customer feels, the sources' words, the question still to ask, what comes
 * next, signature. Text and HTML say the same. Undefined when the draft says what its source does not.
 */
export async function composeReply(
  letter: Letter,
  alternative: { index: number; count: number },
  read: Read,
): Promise<ReplySuggestion | undefined> {
  const { context } = read;
  const draft = await finish(letter.draft, read);
  if (!draft) return undefined;
  const more = (await Promise.all(letter.more.map((one) => finish(one, read)))).flatMap((one) => one ?? []);
  const { blocks, notice } = layOut({ ...letter, draft, more }, read);
  const { hit, confidence } = draft.ranked;
  const customer = languageOfCustomer(context);
  return {
    kind: 'reply',
    id: ['reply', hit.ownerKind, hit.ownerId, ...(context.style ? [context.style] : [])].join('|'),
    confidence,
    text: blocks.map(({ text }) => text).join('\n\n'),
    html: blocks.map(({ html }) => html).join(''),
    ...indexSources(blocks.flatMap(({ parts }) => parts)),
    language: draft.language,
    alternative,
    ...(context.style ? { style: context.style } : {}),
    ...(letter.unanswered.length > 0 ? { unanswered: letter.unanswered } : {}),
    ...(customer && customer !== draft.language ? { customerLanguage: customer } : {}),
    ...(letter.past ? { past: letter.past } : {}),
    ...(notice ? { notice } : {}),
  };
}
