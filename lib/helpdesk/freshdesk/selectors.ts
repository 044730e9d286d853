/**
 * Where things are in Freshdesk's agent interface (Ember conversation, Froala editor, shadow-DOM panels since 2026).
 * Only hooks that several working scripts agree on (2021 to 2026-11). Lists are in order of trust.
 */
export const freshdeskSelectors = {
  message: '.ticket-details__item:not(.rich-editor)',
  album: '[data-album]',
  headerId: '[data-test-id^="conversation-"]',
  noteId: '.ticket_note[data-note-id]',
  request: '#ticket_original_request, [data-test-id="ticket-description"]',
  /** What somebody wrote: mail may carry any markup, so nothing in here is a mark of the page. */
  written:
    '#ticket_original_request, [data-test-id="ticket-description"], [data-test-conversation="conversation-text"], .ticket_note[data-note-id]',
  /** Older layouts, where the words have no mark of their own. */
  writtenOlder: ['[data-test-id="conversation-content"]', '.text__content', '.text-content-wrapper'],
  author: ['[data-test-id="user-name"]', '.conversation-header .user', '.ticket-details__item__header .user'],
  /** Says the whole time in an attribute, or shows it in brackets behind "2 days ago". */
  timeLabel: '[data-test-id="time-info"][aria-label]',
  timeShown: '.timeago-units, .created-time',
  privateClass: '.ticket-details__privatenote, .privatenote',
  /** Only mails have recipients; a note's header holds those who were notified. */
  recipients: '.emails-info:not(.notify)',
  requestor: '.ticket-details__requestor, .requestor, .requestor-wrap',
  isAgent: '[data-test-is-agent]:not([data-test-is-agent="false"])',
  loadMore: 'button[data-test-button="load-more"]',
  /** What stands in the button's place while older messages are on their way. */
  loadingMore: '.conversation-dotted-loader',
  contactApp: 'mfe-application[app-id="fw-unified-mfe--contact-info"]',
  contact: 'fw-unified-mfe--contact-info',
  contactEmail: 'p.break-all',
  contactLight: ['.info-details-widget .info-details-content', '[data-test-id^="requester-info-"]'],
  agent: '[data-test-id="agent"] .label-field',
  tag: '.ticket-tags ul li .tag-options',
  editors: [
    '.ticket-editor__bodytext .fr-element[contenteditable="true"]',
    '.rich-editor .fr-element.fr-view[contenteditable="true"]',
  ],
  editorItem: '.ticket-details__item, .ticket-editor',
  notify: '[data-test-notify-to]',
  replyButtons: [
    'button[data-test-email-action="reply"]',
    '[data-test-id="ticket-action-reply"]',
    '[data-test-email-action-btn="reply"]',
  ],
  noteButtons: ['[data-test-id="add-note"]', '[data-test-note-action="add"]', '[data-test-email-action-btn="note"]'],
  /** What Freshdesk puts below the agent's words by itself. */
  below:
    '.freshdesk_quote, .x_freshdesk_quote, .gmail_quote, .fr-quoted-marker-remove, blockquote, [class*="signature"]',
} as const;
