import { type DeskContext, type DeskRequest, type DeskResponse, json } from '../desk.ts';
import type { FernwayTicket } from '../fernway/types.ts';
import { currentAgent } from '../state.ts';
import { conversationsJson, requesterJson, ticketJson } from './conversation.ts';
import { type Canned, cannedOf, type Solutions, searchSolutions, solutionsOf } from './knowledge.ts';
import { page, paged } from './paging.ts';

type Call = { url: URL; context: DeskContext; solutions: Solutions; canned: Canned };
type Route = [path: RegExp, answer: (call: Call, id: number) => DeskResponse | undefined];

const quota = 400;

/** Everything under `/api/v2/` that is read with GET. */
const publicRoutes: readonly Route[] = [
  [/^tickets$/, ({ context, url }) => paged(context.state.tickets.map(ticketJson), url)],
  [
    /^tickets\/(\d+)$/,
    ({ context, url }, id) => withTicket(context, id, (ticket) => json(included(ticket, context, url))),
  ],
  [
    /^tickets\/(\d+)\/conversations$/,
    ({ context, url }, id) => withTicket(context, id, (ticket) => paged(conversationsJson(ticket, context.state), url)),
  ],
  [/^agents\/me$/, () => json(agentJson())],
  [/^agents$/, ({ url }) => paged([agentJson()], url)],
  [/^solutions\/categories$/, ({ solutions, url }) => paged(solutions.categories, url)],
  [
    /^solutions\/categories\/(\d+)\/folders$/,
    ({ solutions, url }, id) => below(solutions.categories, solutions.folders, { id, field: 'category_id', url }),
  ],
  [
    /^solutions\/folders\/(\d+)\/articles$/,
    ({ solutions, url }, id) => below(solutions.folders, solutions.articles, { id, field: 'folder_id', url }),
  ],
  [/^solutions\/articles\/(\d+)$/, ({ solutions }, id) => one(solutions.articles, id)],
  [
    /^search\/solutions$/,
    ({ solutions, url }) => paged(searchSolutions(solutions, url.searchParams.get('term') ?? ''), url),
  ],
  [/^canned_response_folders$/, ({ canned, url }) => paged(canned.folders, url)],
  [/^canned_response_folders\/(\d+)$/, ({ canned }, id) => cannedFolder(canned, id)],
  [
    /^canned_response_folders\/(\d+)\/responses$/,
    ({ canned, url }, id) => below(canned.folders, canned.responses, { id, field: 'folder_id', url }),
  ],
  [/^canned_responses\/(\d+)$/, ({ canned }, id) => one(canned.responses, id)],
];

/** The interface's own API under `/api/_/`: the same rows, wrapped. */
const privateRoutes: readonly Route[] = [
  [/^bootstrap\/me$/, ({ context }) => json({ agent: agentJson(), meta: { csrf_token: csrfToken(context) } })],
  [
    /^tickets\/(\d+)$/,
    ({ context, url }, id) => withTicket(context, id, (ticket) => json({ ticket: included(ticket, context, url) })),
  ],
  [
    /^tickets\/(\d+)\/conversations$/,
    ({ context, url }, id) =>
      withTicket(context, id, (ticket) => {
        const all = conversationsJson(ticket, context.state);
        return json({ conversations: page(all, url).items, meta: { count: all.length } });
      }),
  ],
];

/** The token that the page's own writes carry. */
export function csrfToken({ session }: DeskContext): string {
  return `csrf-${session}`;
}

/** The API of one desk; every call must already be known to come from a session. */
export function createApi(context: DeskContext): (request: DeskRequest) => DeskResponse {
  const solutions = solutionsOf(context.articles);
  const canned = cannedOf(context.macros);
  let left = quota;
  return (request) => {
    const { url, method } = request;
    const isPublic = url.pathname.startsWith('/api/v2/');
    if (method !== 'GET') return isPublic ? forbidden() : write(request, context);
    const answer = find(isPublic ? publicRoutes : privateRoutes, { url, context, solutions, canned });
    if (!isPublic) return answer;
    // A practice desk never runs dry by itself: tests plant a 429 where they want one.
    left = left > 1 ? left - 1 : quota;
    const budget = { 'x-ratelimit-total': quota, 'x-ratelimit-remaining': left, 'x-ratelimit-used-currentrequest': 1 };
    const headers = Object.fromEntries(Object.entries(budget).map(([name, value]) => [name, String(value)]));
    return { ...answer, headers: { ...answer.headers, ...headers } };
  };
}

function find(routes: readonly Route[], call: Call): DeskResponse {
  const path = call.url.pathname.replace(/^\/api\/(?:v2|_)\//, '').replace(/\/$/, '');
  for (const [pattern, answer] of routes) {
    const match = pattern.exec(path);
    if (match) return answer(call, Number(match[1])) ?? notFound();
  }
  return notFound();
}

/** What the page's send button does. */
function write({ url, headers, body, host }: DeskRequest, context: DeskContext): DeskResponse {
  if (headers['x-csrf-token'] !== csrfToken(context)) return forbidden();
  const [, id, action] = /^\/api\/_\/tickets\/(\d+)\/(reply|notes)$/.exec(url.pathname) ?? [];
  if (!context.state.ticket(Number(id))) return notFound();
  const { body: html } = JSON.parse(body) as { body: string };
  const message = context.state.send({ host, ticketId: Number(id), isPublic: action === 'reply', html });
  return json({ conversation: { id: message.id, ticket_id: Number(id), created_at: message.at } }, 201);
}

function included(ticket: FernwayTicket, context: DeskContext, url: URL): Record<string, unknown> {
  const wanted = new Set((url.searchParams.get('include') ?? '').split(','));
  return {
    ...ticketJson(ticket),
    ...(wanted.has('requester') ? { requester: requesterJson(ticket) } : {}),
    ...(wanted.has('conversations') ? { conversations: conversationsJson(ticket, context.state).slice(0, 10) } : {}),
  };
}

function withTicket(context: DeskContext, id: number, answer: (ticket: FernwayTicket) => DeskResponse) {
  const ticket = context.state.ticket(id);
  return ticket && answer(ticket);
}

type Below<Field extends string> = { id: number; field: Field; url: URL };

function below<Field extends string>(
  parents: readonly { id: number }[],
  children: readonly Record<Field, number>[],
  { id, field, url }: Below<Field>,
): DeskResponse | undefined {
  if (!parents.some((parent) => parent.id === id)) return undefined;
  return paged(
    children.filter((child) => child[field] === id),
    url,
  );
}

function one(rows: readonly { id: number }[], id: number): DeskResponse | undefined {
  const row = rows.find((candidate) => candidate.id === id);
  return row && json(row);
}

function cannedFolder({ folders, responses }: Canned, id: number): DeskResponse | undefined {
  const folder = folders.find((candidate) => candidate.id === id);
  if (!folder) return undefined;
  const titles = responses.filter((response) => response.folder_id === id).map(({ id, title }) => ({ id, title }));
  return json({ ...folder, responses: titles });
}

function agentJson(): Record<string, unknown> {
  const { id, name, email } = currentAgent;
  return {
    id,
    available: true,
    occasional: false,
    ticket_scope: 1,
    type: 'support_agent',
    signature: `<div>${name}<br>Fernway</div>`,
    contact: { active: true, name, email, language: 'en', time_zone: 'Amsterdam', mobile: null, phone: null },
    created_at: '2025-01-07T09:00:00Z',
    updated_at: '2025-01-07T09:00:00Z',
  };
}

function notFound(): DeskResponse {
  return { status: 404, headers: { 'content-type': 'application/json' }, body: '' };
}

function forbidden(): DeskResponse {
  return json({ code: 'access_denied', message: 'You are not authorized to perform this action.' }, 403);
}
