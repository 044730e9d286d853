import type { FernwayMessage } from '../../fernway/types.ts';
import type { DeskPage, PageTicket } from './desk-page.ts';
import { h, progress } from './dom.ts';
import { messageArticle } from './message.ts';

/** A ticket's conversation on the page. */
export type Log = { element: HTMLElement; add(message: FernwayMessage): void; scrollToLatest(): void };

/** Draws the conversation; older messages stay away behind "show more", and come in two lots. */
export function createLog(page: DeskPage, ticket: PageTicket): Log {
  const { isNewestFirst, shown } = page.options;
  const hidden = ticket.messages.slice(0, Math.max(0, ticket.messages.length - shown));
  const container = h('div', { 'data-test-id': 'omni-log-container', class: 'log' });
  const scroller = h('section', { role: 'feed', class: 'log-scroller' }, container);
  const put = (node: HTMLElement, isLater: boolean) =>
    isLater === isNewestFirst ? container.prepend(node) : container.append(node);
  put(h('div', { id: `convo_log_sentinel_${ticket.id}` }), true);
  for (const message of ticket.messages.slice(hidden.length)) {
    put(messageArticle(page, ticket, message), true);
    for (const line of eventsAfter(page, ticket, message)) put(line, true);
  }
  if (hidden.length > 0) put(showMore({ page, ticket, hidden, put }), false);
  const scrollToLatest = () => {
    scroller.scrollTop = isNewestFirst ? 0 : scroller.scrollHeight;
  };
  let isAtLatest = true;
  scroller.addEventListener('scroll', () => {
    const rest = isNewestFirst
      ? scroller.scrollTop
      : scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    isAtLatest = rest < 40;
  });
  // The composer grows after the log is drawn, and with every line the agent types.
  new ResizeObserver(() => {
    if (isAtLatest) scrollToLatest();
  }).observe(scroller);
  return {
    element: scroller,
    scrollToLatest,
    add(message) {
      put(messageArticle(page, ticket, message), true);
      scrollToLatest();
    },
  };
}

type More = {
  page: DeskPage;
  ticket: PageTicket;
  hidden: FernwayMessage[];
  put(node: HTMLElement, isLater: boolean): void;
};

/** Each press brings the latest half of what is left, the last few at once. */
function showMore({ page, ticket, hidden, put }: More): HTMLElement {
  const button = h('button', { type: 'button', 'data-test-id': 'convolog-show-more-button', class: 'show-more' });
  button.textContent = page.label('showMore', { n: hidden.length });
  button.onclick = async () => {
    const ring = progress(page.label('loading'));
    button.replaceWith(ring);
    await new Promise((resolve) => setTimeout(resolve, page.delays.history));
    ring.remove();
    const lot = hidden.splice(hidden.length > 8 ? Math.floor(hidden.length / 2) : 0);
    for (const message of lot.reverse()) put(messageArticle(page, ticket, message), false);
    if (hidden.length > 0) put(showMore({ page, ticket, hidden, put }), false);
  };
  return button;
}

/** Lines that are no messages: who the conversation went to, and the service level's divider. */
function eventsAfter(page: DeskPage, ticket: PageTicket, message: FernwayMessage): HTMLElement[] {
  if (ticket.channel !== 'native_messaging' || message !== ticket.messages[0]) return [];
  const name = page.agent.name;
  return [
    h(
      'div',
      { 'data-test-id': 'convolog-item-message-assign-ticket', class: 'event' },
      page.label('assigned', { name }),
    ),
  ];
}
