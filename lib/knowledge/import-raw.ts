import type { RawArticle, RawMacro } from '../core/helpdesk';
import type { Article, Macro, Passage, PastTicket, SourceId } from '../core/knowledge';
import { isNestedTooDeep } from '../core/nesting';
import { fail, ok, type Result } from '../core/result';
import type { OwnerKind, PassageOwner, PassageSet } from '../core/stores';
import { articleSizes, type ChunkSizes, chunkPage, macroSizes, type PassageSpan } from './chunk';
import { hashParts } from './hash';
import { type PageText, readHtml, readPlain } from './html';

/** An item with its passages, ready to be embedded and stored. `set.vectors` is null. */
export type Prepared<T> = { item: T; set: PassageSet };

/** Makes HTML safe to show and insert. Without one, macros keep their plain text only. */
export type Sanitise = (html: string) => string;

/** Goes into every content hash: a change here makes the next import cut all items anew. */
const chunkVersion = '1';

/**
 * Turns a helpdesk's article into an `Article` and its passages. `page` is given where the content is no HTML.
 * Fails with `draft` for drafts, `empty` for articles without text and `too-deep`.
 */
export function prepareArticle(raw: RawArticle, source: SourceId, page?: PageText): Result<Prepared<Article>> {
  if (raw.isDraft) return fail('draft', `“${raw.title}” is a draft`);
  if (!page && isNestedTooDeep(raw.html)) return tooDeep(raw.title || raw.id);
  const { text, blocks } = page ?? readHtml(raw.html);
  const title = raw.title.trim() || firstLine(text);
  if (text.trim() === '') return fail('empty', `“${title || raw.id}” has no text`);
  const { url, section, locale, updatedAt } = raw;
  const item: Article = {
    id: `${source}#${raw.id}`,
    source,
    title,
    text,
    labels: [...raw.labels],
    isInternal: raw.isInternal,
    ...(url === undefined ? {} : { url }),
    ...(section === undefined ? {} : { section }),
    ...(locale === undefined ? {} : { locale: locale.toLowerCase() }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
  return ok(articleWithPassages(item, chunkPage({ text, blocks }, articleSizes, title)));
}

/** What nobody wrote by hand, and what would hold up the engine. */
export function tooDeep(title: string): Result<never> {
  return fail('too-deep', `“${title}” is nested deeper than any page is`);
}

/** An article with its passages; without `spans` they are cut from its plain text. */
export function articleWithPassages(item: Article, spans?: PassageSpan[]): Prepared<Article> {
  const owner: PassageOwner = { id: item.id, kind: 'article', source: item.source, title: item.title };
  if (item.url !== undefined) owner.url = item.url;
  if (item.locale !== undefined) owner.locale = item.locale;
  if (item.section !== undefined) owner.section = item.section;
  if (item.labels.length > 0) owner.labels = item.labels;
  return { item, set: createSet(owner, item.text, spans ?? cutPlain(item.text, articleSizes, item.title)) };
}

/**
 * Turns a helpdesk's macro into a `Macro` and its passages; its HTML is sanitised, or dropped without a sanitiser. One that
 * only changes fields has no text and no passages. Fails with `inactive`, `empty` and `too-deep`.
 */
export function prepareMacro(raw: RawMacro, source: SourceId, sanitise?: Sanitise): Result<Prepared<Macro>> {
  if (!raw.isActive) return fail('inactive', `“${raw.title}” is switched off`);
  if (raw.html && isNestedTooDeep(raw.html)) return tooDeep(raw.title || raw.id);
  const page = raw.html?.trim() ? readHtml(raw.html) : readPlain(raw.text ?? '');
  const actions = raw.actions ?? [];
  if (page.text.trim() === '' && actions.length === 0) return fail('empty', `“${raw.title || raw.id}” has no text`);
  const html = raw.html?.trim() && sanitise ? sanitise(raw.html) : undefined;
  const item: Macro = {
    id: `${source}#${raw.id}`,
    source,
    title: raw.title.trim() || firstLine(page.text),
    text: page.text,
    isNote: raw.isNote,
    tags: [...raw.tags],
    ...(raw.category === undefined ? {} : { category: raw.category }),
    ...(actions.length > 0 ? { actions: [...actions] } : {}),
    ...(html ? { html } : {}),
    ...(raw.updatedAt === undefined ? {} : { updatedAt: raw.updatedAt }),
  };
  return ok(macroWithPassages(item, chunkPage(page, macroSizes, item.title)));
}

/** A macro with its passages; without `spans` they are cut from its plain text. */
export function macroWithPassages(item: Macro, spans?: PassageSpan[]): Prepared<Macro> {
  const owner: PassageOwner = { id: item.id, kind: 'macro', source: item.source, title: item.title };
  if (item.tags.length > 0) owner.labels = item.tags;
  return { item, set: createSet(owner, item.text, spans ?? cutPlain(item.text, macroSizes, item.title)) };
}

/** A past ticket as searchable passages: what the customer asked. */
export function pastTicketPassages(ticket: PastTicket): PassageSet {
  const owner: PassageOwner = { id: ticket.id, kind: 'past', source: ticket.source, title: ticket.subject };
  return createSet(owner, ticket.question, cutPlain(ticket.question, macroSizes, ticket.subject));
}

/** The text of passages of stored `spans`; undefined when they do not fit the text, as in an edited export. */
export function checkSpans(text: string, spans: PassageSpan[]): PassageSpan[] | undefined {
  const fits = spans.every(
    ({ start, end }, index) =>
      start >= (spans[index - 1]?.end ?? 0) && end <= text.length && text.slice(start, end).trim() !== '',
  );
  return fits && spans.length > 0 ? spans : undefined;
}

function cutPlain(text: string, sizes: ChunkSizes, title: string): PassageSpan[] {
  return chunkPage(readPlain(text), sizes, title);
}

function createSet(owner: PassageOwner, text: string, spans: PassageSpan[]): PassageSet {
  const layout = spans.map(({ start, end, heading }) => `${start}-${end} ${heading}`).join('\n');
  return {
    owner,
    hash: hashOf(owner, [text, layout]),
    passages: spans.map((span, index) => toPassage(owner, text, { ...span, index })),
    model: '',
    vectors: null,
  };
}

/** Hash of all that is embedded or shown; after a point that of what only search asks for, where there is any. */
function hashOf({ title, url, locale, section, labels }: PassageOwner, content: string[]): string {
  const text = hashParts([chunkVersion, title, url, locale, ...content]);
  return section === undefined && !labels ? text : `${text}.${hashParts([section, ...(labels ?? [])])}`;
}

/** Whether both hashes are of the same text, whatever its section and labels. */
export function isTextOf(hash: string, other: string | undefined): boolean {
  return hash.split('.')[0] === other?.split('.')[0];
}

function toPassage(
  owner: { id: string; kind: OwnerKind },
  text: string,
  span: PassageSpan & { index: number },
): Passage {
  const { start, end, heading, index } = span;
  const id = `${owner.kind}:${owner.id}:${index}`;
  return { id, ownerId: owner.id, ownerKind: owner.kind, heading, start, end, text: text.slice(start, end) };
}

function firstLine(text: string): string {
  return (text.trim().split('\n')[0] ?? '').replace(/^#+\s*/, '').slice(0, 120);
}
