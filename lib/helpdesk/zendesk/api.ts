import * as v from 'valibot';
import type { HelpdeskApi, KnowledgePage, RawArticle, RawMacro } from '../../core/helpdesk';
import { fail, ok, type Result } from '../../core/result';
import type { Message, Role } from '../../core/ticket';
import { type ApiClient, apiPath } from '../api-client';
import { withoutQuotes } from '../quotes';
import { htmlMessageText, htmlText } from '../text';
import * as schema from './api-schema';

/** Pages of a conversation read at most; 100 events each, and a ticket holds 5000 comments. */
const maxHistoryPages = 50;
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

function nextPath(page: schema.Paging, origin: string): string | undefined {
  if (page.meta?.has_more === false) return undefined;
  return apiPath(page.links?.next ?? page.next_page, origin);
}

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
  const answer = await client.get('/api/v2/help_center/user_segments.json?per_page=100', schema.segments, options);
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

/** Whether a comment went to the customer: undefined when neither the log nor the comments tell. */
type IsPublic = (event: schema.LogEvent) => boolean | undefined;

function roleOf(event: schema.LogEvent, isPublic: boolean | undefined): Role {
  const { type } = event.author ?? {};
  const isCustomer = type === 'user' || type === 'end_user' || type === 'end-user' || type === 'customer';
  if (isPublic === false) return 'note';
  if (type === 'bot') return 'bot';
  if (isCustomer) return 'customer';
  // An agent's comment that does not say it is public may be a note; a note must never reach a customer.
  if (event.type === 'Comment' && isPublic !== true) return 'note';
  return type === 'agent' || type === 'admin' ? 'agent' : 'system';
}

function eventText({ content }: schema.LogEvent): string {
  const html = content?.html_body ?? (content?.type === 'html' ? (content.body ?? content.text) : undefined);
  if (html) return htmlMessageText(html);
  return withoutQuotes(content?.text ?? content?.body ?? '');
}

function toMessage(event: schema.LogEvent, isPublic: IsPublic): Message | undefined {
  const text = eventText(event) || event.attachments?.flatMap(({ file_name }) => file_name ?? []).join('\n') || '';
  if (text === '') return undefined;
  const authorName = event.author?.display_name;
  return {
    id: String(event.id),
    role: roleOf(event, isPublic(event)),
    text,
    ...(authorName ? { authorName } : {}),
    ...(event.created_at ? { at: new Date(event.created_at).toISOString() } : {}),
  };
}

/** Reads a paged list to its end, at most {@link maxHistoryPages} pages. */
async function readPages<S extends v.GenericSchema<unknown, schema.Paging>>(
  client: ApiClient,
  start: { path: string; schema: S },
  options: Options,
): Promise<Result<v.InferOutput<S>[]>> {
  const pages: v.InferOutput<S>[] = [];
  let path: string | undefined = start.path;
  while (path !== undefined && pages.length < maxHistoryPages) {
    const answer: Result<{ value: v.InferOutput<S> }> = await client.get(path, start.schema, options);
    if (!answer.ok) return answer;
    pages.push(answer.value.value);
    const following = nextPath(answer.value.value, location.origin);
    path = following === path ? undefined : following;
  }
  return ok(pages);
}

/** The documented log does not promise to say which comments are public, so the comments are asked where it does not. */
async function readPublicity(client: ApiClient, ticketId: string, options: Options): Promise<IsPublic> {
  const path = `/api/v2/tickets/${encodeURIComponent(ticketId)}/comments.json?page[size]=100`;
  const pages = await readPages(client, { path, schema: schema.comments }, options);
  const known = new Map<string, boolean>();
  for (const { id, created_at, public: isPublic } of pages.ok ? pages.value.flatMap(({ comments }) => comments) : []) {
    known.set(`zen:ticket_event:${id}`, isPublic);
    if (created_at) known.set(created_at, isPublic);
  }
  return (event) => event.metadata?.public ?? known.get(event.reference ?? '') ?? known.get(event.created_at ?? '');
}

async function readHistory(client: ApiClient, ticketId: string, options: Options): Promise<Result<Message[]>> {
  const path = `/api/v2/tickets/${encodeURIComponent(ticketId)}/conversation_log?page[size]=100`;
  const pages = await readPages(client, { path, schema: schema.conversationLog }, options);
  if (!pages.ok) return pages;
  const events = pages.value.flatMap((log) => log.events);
  const isUntold = (event: schema.LogEvent) => event.type === 'Comment' && typeof event.metadata?.public !== 'boolean';
  const isPublic: IsPublic = events.some(isUntold)
    ? await readPublicity(client, ticketId, options)
    : (event) => event.metadata?.public ?? undefined;
  const messages = events.flatMap((event) => toMessage(event, isPublic) ?? []);
  return ok(messages.toSorted((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? '')));
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
    async previewMacro(ticketId, macroId, options) {
      const path = `/api/v2/tickets/${encodeURIComponent(ticketId)}/macros/${encodeURIComponent(macroId)}/apply.json`;
      const answer = await client.get(path, schema.macroPreview, options);
      if (!answer.ok) return answer;
      const comment = answer.value.value.result.ticket?.comment ?? answer.value.value.result.comment;
      const text =
        comment?.body ?? comment?.scoped_body?.[0]?.[1] ?? (comment?.html_body ? htmlText(comment.html_body) : '');
      if (text.trim() === '') return fail('empty', 'This macro writes no reply.');
      return ok({ text, ...(comment?.html_body ? { html: comment.html_body } : {}) });
    },
  };
}
