import type { EntryView, TicketView } from '../view.ts';
import { avatar, element, escapeHtml, safeHtml, wait } from './html.ts';
import { icon } from './icons.ts';
import type { Page } from './page.ts';
import { fullTime, timeAgo } from './time.ts';

/** Longer conversations are collapsed: this many at the start and at the end stay. */
const shown = { first: 1, last: 4 };

/** A conversation on the page: the description first, then everything said, the reply box left to its owner. */
export type ConversationList = {
  element: HTMLElement;
  /** Appends the entries that the page doesn't have yet. */
  update(ticket: TicketView): void;
};

/** Draws a conversation, its middle collapsed if it is long, until `signal` aborts. */
export function conversationList(ticket: TicketView, page: Page, signal: AbortSignal): ConversationList {
  const list = element('<div class="conversation-list"></div>');
  const entries = new Map(ticket.entries.map((entry) => [album(ticket, entry), entry]));
  const draw = (entry: EntryView) => entryElement(ticket, entry, page);
  const observer = new MutationObserver((records) => {
    const touched = new Set(records.map(({ target }) => wrapperOf(target)));
    for (const wrapper of touched) {
      const entry = entries.get(wrapper?.dataset.album ?? '');
      if (wrapper && entry) wrapper.replaceWith(draw(entry));
    }
    observer.takeRecords();
  });
  // As in Ember, whoever changes what the page drew finds it drawn anew.
  observer.observe(list, { childList: true, subtree: true, characterData: true });
  signal.addEventListener('abort', () => observer.disconnect());

  const [description, ...rest] = ticket.entries;
  const hidden = rest.slice(shown.first, -shown.last);
  const collapses = hidden.length > 1;
  const head = collapses ? rest.slice(0, shown.first) : rest;
  if (description) list.append(draw(description));
  list.append(...head.map(draw));
  if (collapses) {
    list.append(loadMore(hidden, { page, draw, signal }), ...rest.slice(-shown.last).map(draw));
  }
  observer.takeRecords();
  return {
    element: list,
    update(next) {
      for (const entry of next.entries) {
        const key = album(next, entry);
        if (entries.has(key)) continue;
        entries.set(key, entry);
        const drawn = draw(entry);
        drawn.classList.add('arrived');
        list.append(drawn);
      }
      observer.takeRecords();
    },
  };
}

type Drawing = { page: Page; draw: (entry: EntryView) => HTMLElement; signal: AbortSignal };

function loadMore(hidden: readonly EntryView[], { page, draw, signal }: Drawing): HTMLElement {
  const label = page.phrases.conversations.replace('{}', String(hidden.length));
  const row = element(
    `<div class="load-more"><button type="button" data-test-button="load-more">${label}</button></div>`,
  );
  row.querySelector('button')?.addEventListener('click', () => {
    row.innerHTML = '<span class="conversation-dotted-loader"><i></i><i></i><i></i></span>';
    void wait(page.boot.delays.history, signal).then(
      () => row.replaceWith(...hidden.map(draw)),
      () => {},
    );
  });
  return row;
}

function album(ticket: TicketView, entry: EntryView): string {
  return entry.isDescription ? `ticket_${ticket.id}` : `note_${entry.id}`;
}

function wrapperOf(node: Node): HTMLElement | null {
  const parent = node instanceof Element ? node : node.parentElement;
  return parent?.closest<HTMLElement>('[data-album]') ?? null;
}

function entryElement(ticket: TicketView, entry: EntryView, page: Page): HTMLElement {
  const drawn = element(entry.isDescription ? descriptionMarkup(ticket, entry, page) : noteMarkup(entry, page));
  foldQuote(drawn, page);
  return drawn;
}

function descriptionMarkup(ticket: TicketView, entry: EntryView, page: Page): string {
  return `<div class="requestor-wrap" data-album="ticket_${ticket.id}">
    <div class="ticket-details__item ticket-details__requestor">${avatar(entry.author)}<div class="ticket-details__item__main">
      <div class="ticket-details__item__header">${headerMarkup(entry, page, page.phrases.reported[ticket.source])}</div>
      <div class="text-content-wrapper"><div class="text__content" id="ticket_original_request" data-test-id="ticket-description" dir="auto">${safeHtml(entry.html)}</div></div>
    </div></div></div>`;
}

function noteMarkup(entry: EntryView, page: Page): string {
  const { phrases } = page;
  const classes = [
    'ticket-details__item',
    ...(entry.looksPrivate ? ['ticket-details__privatenote'] : []),
    ...(entry.kind === 'customer' ? ['ticket-details__requestor'] : []),
  ].join(' ');
  return `<div class="conversation-wrapper" data-test-id="conversation-wrapper" data-album="note_${entry.id}">
    <div class="${classes}">${avatar(entry.author)}<div class="ticket-details__item__main" data-test-id="conversation-${entry.id}">
      <div class="conversation-header">${headerMarkup(entry, page, entry.kind === 'note' ? phrases.addedNote : phrases.replied)}</div>
      ${emailsMarkup(entry, page)}
      <div class="conversation-content" data-test-id="conversation-content-wrapper">
        <div class="text-content-wrapper" data-test-conversation="conversation-text">
          <div class="ticket_note text__content" data-note-id="${entry.id}" dir="auto">${safeHtml(entry.html)}</div>
        </div></div>
    </div></div></div>`;
}

function headerMarkup(entry: EntryView, { language }: Page, phrase: string): string {
  const full = escapeHtml(fullTime(entry.at, language));
  return `<span class="who"${entry.kind === 'customer' ? '' : ' data-test-is-agent'}><b data-test-id="user-name">${escapeHtml(entry.author)}</b>
    <span data-test-id="conversation-status">${escapeHtml(phrase)}</span>${entry.kind === 'note' ? icon('lock') : ''}</span>
    <span class="time" data-test-id="time-info" aria-label="${full}"><span data-test-id="time-ago">${escapeHtml(timeAgo(entry.at, language))}
    <span class="timeago-units">(${full})</span></span></span>`;
}

function emailsMarkup(entry: EntryView, { phrases }: Page): string {
  const line = (kind: string, label: string, addresses: readonly string[]) =>
    `<span data-test-id="${kind}">${label}: <span data-test-id="display-emails">${escapeHtml(addresses.join(', '))}</span></span>`;
  if (entry.to.length > 0) return `<div class="emails-info">${line('to-emails', phrases.to, entry.to)}</div>`;
  if (entry.notified.length === 0) return '';
  return `<div class="emails-info notify">${line('notified-to-emails', phrases.notified, entry.notified)}</div>`;
}

/** Folds quoted mail behind a button below the text, which stays in the document. */
function foldQuote(drawn: HTMLElement, { phrases }: Page): void {
  const body = drawn.querySelector('.text__content');
  if (!body?.querySelector('.gmail_quote, .freshdesk_quote')) return;
  body.classList.add('is-folded');
  const button = element(`<button type="button" class="quoted-toggle" aria-label="${phrases.quoted}">···</button>`);
  button.addEventListener('click', () => body.classList.toggle('is-folded'));
  body.after(button);
}
