import type { HelpdeskDescription } from '../../../core/helpdesk-description';

/** Zammad 3 to 6, agent interface: open tickets stay mounted, the active one has a class; own contenteditable. */
export const zammad: HelpdeskDescription = {
  format: 1,
  id: 'zammad',
  name: 'Zammad',
  recognise: ['.content.active .ticketZoom-header, .content.active .ticketZoom', '.content.active .ticket-article'],
  address: ['#ticket/zoom/(\\d+)'],
  root: '.content.active',
  message: {
    item: '.ticket-article-item',
    id: { selector: '.ticket-article-item', attribute: 'data-id' },
    roles: [
      { role: 'note', has: '.ticket-article-item.is-internal, .text-bubble.internal' },
      { role: 'system', has: '.ticket-article-item.system' },
      { role: 'customer', has: '.ticket-article-item.customer' },
      { role: 'agent', has: '.ticket-article-item.agent' },
    ],
    author: [
      {
        selector: '.article-meta.top .article-meta-row:first-child .article-meta-value',
        pattern: '^"?([^"<@]*[^"<@\\s])"?(?=\\s*(?:<|$))',
      },
    ],
    time: [
      { selector: 'time.humanTimeFromNow[datetime]', attribute: 'datetime', format: 'iso' },
      { selector: 'time.humanTimeFromNow[data-time]', attribute: 'data-time', format: 'iso' },
    ],
    body: ['.richtext-content', '.textBubble-content', '.text-bubble'],
    skip: '.textBubble-overflowContainer, .js-signatureMarker, .attachments',
    order: 'id',
  },
  subject: [{ selector: '.ticket-title-update' }, { selector: '.js-objectTitle' }],
  requester: {
    name: [{ selector: '.sidebar[data-tab="customer"] h3 a' }, { selector: '.sidebar[data-tab="customer"] h3' }],
    email: [{ selector: '.sidebar[data-tab="customer"] a[href^="mailto:"]' }],
  },
  channel: 'email',
  channels: [{ has: '.ticket-article-item:first-child .icon-phone', channel: 'phone' }],
  editors: [
    {
      selector: '.article-new .articleNewEdit-body, .article-add .articleNewEdit-body',
      format: 'rich',
      target: 'public',
      noteWhile: '.article-add.is-internal',
      closedWhile: '.article-add:not(.is-internal) input[name="type"][value="note"]',
    },
  ],
  above: '.js-signatureMarker, [data-signature], blockquote',
};
