import type { Source } from '../../core/suggestion';
import type { SuggestContext } from '../define-suggestion';
import { withoutNotice } from '../notice';
import { isClosing, opensWithGreeting } from '../phrases';
import type { Ranked } from '../rank';
import { extractAnswer } from './extract';
import { escapeHtml, toHtml } from './html';
import { findAddresses, linkLine, listAddresses, writeAddresses } from './links';
import { isAboutOneCase } from './one-case';
import { countPlaceholders, createFill, type PlaceholderValues } from './placeholders';

/** The body of a reply made of one source, before greeting and signature. */
export type Draft = {
  ranked: Ranked;
  text: string;
  /** HTML of the body. Its links read as titles; the text has the address of each in brackets. */
  html: string;
  /** Each sentence with where it stands in the source. */
  parts: { text: string; source: Source }[];
  language: string;
  /** Web addresses of the source that stand in its HTML alone. */
  links: readonly string[];
  /** All that the source says, of which the draft may be a part. */
  sourceText: string;
};

/** Why a source gives no draft. */
export type NoDraft = 'placeholder-unfilled' | 'not-for-customers';

export type Read = { context: SuggestContext; values: PlaceholderValues };

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
  const addresses = macro.html === undefined ? [] : findAddresses(macro.html, macro.text);
  const text = fill(writeAddresses(macro.text, addresses))?.trim();
  // Text and HTML hold the same placeholders in the same order, else the text alone is used.
  const isSame = macro.html !== undefined && countPlaceholders(macro.html) === countPlaceholders(macro.text);
  const html = isSame ? fill(macro.html ?? '', 0, escapeHtml) : undefined;
  if (text === undefined) return 'placeholder-unfilled';
  const parts = read.context.deps.text.splitSentences(macro.text).flatMap((span) => {
    const filled = fill(
      writeAddresses(macro.text, addresses, span.start, span.end),
      countPlaceholders(macro.text.slice(0, span.start)),
    )?.trim();
    return filled ? [{ text: filled, source: sourceAt(ranked, 'macro', macro.text, span) }] : [];
  });
  return {
    ranked,
    text,
    html: html ?? (await htmlOf(text, ranked, read)),
    parts,
    language: languageOf(text, read),
    links: addresses.map(({ url }) => url),
    sourceText: macro.text,
  };
}

/** The body as HTML with its web addresses as links, those to articles of the same source by their titles. */
export async function htmlOf(text: string, { hit }: Ranked, { context }: Read): Promise<string> {
  const source = hit.ownerId.slice(0, Math.max(0, hit.ownerId.lastIndexOf('#')));
  const titles = new Map<string, string>();
  for (const url of listAddresses(text)) {
    // A help centre goes by more than one host, so an article is known by the number in its address.
    const number = /\/articles\/(\d+)/.exec(url)?.[1];
    const article = number && (await context.deps.knowledge.readArticle(`${source}#${number}`));
    if (article && !article.isInternal) titles.set(url, article.title);
  }
  return toHtml(text, (line) => linkLine(line, titles));
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
  const html = await htmlOf(text, ranked, read);
  const language = languageOf(text, read, article.locale);
  return { ranked, text, html, parts, language, links: [], sourceText: article.text };
}

async function fromPast(ranked: Ranked, read: Read): Promise<Draft | NoDraft> {
  const past = await read.context.deps.knowledge.readPastTicket(ranked.hit.ownerId);
  const reply = past?.reply;
  const { settings } = read.context;
  if (!reply || reply.includes('{{')) return 'not-for-customers';
  // Greeting and closing of a past reply name other people.
  const spans = lineSpans(reply);
  const first = spans.findIndex(({ start, end }) => !opensWithGreeting(reply.slice(start, end)));
  const closing = spans.findIndex(({ start, end }, index) => index > 0 && isClosing(reply.slice(start, end)));
  const body = spans.slice(Math.max(0, first), closing < 0 ? undefined : closing);
  const [from, to] = [body[0]?.start, body.at(-1)?.end];
  if (first < 0 || from === undefined || to === undefined) return 'not-for-customers';
  const all = read.context.deps.text.splitSentences(reply.slice(from, to)).map(({ start, end }) => {
    const source = sourceAt(ranked, 'past', reply, { start: from + start, end: from + end });
    return { text: source.quote, source };
  });
  const parts = all.filter((part) => !isAboutOneCase(part.text) && withoutNotice(part.text, settings) !== '');
  // What is left of a reply that was mostly about one customer would not hang together.
  if (parts.length === 0 || parts.length < (2 / 3) * all.length) return 'not-for-customers';
  const text = parts.length === all.length ? reply.slice(from, to) : parts.map((part) => part.text).join(' ');
  const html = await htmlOf(text, ranked, read);
  return { ranked, text, html, parts, language: languageOf(text, read), links: [], sourceText: text };
}

/** Lines that say something, with their offsets. */
function lineSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/\S[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
  }));
}
