import type { DeskPage, PageTicket } from './desk-page.ts';
import { avatar, h, type IconName, icon } from './dom.ts';

/** The customer's card right of the conversation, with the strip that chooses what the panel shows. */
export function contextPanel(page: DeskPage, ticket: PageTicket): HTMLElement {
  return h(
    'div',
    { class: 'context-layout' },
    h('div', { class: 'context-body' }, card(page, ticket), history(page, ticket)),
    h(
      'div',
      { class: 'omnipanel' },
      choice('customer-context', 'person', page.label('customerContext'), true),
      choice('apps', 'apps', page.label('apps'), false),
    ),
  );
}

function choice(name: string, shape: IconName, label: string, isPressed: boolean): HTMLElement {
  const button = h('button', {
    type: 'button',
    'data-test-id': `omnipanel-selector-item-${name}`,
    'aria-pressed': String(isPressed),
    'aria-label': label,
  });
  button.append(icon(shape, { width: '18', height: '18' }));
  return button;
}

function card(page: DeskPage, { requester, language }: PageTicket): HTMLElement {
  const locale = page.options.language === 'ar' ? 'ar' : 'en-GB';
  const time = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format();
  const spoken = new Intl.DisplayNames([locale], { type: 'language' }).of(language ?? 'en') ?? 'English';
  return h(
    'div',
    { class: 'card' },
    h('div', { class: 'card-head' }, avatar(requester.name), h('h2', {}, requester.name)),
    h(
      'dl',
      {},
      h('dt', {}, page.label('email')),
      h('dd', { 'data-test-id': 'attribute-email-display' }, requester.email),
      h('dt', {}, page.label('localTime')),
      h('dd', {}, time),
      h('dt', {}, page.label('language')),
      h('dd', {}, spoken),
    ),
    h('h3', {}, page.label('notes')),
    h('textarea', {
      'data-test-id': 'notes-edit-text-area-test-id',
      'aria-label': page.label('notes'),
      placeholder: page.label('addNotes'),
      rows: 2,
    }),
  );
}

function history(page: DeskPage, ticket: PageTicket): HTMLElement {
  const own = page.tickets.filter(({ requester }) => requester.id === ticket.requester.id);
  const items = own.map(({ id, subject, status }) =>
    h(
      'li',
      { 'data-customercontext-id': 'timeline.event' },
      h('span', { class: `status is-${status}` }, status),
      h('div', {}, h('div', { 'data-test-id': 'ticket-event-title-relative' }, subject), h('small', {}, `#${id}`)),
    ),
  );
  return h('div', { class: 'card' }, h('h3', {}, page.label('interactions')), h('ul', { class: 'timeline' }, ...items));
}
