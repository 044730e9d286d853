import path from 'node:path';
import { cookieOf, type Desk, type DeskContext, type DeskRequest, type DeskResponse, json, text } from '../desk.ts';
import { conversationsApi } from './api-conversations.ts';
import { knowledgeApi } from './api-knowledge.ts';
import { macrosApi } from './api-macros.ts';
import { peopleApi } from './api-people.ts';
import type { ApiRoute } from './api-route.ts';
import { articlePage, shellPage } from './pages.ts';

const cookieName = '_zendesk_session';

/** As on the agent interface: nothing inline but styles, pictures from anywhere over HTTPS. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ');

const routes: readonly ApiRoute[] = [peopleApi, conversationsApi, macrosApi, knowledgeApi];

/** The Zendesk replica: Agent Workspace under `/agent/`, its API under `/api/v2/`, the help centre under `/hc/`. */
export async function createZendesk(context: DeskContext): Promise<Desk> {
  const entry = path.join(import.meta.dirname, 'client/main.ts');
  return {
    host: 'fernway.zendesk.com',
    problem,
    async handle(request) {
      const { pathname } = request.url;
      if (pathname.startsWith('/api/v2/')) return callApi(request, context);
      if (pathname === '/assets/agent.js') return text((await context.bundle(entry)).js, 'text/javascript');
      if (pathname === '/assets/agent.css') return text((await context.bundle(entry)).css, 'text/css');
      if (pathname === '/__agent__/boot.json') return json(boot(context));
      if (pathname.startsWith('/hc/')) return articlePage(pathname, context);
      if (pathname === '/') return text('', 'text/plain', 302, { location: '/agent/dashboard' });
      if (!pathname.startsWith('/agent')) return undefined;
      return text(shellPage(request.url), 'text/html', 200, {
        'set-cookie': `${cookieName}=${context.session}; Path=/; Secure; HttpOnly; SameSite=Lax`,
        ...(context.isOpen ? {} : { 'content-security-policy': policy }),
        'x-frame-options': 'SAMEORIGIN',
      });
    },
  };
}

function callApi(request: DeskRequest, context: DeskContext): DeskResponse | undefined {
  if (cookieOf(request, cookieName) !== context.session) return problem(401);
  const token = `csrf-${context.session}`;
  if (request.method !== 'GET' && request.headers['x-csrf-token'] !== token) {
    return json({ error: { title: 'Forbidden', message: 'Invalid authenticity token' } }, 403);
  }
  const path = request.url.pathname.slice('/api/v2/'.length).replace(/\.json$/, '');
  for (const route of routes) {
    const answer = route({ path, request, context, token });
    if (answer) return { ...answer, headers: { ...answer.headers, 'x-rate-limit': '700' } };
  }
  return json({ error: 'InvalidEndpoint', description: 'Not found' }, 404);
}

/** What the page's own code starts from: tickets, and who wrote their messages. */
function boot({ state, delays, macros }: DeskContext): unknown {
  return {
    delays,
    macros: macros.filter(({ active }) => active).map(({ id, title }) => ({ id, title })),
    tickets: state.tickets.map((ticket) => ({
      ...ticket,
      authorIds: Object.fromEntries(
        ticket.messages.map((message) => [message.authorName, state.authorOf(ticket, message).id]),
      ),
    })),
  };
}

function problem(status: number): DeskResponse {
  if (status === 429) {
    return text('Number of allowed API requests per minute exceeded', 'text/plain', 429, { 'retry-after': '60' });
  }
  if (status === 401) return json({ error: "Couldn't authenticate you" }, 401);
  if (status === 403) {
    const message = 'You do not have access to this page. Please contact the account owner of this help desk.';
    return json({ error: { title: 'Forbidden', message } }, 403);
  }
  return json({ error: 'InternalError', description: 'Something went wrong.' }, status);
}
