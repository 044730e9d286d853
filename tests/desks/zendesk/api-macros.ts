import { type DeskResponse, json } from '../desk.ts';
import { plainText } from '../fernway/plain-text.ts';
import type { FernwayMacro, FernwayTicket } from '../fernway/types.ts';
import { currentAgent } from '../state.ts';
import { ticketJson } from './api-conversations.ts';
import type { ApiRoute } from './api-route.ts';
import { paginate } from './paging.ts';

/** `macros`, `macros/active`, `macros/search`, `macros/{id}`, `macros/categories` and the apply previews. */
export const macrosApi: ApiRoute = ({ path, request, context }) => {
  if (request.method !== 'GET') return undefined;
  const { searchParams } = request.url;
  const active = context.macros.filter((macro) => macro.active);
  if (path === 'macros/active') return listed(active, request.url);
  if (path === 'macros') return listed(searchParams.get('active') === 'true' ? active : context.macros, request.url);
  if (path === 'macros/categories') {
    return json({ categories: [...new Set(active.map(({ title }) => title.split('::')[0]))] });
  }
  if (path === 'macros/search') {
    const query = (searchParams.get('query') ?? '').toLowerCase();
    return listed(
      context.macros.filter(({ title }) => title.toLowerCase().includes(query)),
      request.url,
    );
  }
  const match = /^(?:tickets\/(\d+)\/)?macros\/(\d+)(\/apply)?$/.exec(path);
  if (!match) return undefined;
  const macro = context.macros.find(({ id }) => id === Number(match[2]));
  const ticket = match[1] ? context.state.ticket(Number(match[1])) : undefined;
  if (!macro || (match[1] && !ticket)) return json({ error: 'RecordNotFound', description: 'Not found' }, 404);
  return match[3] ? applied(macro, ticket) : json({ macro: macroJson(macro) });
};

function listed(macros: readonly FernwayMacro[], url: URL): DeskResponse {
  const sorted = [...macros];
  if (url.searchParams.get('sort_by') === 'updated_at') {
    const sign = url.searchParams.get('sort_order') === 'asc' ? 1 : -1;
    sorted.sort((one, other) => sign * one.updatedAt.localeCompare(other.updatedAt));
  }
  const { items, beside } = paginate(sorted, url);
  return json({ macros: items.map(macroJson), ...beside });
}

/** Desks hold macros of several ages, so the reply is in any of the three forms Zendesk has had. */
function macroJson(macro: FernwayMacro): Record<string, unknown> {
  const forms = [
    { field: 'comment_value_html', value: macro.html },
    { field: 'comment_value', value: macro.text },
    { field: 'comment_value', value: ['channel:all', macro.text] },
  ];
  return {
    id: macro.id,
    url: `https://fernway.zendesk.com/api/v2/macros/${macro.id}.json`,
    title: macro.title,
    raw_title: macro.title,
    description: null,
    active: macro.active,
    position: macro.id,
    default: false,
    restriction: null,
    actions: [
      forms[macro.id % forms.length],
      { field: 'comment_mode_is_public', value: String(macro.isPublic) },
      ...(macro.tags.length > 0 ? [{ field: 'current_tags', value: macro.tags.join(' ') }] : []),
    ],
    created_at: macro.updatedAt,
    updated_at: macro.updatedAt,
  };
}

/** The preview, which changes nothing. Without a ticket its placeholders stay as they are. */
function applied(macro: FernwayMacro, ticket: FernwayTicket | undefined): DeskResponse {
  const html = ticket ? renderPlaceholders(macro.html, ticket) : macro.html;
  const body = plainText(html);
  const comment = { body, html_body: html, scoped_body: [['channel:all', body]], public: macro.isPublic };
  return json({ result: { ticket: { ...(ticket ? ticketJson(ticket) : {}), comment } } });
}

function renderPlaceholders(html: string, ticket: FernwayTicket): string {
  const first = (name: string) => name.split(' ')[0] ?? name;
  const values: Record<string, string> = {
    'ticket.id': String(ticket.id),
    'ticket.title': ticket.subject,
    'ticket.status': ticket.status,
    'ticket.created_at': ticket.createdAt.slice(0, 10),
    'ticket.requester.name': ticket.requester.name,
    'ticket.requester.first_name': first(ticket.requester.name),
    'ticket.requester.email': ticket.requester.email,
    'ticket.assignee.name': currentAgent.name,
    'ticket.assignee.first_name': first(currentAgent.name),
    'current_user.name': currentAgent.name,
    'current_user.first_name': first(currentAgent.name),
    'current_user.email': currentAgent.email,
    'ticket.account': 'Fernway',
  };
  return html.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => values[name] ?? '');
}
