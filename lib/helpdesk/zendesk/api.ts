import * as v from 'valibot';
import type { HelpdeskApi, KnowledgePage, RawArticle, RawMacro } from '../../core/helpdesk';
import { fail, ok, type Result } from '../../core/result';
import type { ApiClient } from '../api-client';
import { htmlText } from '../text';
import * as schema from './api-schema';
import { readHistory } from './history';
import { nextPath } from './paging';

/** Audiences and previews change seldom; asking once for a burst of uses is enough. */
const segmentsAgeMs = 600_000;
const previewAgeMs = 60_000;
const articlesPath =
  '/api/v2/help_center/articles.json?page[size]=25&include=sections&sort_by=updated_at&sort_order=desc';
const macrosPath = '/api/v2/macros/active.json?page[size]=25';

type Options = { signal: AbortSignal };

const cursorSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ kind: v.picklist(['articles', 'macros']), path: v.pipe(v.string(), v.startsWith('/api/v2/')) }),
);
type Cursor = v.InferOutput<typeof cursorSchema>;

function isOlder(updatedAt: string | null | undefined, since: string | undefined): boolean {
  return since !== undefined && typeof updatedAt === 'string' && Date.parse(updatedAt) <= Date.parse(since);
}

function toArticle(
  article: schema.Article,
  sections: Map<number, string>,
  isStaffOnly: (id: number) => boolean,
): RawArticle {
  const section = sections.get(article.section_id ?? -1);
  return {
    id: String(article.id),
    title: article.title ?? '',
    html: article.body ?? '',
    labels: article.label_names ?? [],
    isDraft: article.draft === true,
    isInternal: typeof article.user_segment_id === 'number' && isStaffOnly(article.user_segment_id),
    ...(article.html_url ? { url: article.html_url } : {}),
    ...(section ? { section } : {}),
    ...(article.locale ? { locale: article.locale } : {}),
    ...(article.updated_at ? { updatedAt: article.updated_at } : {}),
  };
}

/** The text of an action value: a string or `["channel:all", text]`. */
function channelText(value: unknown): { channel: string; text: string } | undefined {
  if (typeof value === 'string') return { channel: 'channel:all', text: value };
  if (!Array.isArray(value)) return undefined;
  const [channel, text]: unknown[] = value;
  return typeof channel === 'string' && typeof text === 'string' ? { channel, text } : undefined;
}

function actionText(actions: schema.Macro['actions'], field: string): string | undefined {
  const texts = actions.flatMap((action) => (action.field === field ? (channelText(action.value) ?? []) : []));
  const best =
    texts.find(({ channel }) => channel === 'channel:all') ?? texts.find(({ channel }) => channel === 'channel:web');
  return (best ?? texts[0])?.text;
}

/** The macro as a reply; undefined when it only sets fields. */
function toMacro(macro: schema.Macro): RawMacro | undefined {
  const text = actionText(macro.actions, 'comment_value');
  const html = actionText(macro.actions, 'comment_value_html');
  if (!text?.trim() && !html?.trim()) return undefined;
  const isPublic =
    actionText(macro.actions, 'comment_mode_is_public') ??
    macro.actions.find((action) => action.field === 'comment_mode_is_public')?.value;
  const tags = ['current_tags', 'set_tags'].flatMap((field) => actionText(macro.actions, field)?.split(/\s+/) ?? []);
  return {
    id: String(macro.id),
    title: macro.title ?? '',
    ...(html ? { html } : {}),
    ...(text ? { text } : {}),
    isNote: isPublic === 'false' || isPublic === false,
    isActive: macro.active !== false,
    tags: tags.filter((tag) => tag !== ''),
    ...(macro.updated_at ? { updatedAt: macro.updated_at } : {}),
  };
}

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
    return page({ cursor: JSON.stringify(toMacros), problems: [problem] });
  }
  const { articles, sections, count, ...paging } = answer.value.value;
  const isStaffOnly = articles.some(({ user_segment_id }) => typeof user_segment_id === 'number')
    ? await readSegments(client, { signal })
    : () => false;
  const names = new Map((sections ?? []).map(({ id, name }) => [id, name]));
  const changed = articles.filter(({ updated_at }) => !isOlder(updated_at, since));
  const next = nextPath(paging, location.origin);
  // Sorted newest first, the rest is older still; accounts that ignore the sort are read to the end.
  const times = articles.map(({ updated_at }) => Date.parse(updated_at ?? ''));
  const isSorted = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? 0));
  const isDone = next === undefined || (since !== undefined && isSorted && changed.length < articles.length);
  return page({
    articles: changed.map((article) => toArticle(article, names, isStaffOnly)),
    cursor: JSON.stringify(isDone ? toMacros : { kind: 'articles', path: next }),
    total: count ?? null,
  });
}

async function readMacros(
  client: ApiClient,
  path: string,
  { since, signal }: ReadOptions,
): Promise<Result<KnowledgePage>> {
  const answer = await client.get(path, schema.macros, { signal });
  if (!answer.ok) return answer;
  const { macros, count, ...paging } = answer.value.value;
  const next = nextPath(paging, location.origin);
  return page({
    macros: macros.filter(({ updated_at }) => !isOlder(updated_at, since)).flatMap((macro) => toMacro(macro) ?? []),
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
