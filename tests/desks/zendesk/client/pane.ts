import type { FernwayMessage } from '../../fernway/types.ts';
import { type Composer, createComposer } from './composer.ts';
import { contextPanel } from './context-panel.ts';
import type { DeskPage, PageTicket } from './desk-page.ts';
import { h, progress } from './dom.ts';
import { ticketFooter } from './footer.ts';
import { createLog, type Log } from './log.ts';
import { viaLabel } from './message.ts';
import { ticketProperties } from './properties.ts';

/** One mounted ticket. `activate(false)` hides it but leaves everything in place. */
export type TicketPane = {
  ticket: PageTicket;
  element: HTMLElement;
  activate(isActive: boolean): void;
  add(message: FernwayMessage): void;
  /** Takes the ticket off the page for good. */
  close(): void;
};

/** Mounts a ticket: an empty grid at once, its content after the page's lag. */
export function createPane(page: DeskPage, ticket: PageTicket): TicketPane {
  const { options } = page;
  const isCustom = options.layout === 'custom' || (options.layout === 'mixed' && ticket.id % 3 === 1);
  const grid = h('div', {
    class: 'ticket-panes-grid-layout',
    'data-test-id': `ticket-${ticket.id}-${isCustom ? 'custom' : 'standard'}-layout`,
    'data-is-active': 'false',
  });
  const element = h('div', { class: 'workspace' }, grid);
  const drawn: { log?: Log; composer?: Composer } = {};
  const draw = () => {
    Object.assign(drawn, fill({ page, ticket, grid }));
    drawn.log?.scrollToLatest();
  };
  const lag = options.lagMs ?? page.delays.render;
  if (lag > 0) {
    grid.append(h('div', { class: 'pane-loading' }, progress(page.label('loading'))));
    setTimeout(draw, lag);
  } else draw();
  const usesDisplay = options.hide === 'display' || (options.hide === 'mixed' && ticket.id % 2 === 0);
  return {
    ticket,
    element,
    activate(isActive) {
      grid.classList.toggle('active', isActive);
      grid.dataset.isActive = String(isActive);
      element.style.visibility = isActive || usesDisplay ? '' : 'hidden';
      element.style.display = isActive || !usesDisplay ? '' : 'none';
      if (isActive) drawn.log?.scrollToLatest();
    },
    add(message) {
      ticket.messages.push(message);
      drawn.log?.add(message);
    },
    close() {
      drawn.composer?.close();
      element.remove();
    },
  };
}

type Fill = { page: DeskPage; ticket: PageTicket; grid: HTMLElement };

function fill({ page, ticket, grid }: Fill): { log: Log; composer: Composer } {
  const log = createLog(page, ticket);
  const composer = createComposer(page, ticket);
  grid.replaceChildren(
    h('div', { 'data-test-id': 'column-1', class: 'column properties' }, ticketProperties(page, ticket)),
    h('div', { 'data-test-id': 'column-2', class: 'column middle' }, conversation({ page, ticket, log, composer })),
    h('div', { 'data-test-id': 'column-3', class: 'column context' }, contextPanel(page, ticket)),
    ticketFooter(page, ticket, composer),
  );
  return { log, composer };
}

type Conversation = { page: DeskPage; ticket: PageTicket; log: Log; composer: Composer };

function conversation({ page, ticket, log, composer }: Conversation): HTMLElement {
  const subject = h('input', {
    'data-test-id': 'omni-header-subject',
    class: 'subject',
    'aria-label': page.label('subject'),
    value: ticket.subject,
  });
  const via = h('div', { 'data-test-id': 'omni-header-via-label', class: 'via' }, viaLabel(page, ticket.channel));
  return h(
    'div',
    { 'data-side-conversations-anchor-id': ticket.id, class: 'anchor' },
    h(
      'div',
      { class: 'conversation-polaris polaris-react-component rich_text', 'data-ticket-id': ticket.id },
      h('div', { class: 'conversation-head' }, subject, via),
      log.element,
      composer.element,
    ),
  );
}
