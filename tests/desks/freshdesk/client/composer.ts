import FroalaEditor from 'froala-editor';
import 'froala-editor/js/plugins/link.min.js';
import 'froala-editor/js/plugins/lists.min.js';
import 'froala-editor/css/froala_editor.pkgd.css';
import type { TicketView } from '../view.ts';
import { avatar, element, escapeHtml, safeHtml, wait } from './html.ts';
import { icon } from './icons.ts';
import type { Page } from './page.ts';
import { fullTime } from './time.ts';

// Froala 4.1.4 on purpose: on a host like this an unlicensed 5.4.0 answers undo with a notice. Its banner stays as it is.
const toolbar = {
  buttons: ['bold', 'italic', 'underline', 'formatOLSimple', 'formatUL', 'insertLink', 'undo', 'redo'],
  buttonsVisible: 8,
};

/** What the composer writes: a mail to the customer, or a note for colleagues. */
export type ComposerMode = 'reply' | 'note';

/** The reply box below a conversation; its editor exists only while it is open. */
export type Composer = { element: HTMLElement; open(mode: ComposerMode): void };

type Box = { item: HTMLElement; ticket: () => TicketView; page: Page; close(): void };

/** The closed reply box of a ticket; everything in it ends when `signal` aborts. */
export function createComposer(ticket: () => TicketView, page: Page, signal: AbortSignal): Composer {
  const item = element('<div class="ticket-details__item rich-editor"></div>');
  let current: { mode: ComposerMode; end: AbortController } | undefined;
  const close = () => {
    current?.end.abort();
    current = undefined;
    item.replaceChildren(...closedParts(page, open));
  };
  const open = (mode: ComposerMode) => {
    if (current?.mode === mode) return;
    current?.end.abort();
    const end = new AbortController();
    current = { mode, end };
    item.querySelector('.editor-placeholder')?.classList.add('is-opening');
    void wait(page.boot.delays.editor, AbortSignal.any([signal, end.signal])).then(
      () => drawEditor({ item, ticket, page, close }, mode, end.signal),
      () => {},
    );
  };
  signal.addEventListener('abort', () => current?.end.abort());
  close();
  return { element: item, open };
}

function closedParts({ boot, phrases }: Page, open: (mode: ComposerMode) => void): HTMLElement[] {
  const placeholder = element(
    `<button type="button" class="editor-placeholder" data-test-id="active-editor">${phrases.replyPrompt}</button>`,
  );
  const buttons = element(`<div class="editor-buttons">
    <button type="button" class="btn" data-test-id="ticket-action-reply" data-test-email-action-btn="reply" aria-label="${phrases.reply}">${icon('reply')}${phrases.reply}</button>
    <button type="button" class="btn" data-test-id="add-note" data-test-email-action-btn="note" aria-label="${phrases.addNote}">${icon('note')}${phrases.addNote}</button>
    <button type="button" class="btn" data-test-actions="forward" aria-label="${phrases.forward}">${icon('forward')}${phrases.forward}</button>
  </div>`);
  placeholder.addEventListener('click', () => open('reply'));
  buttons.querySelector('[data-test-email-action-btn="reply"]')?.addEventListener('click', () => open('reply'));
  buttons.querySelector('[data-test-email-action-btn="note"]')?.addEventListener('click', () => open('note'));
  const main = element('<div class="ticket-details__item__main"></div>');
  main.append(placeholder, buttons);
  return [element(avatar(boot.agent.name)), main];
}

function drawEditor({ item, ticket, page, close }: Box, mode: ComposerMode, ended: AbortSignal): void {
  const { boot, phrases } = page;
  const drawn = element(`<div class="ticket-editor ${mode === 'note' ? 'is-note' : ''}">
    <div class="ticket-editor__header">${mode === 'note' ? notifyMarkup(page) : recipientMarkup(ticket(), page)}</div>
    <div class="ticket-editor__bodytext"><div class="ticket-editor__source"></div></div>
    <div class="ticket-editor__footer">
      <button type="button" class="btn" data-test-id="discard">${phrases.discard}</button>
      <span class="split"><button type="button" class="btn btn--primary" data-test-id="submit">${mode === 'note' ? phrases.addNote : phrases.send}</button>
      <button type="button" class="btn btn--primary" id="send-and-set" aria-label="${phrases.sendAndSet}" aria-haspopup="true">▾</button></span>
    </div></div>`);
  const source = drawn.querySelector('.ticket-editor__source');
  item.replaceChildren(element(avatar(boot.agent.name)), drawn);
  const editor = startEditor(source, mode === 'note' ? '' : prefilled(ticket(), page), () =>
    item.scrollIntoView({ block: 'end' }),
  );
  ended.addEventListener('abort', () => editor.destroy());
  const submit = () => {
    const html: string = editor.html.get();
    close();
    void send(ticket().id, { mode, html, page });
  };
  drawn.querySelector('[data-test-id="submit"]')?.addEventListener('click', submit);
  drawn.querySelector('[data-test-id="discard"]')?.addEventListener('click', close);
  drawn.querySelector('#send-and-set')?.addEventListener('click', () => offerStatuses(page, submit));
}

function startEditor(source: Element | null, html: string, onReady: () => void): FroalaEditor {
  const editor: FroalaEditor = new FroalaEditor(
    source,
    {
      toolbarButtons: { moreText: toolbar },
      toolbarButtonsSM: { moreText: toolbar },
      toolbarButtonsXS: { moreText: toolbar },
      listAdvancedTypes: false,
      quickInsertEnabled: false,
      attribution: false,
      placeholderText: '',
      direction: document.dir === 'rtl' ? 'rtl' : 'ltr',
      theme: document.documentElement.dataset.theme === 'dark' ? 'desk-dark' : 'desk',
      heightMin: 140,
      heightMax: 320,
    },
    () => {
      editor.html.set(html);
      editor.selection.setAtStart(editor.el);
      editor.selection.restore();
      editor.events.focus();
      // Undo ends at what was filled in, not at an empty editor.
      editor.undo.reset();
      editor.undo.saveStep();
      onReady();
    },
  );
  return editor;
}

/** As Ember does, the menu is drawn in the page's wormhole, far from its button. */
function offerStatuses({ phrases }: Page, submit: () => void): void {
  const wormhole = document.querySelector('#ember-basic-dropdown-wormhole');
  if (!wormhole) return;
  const isOpen = wormhole.childElementCount > 0;
  wormhole.replaceChildren();
  if (isOpen) return;
  const item = element(`<button type="button" class="send-and-set-item">${phrases.sendAndSet}</button>`);
  item.addEventListener('click', () => {
    wormhole.replaceChildren();
    submit();
  });
  wormhole.append(item);
}

function recipientMarkup(ticket: TicketView, { phrases }: Page): string {
  return `<label>${phrases.to}</label><span class="chip">${escapeHtml(ticket.requester)} &lt;${escapeHtml(ticket.requesterEmail)}&gt;</span>`;
}

function notifyMarkup({ phrases }: Page): string {
  return `${icon('lock')}<label>${phrases.notify}</label><input type="text" data-test-notify-to aria-label="${phrases.notify}">`;
}

/** What Freshdesk puts into a new reply: room to write, the signature, and in mails the message that is answered. */
function prefilled(ticket: TicketView, { boot, language }: Page): string {
  const signature = `<p><br></p><div class="signature">${escapeHtml(boot.agent.name)}<br>Fernway</div>`;
  const last = ticket.entries.findLast(({ kind }) => kind === 'customer');
  if (ticket.source !== 'email' || !last) return signature;
  const body = element(`<div>${safeHtml(last.html)}</div>`);
  for (const quote of body.querySelectorAll('.gmail_quote, .freshdesk_quote')) quote.remove();
  const intro = `${escapeHtml(fullTime(last.at, language))}, ${escapeHtml(last.author)}:`;
  return `${signature}<div class="freshdesk_quote"><div>${intro}</div><blockquote>${body.innerHTML}</blockquote></div>`;
}

type Outgoing = { mode: ComposerMode; html: string; page: Page };

async function send(ticketId: number, { mode, html, page }: Outgoing): Promise<void> {
  await fetch(`/api/_/tickets/${ticketId}/${mode === 'note' ? 'notes' : 'reply'}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrf-token': page.boot.csrfToken },
    body: JSON.stringify({ body: html }),
  });
}
