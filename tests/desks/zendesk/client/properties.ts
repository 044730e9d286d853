import type { DeskPage, PageTicket } from './desk-page.ts';
import { avatar, h, icon } from './dom.ts';

/** The fields left of the conversation. */
export function ticketProperties(page: DeskPage, ticket: PageTicket): HTMLElement {
  const requester = h(
    'div',
    { 'data-test-id': 'ticket-system-field-requester-select', class: 'field-box', role: 'combobox', tabindex: 0 },
    avatar(ticket.requester.name),
    h('span', {}, ticket.requester.name),
  );
  const assignee = h(
    'div',
    { 'data-test-id': 'assignee-field', class: 'field-box' },
    avatar(page.agent.name),
    h('span', { 'data-test-id': 'assignee-field-selected-agent-tag' }, page.agent.name),
  );
  return h(
    'div',
    { class: 'fields' },
    field(page.label('requester'), requester, 'ticket-system-field-requester-label'),
    field(page.label('assignee'), assignee),
    field(page.label('tags'), tagList(ticket.tags)),
    field(page.label('type'), select('–', 'ticket-fields-type-select')),
    field(page.label('priority'), select('–', 'ticket-fields-priority-select')),
  );
}

function field(label: string, content: HTMLElement, testId?: string): HTMLElement {
  return h('div', { class: 'field' }, h('span', { class: 'field-label', 'data-test-id': testId }, label), content);
}

function tagList(tags: readonly string[]): HTMLElement {
  const items = tags.map((tag) =>
    h('span', { 'data-test-id': 'ticket-system-field-tags-item-selected', class: 'tag' }, tag),
  );
  return h('div', { 'data-test-id': 'ticket-fields-tags', class: 'field-box tags' }, ...items);
}

function select(value: string, testId: string): HTMLElement {
  const box = h('div', { 'data-test-id': testId, class: 'field-box', role: 'combobox', tabindex: 0 });
  box.append(h('span', {}, value), h('span', { class: 'spacer' }), icon('down', { width: '14' }));
  return box;
}
