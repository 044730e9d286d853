/** Pages of Freshdesk's agent interface for tests, as section C of the interface facts describes them. */

/** One item of the conversation. */
export type FixtureItem = {
  id: string;
  kind: 'customer' | 'agent' | 'note' | 'outsider';
  name: string;
  html: string;
};

export type FixtureTicket = {
  id: string;
  description: { name: string; html: string };
  items: FixtureItem[];
  contact?: 'shadow' | 'light';
  hasMore?: boolean;
  isNewestFirst?: boolean;
  editor?: 'reply' | 'note';
};

/** A note has no recipients; an outsider's reply looks private but has them. */
export function itemHtml(item: FixtureItem): string {
  const isPrivate = item.kind === 'note' || item.kind === 'outsider';
  const recipients =
    item.kind === 'note'
      ? '<div class="emails-info notify">Sam</div>'
      : '<div class="emails-info">To: help@acme.example</div>';
  const kind = item.kind === 'customer' || item.kind === 'outsider' ? 'ticket-details__requestor' : '';
  return `
    <div class="ticket-details__item ${isPrivate ? 'ticket-details__privatenote' : ''} ${kind}">
      <div data-test-id="conversation-wrapper" data-album="note_${item.id}">
        <div class="conversation-header"><b data-test-id="user-name">${item.name}</b>
          <span data-test-id="conversation-status">antwortete</span>
          ${item.kind === 'agent' || item.kind === 'note' ? '<i data-test-is-agent></i>' : ''}${recipients}</div>
        <div data-test-id="conversation-content-wrapper"><div data-test-conversation="conversation-text">
          <div class="ticket_note" data-note-id="${item.id}">${item.html}</div></div></div>
      </div>
    </div>`;
}

/** The editor as it stands after Reply or Add note was pressed. */
export function editorHtml(kind: 'reply' | 'note', body = '<p><br></p>'): string {
  const notify = kind === 'note' ? '<div data-test-notify-to>Notify</div>' : '';
  return `
    <div class="ticket-details__item rich-editor">${notify}
      <div class="ticket-editor__bodytext"><div class="fr-element fr-view" contenteditable="true">${body}</div></div>
    </div>`;
}

function contactHtml(kind: 'shadow' | 'light'): string {
  if (kind === 'light')
    return '<div class="info-details-widget"><div class="info-details-content">ana@ruiz.example</div></div>';
  return '<mfe-application app-id="fw-unified-mfe--contact-info"><fw-unified-mfe--contact-info><template shadowrootmode="open"><p class="break-all">ana@ruiz.example</p></template></fw-unified-mfe--contact-info></mfe-application>';
}

/** The whole page. Put in with `setHTMLUnsafe`, which builds the shadow root. */
export function freshdeskPage(ticket: FixtureTicket): string {
  const items = ticket.items.map(itemHtml);
  const more = ticket.hasMore ? '<button data-test-button="load-more">+11</button>' : '';
  const editor = ticket.editor
    ? editorHtml(ticket.editor)
    : '<button class="editor-placeholder" data-test-id="active-editor">Reply</button>';
  return `
    <div class="header-primary"><span class="breadcrumb-title" data-test-title="main-title">All unresolved</span></div>
    <section id="mainactionbar"><button data-test-email-action="reply">Reply</button><button data-test-id="add-note">Note</button></section>
    <div class="ticket-details-wrapper">
      <div class="ticket-details__item requestor">
        <div class="requestor-wrap" data-album="ticket_${ticket.id}">
          <div class="ticket-details__item__header"><b data-test-id="user-name">${ticket.description.name}</b></div>
          <div id="ticket_original_request" data-test-id="ticket-description">${ticket.description.html}</div>
        </div>
      </div>
      ${more}${(ticket.isNewestFirst ? items.toReversed() : items).join('')}
      <div data-place="editor">${editor}</div>
    </div>
    ${contactHtml(ticket.contact ?? 'shadow')}`;
}

/** One conversation for all layouts, oldest first. */
export const freshdeskTicket: FixtureTicket = {
  id: '12',
  description: { name: 'Ana Ruiz', html: '<p>Hello,</p><p>my battery is dead.</p>' },
  items: [
    { id: '101', kind: 'note', name: 'Kim Lee', html: '<p>Known batch.</p>' },
    { id: '102', kind: 'agent', name: 'Kim Lee', html: '<p>Which serial number?</p>' },
    {
      id: '103',
      kind: 'outsider',
      name: 'Ana Ruiz',
      html: '<p>It is 4711.</p><div class="freshdesk_quote">Which serial number?</div>',
    },
  ],
};
