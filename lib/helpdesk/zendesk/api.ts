import * as v from 'valibot';
import type { HelpdeskApi, KnowledgePage, RawArticle } from '../../core/helpdesk';
import { fail, ok, type Result } from '../../core/result';
import type { ApiClient } from '../api-client';
import { partByAge } from '../changed-since';
import { htmlText } from '../text';
import * as schema from './api-schema';
import { readHistory } from './history';
import { toMacro } from './macros';
import { nextPath } from './paging';

/** Audiences and previews change seldom; asking once for a burst of uses is enough. */
const segmentsAgeMs = 600_000;
const previewAgeMs = 60_000;
/** By creation, which never changes: an article that is edited meanwhile does not move to a page that was read before. */
const articlesPath =
  '/api/v2/help_center/articles.json?page[size]=25&include=sections,categories,translations&sort_by=created_at&sort_order=asc';
const macrosPath = '/api/v2/macros/active.json?page[size]=25';

type Options = { signal: AbortSignal };

const cursorSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ kind: v.picklist(['articles', 'macros']), path: v.pipe(v.string(), v.startsWith('/api/v2/')) }),
);
type Cursor = v.InferOutput<typeof cursorSchema>;

type Names = Map<number, string>;

/** Names of sections by id, with their category in front. */
function sectionNames({ sections, categories }: v.InferOutput<typeof schema.articles>): Names {
  const outer: Names = new Map((categories ?? []).map(({ id, name }) => [id, name]));
  return new Map(
    (sections ?? []).map(({ id, name, category_id }) => [
      id,
      [outer.get(category_id ?? -1), name].filter(Boolean).join(' › '),
    ]),
  );
}

/** One language of an article: its own, or one that it was translated into. */
type Version = { id: string; article: schema.Article; text: schema.Article | schema.Translation };

/** Every language of the articles; a translation is known by `<article>-<locale>`. */
function toVersions({ articles, translations }: v.InferOutput<typeof schema.articles>): Version[] {
  return articles.flatMap((article) => {
    const id = String(article.id);
    const others = article.translations ?? (translations ?? []).filter(({ source_id }) => source_id === article.id);
    const shown = others.filter(({ locale, hidden }) => locale && locale !== article.locale && hidden !== true);
    return [
      { id, article, text: article },
      ...shown.map((text) => ({ id: `${id}-${text.locale?.toLowerCase()}`, article, text })),
    ];
  });
}

function toArticle({ id, article, text }: Version, sections: Names, isStaffOnly: (id: number) => boolean): RawArticle {
  const section = sections.get(article.section_id ?? -1);
  return {
    id,
    title: text.title ?? '',
    html: text.body ?? '',
    labels: article.label_names ?? [],
    isDraft: isDraft({ article, text }),
    isInternal: typeof article.user_segment_id === 'number' && isStaffOnly(article.user_segment_id),
    ...(text.html_url ? { url: text.html_url } : {}),
    ...(section ? { section } : {}),
    ...(text.locale ? { locale: text.locale } : {}),
    ...(text.updated_at ? { updatedAt: text.updated_at } : {}),
  };
}

/** A translation of a draft is none that customers see. */
const isDraft = ({ article, text }: Pick<Version, 'article' | 'text'>) => article.draft === true || text.draft === true;

const page = (part: Partial<KnowledgePage>): Result<KnowledgePage> =>
  ok({ articles: [], macros: [], cursor: null, total: null, problems: [], ...part });

/** Which restricted audiences are staff only. Unknown ones count as staff only: better silent than quoting them to a customer. */
async function readSegments(client: ApiClient, options: Options): Promise<(id: number) => boolean> {
  const asking = { ...options, maxAgeMs: segmentsAgeMs };
  const answer = await client.get('/api/v2/help_center/user_segments.json?per_page=100', schema.segments, asking);
  if (!answer.ok) return () => true;
  const open = new Set(
    answer.value.value.user_segments.filter(({ user_type }) => user_type === 'signed_in_users').map(({ id }) => id),
  );
  return (id) => !open.has(id);
}

type ReadOptions = Options & { since?: string };
const toMacros: Cursor = { kind: 'macros', path: macrosPath };

async function readArticles(
  client: ApiClient,
  path: string,
  { since, signal }: ReadOptions,
): Promise<Result<KnowledgePage>> {
  const answer = await client.get(path, schema.articles, { signal });
  if (!answer.ok) {
    const { kind, message } = answer.error;
    if (kind !== 'not-found' && kind !== 'forbidden') return answer;
    const problem =
      kind === 'not-found' ? 'This account has no Help Center: macros only.' : `Help Center articles: ${message}`;
    return page({ cursor: JSON.stringify(toMacros), problems: [problem], partial: ['article'] });
  }
  const { articles, count } = answer.value.value;
  const isStaffOnly = articles.some(({ user_segment_id }) => typeof user_segment_id === 'number')
    ? await readSegments(client, { signal })
    : () => false;
  const names = sectionNames(answer.value.value);
  const versions = toVersions(answer.value.value).map((version) => ({ ...version, updated_at: updatedAt(version) }));
  const { changed, same } = partByAge(versions, since);
  const next = nextPath(answer.value.value, location.origin);
  return page({
    articles: changed.map((version) => toArticle(version, names, isStaffOnly)),
    seen: { articles: same.filter((version) => !isDraft(version)).map(({ id }) => id), macros: [] },
    cursor: JSON.stringify(next === undefined ? toMacros : { kind: 'articles', path: next }),
    total: count ?? null,
  });
}

/** A translation changes with its article too: sections, labels and audiences are the article's. */
function updatedAt({ article, text }: Version): string | undefined {
  const times = [article.updated_at, text.updated_at].flatMap((time) => time ?? []);
  return times.toSorted((one, other) => Date.parse(other) - Date.parse(one))[0];
}

/** Names of groups by id; none where the agent may not read them. */
async function readGroups(client: ApiClient, options: Options): Promise<ReadonlyMap<string, string>> {
  const asking = { ...options, maxAgeMs: segmentsAgeMs };
  const answer = await client.get('/api/v2/groups.json?per_page=100', schema.groups, asking);
  return new Map(answer.ok ? answer.value.value.groups.map(({ id, name }) => [String(id), name]) : []);
}

async function readMacros(
  client: ApiClient,
  path: string,
  { since, signal }: ReadOptions,
): Promise<Result<KnowledgePage>> {
  const answer = await client.get(path, schema.macros, { signal });
  if (!answer.ok) return answer;
  const { macros, count, ...paging } = answer.value.value;
  const usesGroups = macros.some(({ actions }) => actions.some(({ field }) => field === 'group_id'));
  const groups = usesGroups ? await readGroups(client, { signal }) : new Map<string, string>();
  const next = nextPath(paging, location.origin);
  const { changed, same } = partByAge(macros, since);
  return page({
    macros: changed.flatMap((macro) => toMacro(macro, groups) ?? []),
    seen: { articles: [], macros: same.filter(({ active }) => active !== false).map(({ id }) => String(id)) },
    cursor: next === undefined ? null : JSON.stringify({ kind: 'macros', path: next } satisfies Cursor),
    total: count ?? null,
  });
}

/** What the macro would write on this ticket; one that writes a private note is refused, since the text may become a reply. */
async function previewMacro(
  client: ApiClient,
  { ticketId, macroId }: { ticketId: string; macroId: string },
  options: Options,
): Promise<Result<{ text: string; html?: string }>> {
  const path = `/api/v2/tickets/${encodeURIComponent(ticketId)}/macros/${encodeURIComponent(macroId)}/apply.json`;
  const answer = await client.get(path, schema.macroPreview, { ...options, maxAgeMs: previewAgeMs });
  if (!answer.ok) return answer;
  const comment = answer.value.value.result.ticket?.comment ?? answer.value.value.result.comment;
  if (comment?.public === false) return fail('note', 'This macro writes an internal note, not a reply.');
  const scoped = comment?.scoped_body ?? [];
  const scopedText = (scoped.find(([channel]) => channel === 'channel:all') ?? scoped[0])?.[1];
  const text = comment?.body ?? scopedText ?? (comment?.html_body ? htmlText(comment.html_body) : '');
  if (text.trim() === '') return fail('empty', 'This macro writes no reply.');
  return ok({ text, ...(comment?.html_body ? { html: comment.html_body } : {}) });
}

/** Zendesk's same-origin API, read only. Cursors name the next page's path, so a stopped import resumes at any page. */
export function createZendeskApi(client: ApiClient): HelpdeskApi {
  return {
    async readKnowledge(cursor, options) {
      if (cursor === null) return readArticles(client, articlesPath, options);
      const parsed = v.safeParse(cursorSchema, cursor);
      if (!parsed.success) return fail('bad-cursor', 'The import cannot go on from here: start it anew.');
      const { kind, path } = parsed.output;
      return kind === 'articles' ? readArticles(client, path, options) : readMacros(client, path, options);
    },
    readHistory: (ticketId, options) => readHistory(client, ticketId, options),
    previewMacro: (ticketId, macroId, options) => previewMacro(client, { ticketId, macroId }, options),
  };
}
