import type { TicketView } from '../view.ts';
import { type ComposerMode, createComposer } from './composer.ts';
import { conversationList } from './conversation.ts';
import { contactInfo, ticketDetails } from './elements.ts';
import { element, escapeHtml, wait } from './html.ts';
import { icon } from './icons.ts';
import type { Page } from './page.ts';

/** The top buttons come a little after their bar, as they do in Freshdesk. */
const actionsDelayMs = 120;

/** Draws a ticket into `place` until `signal` aborts; the result takes in what has arrived meanwhile. */
export async function drawTicket(
  place: HTMLElement,
  first: TicketView,
  page: Page,
  signal: AbortSignal,
): Promise<(next: TicketView) => void> {
  let ticket = first;
  const layout = element(`<div class="ticket-page">
    <section id="mainactionbar" class="action-bar"></section>
    <div class="ticket-page__body">
      <div class="ticket-details-wrapper"><div class="tickets-conversation-pane"></div></div>
      <aside class="ticket-sidebar">${propertiesMarkup(ticket, page)}</aside>
    </div></div>`);
  const pane = layout.querySelector('.tickets-conversation-pane');
  const sidebar = layout.querySelector('.ticket-sidebar');
  pane?.append(ticketDetails(ticket, page));
  sidebar?.append(contactInfo(ticket, page));
  place.replaceChildren(layout);
  if (page.boot.delays.render > 0) await wait(page.boot.delays.render, signal);
  const list = conversationList(ticket, page, signal);
  const composer = createComposer(() => ticket, page, signal);
  pane?.append(list.element, composer.element);
  void wait(actionsDelayMs, signal).then(
    () => layout.querySelector('#mainactionbar')?.append(...actions(page, composer.open)),
    () => {},
  );
  return (next) => {
    ticket = next;
    list.update(next);
  };
}

function actions({ phrases, go }: Page, open: (mode: ComposerMode) => void): HTMLElement[] {
  const left = element(`<div class="page-actions__left reply-bar-top">
    <button type="button" class="btn" data-test-email-action="reply" aria-label="${phrases.reply}">${icon('reply')}${phrases.reply}</button>
    <button type="button" class="btn" data-test-note-action="add" aria-label="${phrases.addNote}">${icon('note')}${phrases.addNote}</button>
    <button type="button" class="btn" aria-label="${phrases.forward}">${icon('forward')}${phrases.forward}</button>
    <button type="button" class="btn" aria-label="${phrases.close}">${icon('close')}${phrases.close}</button>
  </div>`);
  const right = element(`<div class="page-actions__right">
    <button type="button" class="btn btn--icon" data-step="-1" aria-label="${phrases.previous}">${icon('previous')}</button>
    <button type="button" class="btn btn--icon" data-step="1" aria-label="${phrases.next}">${icon('next')}</button>
  </div>`);
  left.querySelector('[data-test-email-action="reply"]')?.addEventListener('click', () => open('reply'));
  left.querySelector('[data-test-note-action="add"]')?.addEventListener('click', () => open('note'));
  right.addEventListener('click', ({ target }) => {
    const step = target instanceof Element ? target.closest<HTMLElement>('[data-step]')?.dataset.step : undefined;
    const id = Number(/\d+$/.exec(location.pathname)?.[0]);
    if (step) go(`/a/tickets/${id + Number(step)}`);
  });
  return [left, right];
}

function propertiesMarkup(ticket: TicketView, { boot, phrases }: Page): string {
  const rows: [id: string, label: string, value: string][] = [
    ['status', phrases.status, phrases.statuses[ticket.status]],
    ['priority', phrases.priority, phrases.medium],
    ['group-agent', phrases.group, phrases.customerCare],
    ['agent', phrases.agent, boot.agent.name],
  ];
  const fields = rows.map(
    ([id, label, value]) =>
      `<div class="field" data-test-id="${id}"><span class="field__label">${label}</span><span class="label-field">${escapeHtml(value)}</span></div>`,
  );
  const tags = ticket.tags.map((tag) => `<span class="chip">${escapeHtml(tag)}</span>`).join('');
  return `<div class="card" data-test-id="ticket-properties-sticky"><div class="ticket-properties-wrapper">
    <h3>${phrases.properties}</h3>${fields.join('')}
    <div class="field"><span class="field__label">${phrases.tags}</span><span class="chips">${tags || '–'}</span></div>
  </div></div>`;
}
