import * as v from 'valibot';
import type { HelpdeskApi, KnowledgePage, RawArticle, RawMacro } from '../../core/helpdesk';
import { fail, ok, type Result } from '../../core/result';
import type { ApiClient } from '../api-client';
import { partByAge } from '../changed-since';
import * as schema from './api-schema';
import { readHistory, readTicketFacts } from './history';

/** Smaller pages of knowledge: each is chunked and embedded before the next, and the progress bar moves with it. */
const knowledgePageSize = 25;

const draftStatus = 1;

type Options = { signal: AbortSignal };
type ReadOptions = Options & { since?: string };

const page = v.number();
const folderFields = { id: v.number(), name: v.string(), isInternal: v.boolean(), page };
/** One request that is still to be made; a cursor is the list of them. */
const taskSchema = v.union([
  v.object({ kind: v.literal('categories'), page }),
  v.object({ kind: v.literal('folders'), id: v.number(), name: v.string(), page }),
  v.object({ kind: v.literal('articles'), ...folderFields }),
  v.object({ kind: v.literal('canned-folders'), page }),
  v.object({ kind: v.literal('responses'), id: v.number(), name: v.string(), page }),
]);
type Task = v.InferOutput<typeof taskSchema>;
const cursorSchema = v.pipe(v.string(), v.parseJson(), v.array(taskSchema), v.minLength(1));

const firstTasks: Task[] = [
  { kind: 'categories', page: 1 },
  { kind: 'canned-folders', page: 1 },
];

/** What one request brought: content, further requests to make at once, and what went wrong without ending the import. */
type Outcome = {
  articles?: RawArticle[];
  macros?: RawMacro[];
  seen?: Partial<NonNullable<KnowledgePage['seen']>>;
  tasks?: Task[];
  problem?: string;
  partial?: KnowledgePage['partial'];
};

function pathOf(task: Task): string {
  const paths: Record<Task['kind'], string> = {
    categories: 'solutions/categories',
    folders: 'id' in task ? `solutions/categories/${task.id}/folders` : '',
    articles: 'id' in task ? `solutions/folders/${task.id}/articles` : '',
    'canned-folders': 'canned_response_folders',
    responses: 'id' in task ? `canned_response_folders/${task.id}/responses` : '',
  };
  return `/api/v2/${paths[task.kind]}?per_page=${knowledgePageSize}&page=${task.page}`;
}

/** Of which kind the refused task would have brought items. */
const kindOf = ({ kind }: Task) => (kind === 'canned-folders' || kind === 'responses' ? 'macro' : 'article');

function toArticle(article: schema.Article, folder: { name: string; isInternal: boolean }): RawArticle {
  return {
    id: String(article.id),
    title: article.title ?? '',
    html: article.description ?? '',
    url: `${location.origin}/support/solutions/articles/${article.id}`,
    section: folder.name,
    labels: article.tags ?? [],
    isDraft: article.status === draftStatus,
    isInternal: folder.isInternal,
    ...(article.updated_at ? { updatedAt: article.updated_at } : {}),
  };
}

function toMacro(response: schema.CannedResponse, folder: string): RawMacro | undefined {
  if (!response.content?.trim() && !response.content_html?.trim()) return undefined;
  return {
    id: String(response.id),
    title: folder === '' ? (response.title ?? '') : `${folder}::${response.title ?? ''}`,
    ...(folder === '' ? {} : { category: folder }),
    ...(response.content_html ? { html: response.content_html } : {}),
    ...(response.content ? { text: response.content } : {}),
    isNote: false,
    isActive: true,
    tags: [],
    ...(response.updated_at ? { updatedAt: response.updated_at } : {}),
  };
}

type Reading = { client: ApiClient; options: ReadOptions };

/** GETs one list; asks for the next page when the server names one or this one is full. */
async function readList<S extends v.GenericSchema<unknown, unknown[]>>(
  task: Task,
  list: S,
  { client, options }: Reading,
): Promise<Result<{ items: v.InferOutput<S>; more: Task[] }>> {
  const answer = await client.get(pathOf(task), list, options);
  if (!answer.ok) return answer;
  const items = answer.value.value;
  const hasMore = answer.value.next !== undefined || items.length >= knowledgePageSize;
  return ok({ items, more: hasMore ? [{ ...task, page: task.page + 1 }] : [] });
}

async function readCategories(task: Task, reading: Reading): Promise<Result<Outcome>> {
  const list = await readList(task, schema.categories, reading);
  if (!list.ok) return list;
  const tasks = list.value.items.map(({ id, name }): Task => ({ kind: 'folders', id, name: name ?? '', page: 1 }));
  return ok({ tasks: [...tasks, ...list.value.more] });
}

async function readFolders(task: Task & { kind: 'folders' }, reading: Reading): Promise<Result<Outcome>> {
  const list = await readList(task, schema.folders, reading);
  if (!list.ok) return list;
  const tasks = list.value.items.map(({ id, name, visibility }): Task => {
    // Only folders for everybody or for all who sign in may be quoted to any customer.
    const isInternal = (visibility ?? 1) >= 3;
    return { kind: 'articles', id, name: [task.name, name].filter(Boolean).join(' › '), isInternal, page: 1 };
  });
  return ok({ tasks: [...tasks, ...list.value.more] });
}

async function readArticles(task: Task & { kind: 'articles' }, reading: Reading): Promise<Result<Outcome>> {
  const list = await readList(task, schema.articles, reading);
  if (!list.ok) return list;
  const { changed, same } = partByAge(list.value.items, reading.options.since);
  const seen = same.filter(({ status }) => status !== draftStatus).map(({ id }) => String(id));
  const articles = changed.map((article) => toArticle(article, task));
  return ok({ articles, seen: { articles: seen }, tasks: list.value.more });
}

async function readCannedFolders(task: Task, reading: Reading): Promise<Result<Outcome>> {
  const list = await readList(task, schema.cannedFolders, reading);
  if (!list.ok) return list;
  const tasks = list.value.items.map(({ id, name }): Task => ({ kind: 'responses', id, name: name ?? '', page: 1 }));
  return ok({ tasks: [...tasks, ...list.value.more] });
}

async function readResponses(task: Task & { kind: 'responses' }, reading: Reading): Promise<Result<Outcome>> {
  const list = await readList(task, schema.cannedResponses, reading);
  if (!list.ok) return list;
  const { changed, same } = partByAge(list.value.items, reading.options.since);
  const macros = changed.flatMap((response) => toMacro(response, task.name) ?? []);
  return ok({ macros, seen: { macros: same.map(({ id }) => String(id)) }, tasks: list.value.more });
}

function runTask(task: Task, reading: Reading): Promise<Result<Outcome>> {
  switch (task.kind) {
    case 'categories':
      return readCategories(task, reading);
    case 'folders':
      return readFolders(task, reading);
    case 'articles':
      return readArticles(task, reading);
    case 'canned-folders':
      return readCannedFolders(task, reading);
    case 'responses':
      return readResponses(task, reading);
  }
}

/** Does the first task of the cursor; what it leads to comes before the rest. A part that is not allowed is left out and named. */
async function readKnowledge(tasks: Task[], reading: Reading): Promise<Result<KnowledgePage>> {
  const [task, ...rest] = tasks;
  if (!task) return fail('bad-cursor', 'The import cannot go on from here: start it anew.');
  const result = await runTask(task, reading);
  const { kind, message } = result.ok ? { kind: '', message: '' } : result.error;
  if (!result.ok && kind !== 'not-found' && kind !== 'forbidden') return result;
  const outcome: Outcome = result.ok ? result.value : { problem: `${task.kind}: ${message}`, partial: [kindOf(task)] };
  const { seen } = outcome;
  const next = [...(outcome.tasks ?? []), ...rest];
  return ok({
    articles: outcome.articles ?? [],
    macros: outcome.macros ?? [],
    cursor: next.length > 0 ? JSON.stringify(next) : null,
    total: null,
    problems: outcome.problem ? [outcome.problem] : [],
    ...(seen ? { seen: { articles: seen.articles ?? [], macros: seen.macros ?? [] } } : {}),
    ...(outcome.partial ? { partial: outcome.partial } : {}),
  });
}

/** Freshdesk's same-origin v2 API, read only. A cursor lists the requests still to make, so an import resumes at any page. */
export function createFreshdeskApi(client: ApiClient): HelpdeskApi {
  return {
    readKnowledge(cursor, options) {
      const reading: Reading = { client, options };
      if (cursor === null) return readKnowledge(firstTasks, reading);
      const tasks = v.safeParse(cursorSchema, cursor);
      if (!tasks.success)
        return Promise.resolve(fail('bad-cursor', 'The import cannot go on from here: start it anew.'));
      return readKnowledge(tasks.output, reading);
    },
    readHistory: (ticketId, options) => readHistory(client, ticketId, options),
    readTicketFacts: (ticketId, options) => readTicketFacts(client, ticketId, options),
  };
}
