import type { DeskPage, PageTicket } from './desk-page.ts';
import { avatar, h, type IconName, icon } from './dom.ts';

/** The frame around the workspaces. */
export type Shell = {
  element: HTMLElement;
  /** Where workspaces are mounted, one child each. */
  panes: HTMLElement;
  /** Draws the tab strip; `unread` ids carry a dot. */
  drawTabs(tickets: readonly PageTicket[], selected: number | undefined, unread: ReadonlySet<number>): void;
};

/** Builds navigation, toolbar with tabs, and the empty `main`. */
export function createShell(page: DeskPage, onClose: (ticketId: number) => void): Shell {
  const tablist = h('nav', { 'data-test-id': 'header-tablist', class: 'tabs' });
  const panes = h('main', { id: 'main_panes', 'data-garden-id': 'navigation.main' });
  const add = h('button', { type: 'button', class: 'bare', 'aria-label': page.label('add') });
  add.append(icon('plus'));
  const search = h('div', { class: 'search-box', role: 'search' }, icon('search'), page.label('search'));
  const toolbar = h('header', { 'data-test-id': 'header-toolbar', class: 'toolbar' }, tablist, add);
  toolbar.append(h('span', { class: 'spacer' }), search, avatar(page.agent.name));
  const element = h('div', { class: 'shell' }, rail(page), h('div', { class: 'main-column' }, toolbar, panes));
  return {
    element,
    panes,
    drawTabs(tickets, selected, unread) {
      const tabs = tickets.map((ticket) =>
        tab({ page, ticket, isSelected: ticket.id === selected, isUnread: unread.has(ticket.id), onClose }),
      );
      tablist.replaceChildren(...tabs);
    },
  };
}

type Tab = {
  page: DeskPage;
  ticket: PageTicket;
  isSelected: boolean;
  isUnread: boolean;
  onClose(ticketId: number): void;
};

function tab({ page, ticket, isSelected, isUnread, onClose }: Tab): HTMLElement {
  const path = `/agent/tickets/${ticket.id}`;
  const element = h(page.options.tabTag, {
    'data-test-id': 'header-tab',
    'data-entity-id': ticket.id,
    'data-entity-type': 'TICKET_ENTITY_TYPE',
    'data-entity-is-selected': String(isSelected),
    'aria-current': isSelected && 'page',
    class: `tab${isUnread ? ' is-unread' : ''}`,
    ...(page.options.tabTag === 'a' ? { href: path } : { role: 'tab', tabindex: 0 }),
    onclick: (event) => {
      event.preventDefault();
      page.navigate(path);
    },
  });
  const close = h('button', {
    type: 'button',
    'data-test-id': 'close-button',
    'aria-label': page.label('close'),
    class: 'bare',
    onclick: (event) => {
      event.preventDefault();
      event.stopPropagation();
      onClose(ticket.id);
    },
  });
  close.append(icon('close', { width: '12' }));
  element.append(
    h(
      'div',
      { class: 'tab-text' },
      h('div', { 'data-test-id': 'header-tab-title', title: ticket.subject }, ticket.subject),
      h('div', { 'data-test-id': 'header-tab-subtitle' }, `#${ticket.id}`),
    ),
    close,
  );
  return element;
}

function rail(page: DeskPage): HTMLElement {
  const link = (shape: IconName, label: string, path?: string) => {
    const element = h('a', {
      href: path ?? '#',
      'aria-label': label,
      title: label,
      onclick: (event) => {
        event.preventDefault();
        if (path) page.navigate(path);
      },
    });
    element.append(icon(shape, { width: '20', height: '20' }));
    return element;
  };
  return h(
    'nav',
    { class: 'rail' },
    h('span', { class: 'mark', 'aria-hidden': 'true' }, 'F'),
    link('home', page.label('home'), '/agent/dashboard'),
    link('views', page.label('views'), '/agent/filters/1'),
    link('people', page.label('customers')),
    link('chart', page.label('reporting')),
    link('gear', page.label('admin')),
  );
}
