import type { TicketRow } from '../view.ts';
import { avatar, element, escapeHtml } from './html.ts';
import { icon } from './icons.ts';
import type { Page } from './page.ts';
import { timeAgo } from './time.ts';

/** The frame around every page. */
export type Shell = { element: HTMLElement; main: HTMLElement; setTitle(title: string): void };

/** Draws navigation and header once; `main` is where pages go. */
export function createShell({ boot, phrases }: Page): Shell {
  const drawn = element(`<div class="shell ember-view">
    <nav class="rail"><a class="rail__logo" href="/a/dashboard/default" aria-label="Fernway"><span>f</span></a>
      <a href="/a/dashboard/default" aria-label="${phrases.dashboard}">${icon('dashboard')}</a>
      <a href="/a/tickets/filters/all_tickets" class="is-active" aria-label="${phrases.allTickets}">${icon('tickets')}</a>
      <span>${icon('contacts')}</span><span>${icon('solutions')}</span><span>${icon('analytics')}</span></nav>
    <header class="header-primary">
      <div class="breadcrumb"><a class="breadcrumb-title" data-test-title="main-title" href="/a/tickets/filters/all_tickets"></a></div>
      <label class="search">${icon('search')}<input type="search" placeholder="${phrases.search}" aria-label="${phrases.search}"></label>
      ${avatar(boot.agent.name)}
    </header>
    <main class="main-content"></main></div>`);
  const main = drawn.querySelector('main');
  const title = drawn.querySelector('.breadcrumb-title');
  if (!main || !title) throw new Error('The shell lacks its parts.');
  return {
    element: drawn,
    main,
    setTitle(text) {
      title.textContent = text;
    },
  };
}

/** The ticket list. */
export function ticketList(rows: readonly TicketRow[], { phrases, language }: Page): HTMLElement {
  const lines = rows.map(
    (row) => `<a class="ticket-row" href="/a/tickets/${row.id}">${avatar(row.requester)}
      <span class="ticket-row__subject"><b dir="auto">${escapeHtml(row.subject)}</b><small>#${row.id} · ${escapeHtml(row.requester)}</small></span>
      <span class="pill pill--${row.status}">${escapeHtml(phrases.statuses[row.status])}</span>
      <span class="ticket-row__time">${escapeHtml(timeAgo(row.updatedAt, language))}</span></a>`,
  );
  return element(`<div class="list-page fw-tickets-mfe"><div class="card">${lines.join('')}</div></div>`);
}

/** Counts of tickets by state. */
export function dashboard(rows: readonly TicketRow[], { phrases }: Page): HTMLElement {
  const count = (...statuses: TicketRow['status'][]) => rows.filter(({ status }) => statuses.includes(status)).length;
  const tiles: [string, number][] = [
    [phrases.openTickets, count('new', 'open')],
    [phrases.pendingTickets, count('pending', 'hold')],
    [phrases.solvedTickets, count('solved')],
  ];
  const markup = tiles.map(
    ([label, number]) =>
      `<a class="card tile" href="/a/tickets/filters/all_tickets"><span>${label}</span><strong>${number}</strong></a>`,
  );
  return element(`<div class="dashboard-page">${markup.join('')}</div>`);
}
