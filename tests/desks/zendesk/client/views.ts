import type { DeskPage, PageTicket } from './desk-page.ts';
import { h } from './dom.ts';

/** The list at `/agent/filters/1`. Rows link to `tickets/<id>`, relative to `/agent/`. */
export function viewPage(page: DeskPage): HTMLElement {
  const columns = ['status', 'ticket', 'subject', 'requester', 'updated', 'assignee'] as const;
  const head = h('tr', {}, ...columns.map((column) => h('th', { scope: 'col' }, page.label(column))));
  const rows = page.tickets.map((ticket) => row(page, ticket));
  return h(
    'div',
    { class: 'workspace list-page' },
    viewList(page),
    h(
      'div',
      { class: 'list-main' },
      h('h1', {}, page.label('openTickets')),
      h('p', { class: 'quiet' }, String(page.tickets.length)),
      h('table', { 'data-test-id': 'generic-table' }, h('thead', {}, head), h('tbody', {}, ...rows)),
    ),
  );
}

function viewList(page: DeskPage): HTMLElement {
  const names = ['openTickets', 'unassigned', 'recent', 'suspended'] as const;
  const items = names.map((name, index) =>
    h(
      'li',
      { 'data-test-id': `views_views-list_item-view-${index + 1}`, 'aria-current': index === 0 && 'true' },
      h('span', {}, page.label(name)),
      h('span', { class: 'quiet' }, String(index === 0 ? page.tickets.length : 0)),
    ),
  );
  return h('nav', { class: 'view-list' }, h('h2', {}, page.label('views')), h('ul', {}, ...items));
}

function row(page: DeskPage, ticket: PageTicket): HTMLElement {
  const locale = page.options.language === 'ar' ? 'ar' : 'en-GB';
  const updated = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const link = h('a', { href: `tickets/${ticket.id}` }, ticket.subject);
  link.onclick = (event) => {
    event.preventDefault();
    page.navigate(`/agent/tickets/${ticket.id}`);
  };
  const cell = (testId: string, content: Node | string) => h('td', { 'data-test-id': testId }, content);
  return h(
    'tr',
    { 'data-test-id': 'generic-table-row' },
    cell('ticket-table-cells-status', h('span', { class: `status is-${ticket.status}` }, ticket.status)),
    cell('generic-table-cells-id', `#${ticket.id}`),
    cell('ticket-table-cells-subject', link),
    cell('ticket-table-cells-requester', ticket.requester.name),
    cell('ticket-table-cells-updated', updated.format(new Date(ticket.messages.at(-1)?.at ?? ticket.createdAt))),
    cell('ticket-table-cells-assignee', page.agent.name),
  );
}

/** The start page at `/agent/dashboard`. */
export function dashboardPage(page: DeskPage): HTMLElement {
  const count = (status: PageTicket['status']) => page.tickets.filter((ticket) => ticket.status === status).length;
  const tiles = (['new', 'open', 'pending', 'solved'] as const).map((status) =>
    h('div', { class: 'tile' }, h('b', {}, String(count(status))), h('span', { class: `status is-${status}` }, status)),
  );
  return h(
    'div',
    { class: 'workspace list-page' },
    h('div', { class: 'list-main' }, h('h1', {}, page.label('home')), h('div', { class: 'tiles' }, ...tiles)),
  );
}
