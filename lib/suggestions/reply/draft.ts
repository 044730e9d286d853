import type { Source } from '../../core/suggestion';
import type { SuggestContext } from '../define-suggestion';
import { isClosing, opensWithGreeting } from '../phrases';
import type { Ranked } from '../rank';
import { extractAnswer } from './extract';
import { escapeHtml } from './html';
import { countPlaceholders, createFill, type PlaceholderValues } from './placeholders';

/** The body of a reply made of one source, before greeting and signature. */
export type Draft = {
  ranked: Ranked;
  text: string;
  /** HTML of the body where the source is rich and safe; absent: made of the text. */
  html?: string;
  /** Each sentence with where it stands in the source. */
  parts: { text: string; source: Source }[];
  language: string;
};

/** Why a source gives no draft. */
export type NoDraft = 'placeholder-unfilled' | 'not-for-customers';

type Read = { context: SuggestContext; values: PlaceholderValues };

/** The draft that a ranked source gives, read from the store. */
export function readDraft(ranked: Ranked, read: Read): Promise<Draft | NoDraft> {
  if (ranked.hit.ownerKind === 'macro') return fromMacro(ranked, read);
  return ranked.hit.ownerKind === 'article' ? fromArticle(ranked, read) : fromPast(ranked, read);
}

function languageOf(text: string, { context }: Read, locale?: string): string {
  const own = locale?.split(/[-_]/)[0] ?? context.deps.text.detectLanguage(text);
  return own === 'und' ? 'en' : own;
}

function sourceAt(ranked: Ranked, kind: Source['kind'], text: string, span: { start: number; end: number }): Source {
  const { hit } = ranked;
  const source: Source = { kind, id: hit.ownerId, title: hit.title, quote: text.slice(span.start, span.end), ...span };
  return hit.url ? { ...source, url: hit.url } : source;
}

async function fromMacro(ranked: Ranked, read: Read): Promise<Draft | NoDraft> {
  const macro = await read.context.deps.knowledge.readMacro(ranked.hit.ownerId);
  if (!macro || macro.isNote || macro.text.trim() === '') return 'not-for-customers';
  const fill = createFill(macro.text, read.values);
  const text = fill(macro.text);
  // Text and HTML hold the same placeholders in the same order, else the text alone is used.
  const isSame = macro.html !== undefined && countPlaceholders(macro.html) === countPlaceholders(macro.text);
  const html = isSame ? fill(macro.html ?? '', 0, escapeHtml) : undefined;
  if (text === undefined) return 'placeholder-unfilled';
  const parts = read.context.deps.text.splitSentences(macro.text).flatMap((span) => {
    const filled = fill(
      macro.text.slice(span.start, span.end),
      countPlaceholders(macro.text.slice(0, span.start)),
    )?.trim();
    return filled ? [{ text: filled, source: sourceAt(ranked, 'macro', macro.text, span) }] : [];
  });
  const draft: Draft = { ranked, text: text.trim(), parts, language: languageOf(text, read) };
  return html === undefined ? draft : { ...draft, html };
}

async function fromArticle(ranked: Ranked, read: Read): Promise<Draft | NoDraft> {
  const article = await read.context.deps.knowledge.readArticle(ranked.hit.ownerId);
  if (!article || article.isInternal) return 'not-for-customers';
  const { passage } = ranked.hit;
  const spans = extractAnswer(ranked.hit, ranked.query, read.context.deps.text);
  const parts = spans.map(({ start, end }) => {
    const span = { start: passage.start + start, end: passage.start + end };
    return { text: passage.text.slice(start, end), source: sourceAt(ranked, 'article', article.text, span) };
  });
  // The article changed since it was indexed: its sentences could no longer be shown as literal quotes.
  if (parts.length === 0 || parts.some((part) => part.source.quote !== part.text)) return 'not-for-customers';
  const text = passage.text.slice(spans[0]?.start, spans.at(-1)?.end);
  return { ranked, text, parts, language: languageOf(text, read, article.locale) };
}

/** What stands where personal data stood before a past reply was stored. */
const redacted = /\[(email|phone|credit_card|iban|national_id|ip|postal_address|person_name|date_of_birth)\]/;

async function fromPast(ranked: Ranked, read: Read): Promise<Draft | NoDraft> {
  const past = await read.context.deps.knowledge.readPastTicket(ranked.hit.ownerId);
  const reply = past?.reply;
  if (!reply || redacted.test(reply) || reply.includes('{{')) return 'not-for-customers';
  // Greeting and closing of a past reply name other people.
  const spans = lineSpans(reply);
  const first = spans.findIndex(({ start, end }) => !opensWithGreeting(reply.slice(start, end)));
  const closing = spans.findIndex(({ start, end }, index) => index > 0 && isClosing(reply.slice(start, end)));
  const body = spans.slice(Math.max(0, first), closing < 0 ? undefined : closing);
  const [from, to] = [body[0]?.start, body.at(-1)?.end];
  if (first < 0 || from === undefined || to === undefined) return 'not-for-customers';
  const text = reply.slice(from, to);
  const parts = read.context.deps.text.splitSentences(text).map(({ start, end }) => {
    const source = sourceAt(ranked, 'past', reply, { start: from + start, end: from + end });
    return { text: source.quote, source };
  });
  return { ranked, text, parts, language: languageOf(text, read) };
}

/** Lines that say something, with their offsets. */
function lineSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
}
