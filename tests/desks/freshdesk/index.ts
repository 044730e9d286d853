import path from 'node:path';
import { cookieOf, type Desk, type DeskContext, type DeskResponse, json, text } from '../desk.ts';
import { currentAgent } from '../state.ts';
import { createApi, csrfToken } from './api.ts';
import { rowView, ticketView } from './conversation.ts';
import { articlePage, shellPage } from './pages.ts';
import type { Boot } from './view.ts';

const cookieName = '_helpkit_session';

/** As on the agent interface, no inline scripts; also nothing from outside, which Froala and customers' pictures would ask for. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * The Freshdesk replica: agent interface under `/a/`, its APIs under `/api/v2/` and `/api/_/`, portal under `/support/`.
 * The page reads `/__agent__/`, so that faults planted on an API never hit it.
 */
export async function createFreshdesk(context: DeskContext): Promise<Desk> {
  const entry = path.join(import.meta.dirname, 'client/main.ts');
  const api = createApi(context);
  return {
    host: 'fernway.freshdesk.com',
    problem,
    async handle(request) {
      const { pathname } = request.url;
      if (pathname.startsWith('/api/')) {
        return cookieOf(request, cookieName) === context.session ? api(request) : problem(401);
      }
      if (pathname === '/assets/agent.js') return text((await context.bundle(entry)).js, 'text/javascript');
      if (pathname === '/assets/agent.css') return text((await context.bundle(entry)).css, 'text/css');
      if (pathname.startsWith('/__agent__/')) return pageData(pathname, context);
      if (pathname.startsWith('/support/solutions/articles/')) return articlePage(pathname, context);
      if (pathname === '/') return text('', 'text/plain', 302, { location: '/a/dashboard/default' });
      if (!/^\/a(\/|$)/.test(pathname)) return undefined;
      return text(shellPage(request.url), 'text/html', 200, {
        'set-cookie': `${cookieName}=${context.session}; Path=/; Secure; HttpOnly; SameSite=Lax`,
        ...(context.isOpen ? {} : { 'content-security-policy': policy }),
        'x-frame-options': 'SAMEORIGIN',
      });
    },
  };
}

function pageData(pathname: string, context: DeskContext): DeskResponse | undefined {
  const { state, delays } = context;
  if (pathname === '/__agent__/boot.json') {
    const { render, history, editor } = delays;
    return json({
      agent: { name: currentAgent.name, email: currentAgent.email },
      csrfToken: csrfToken(context),
      delays: { render, history, editor },
    } satisfies Boot);
  }
  if (pathname === '/__agent__/tickets.json') return json(state.tickets.map(rowView));
  const id = /^\/__agent__\/tickets\/(\d+)\.json$/.exec(pathname)?.[1];
  const ticket = state.ticket(Number(id));
  return ticket && json(ticketView(ticket));
}

function problem(status: number): DeskResponse {
  if (status === 401) {
    return json({ code: 'invalid_credentials', message: 'You have to be logged in to perform this action.' }, 401);
  }
  if (status === 403) {
    return json({ code: 'access_denied', message: 'You are not authorized to perform this action.' }, 403);
  }
  if (status === 429) {
    return json({ message: 'You have exceeded the limit of requests per minute' }, 429, {
      'retry-after': '60',
      'x-ratelimit-total': '400',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used-currentrequest': '1',
    });
  }
  return json({ code: 'internal_error', message: 'We are sorry, but something went wrong.' }, status);
}
