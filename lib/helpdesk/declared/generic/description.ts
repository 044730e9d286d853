import type { HelpdeskDescription } from '../../../core/helpdesk-description';

/**
 * A helpdesk that follows the web's own conventions: articles in a log or feed, each with a time in full and a mark of
 * who wrote it. Where one message lacks the mark nothing is read at all: a note must never pass for the customer's.
 */
export const generic: HelpdeskDescription = {
  format: 1,
  id: 'generic',
  name: 'Standard markup',
  recognise: [
    ':is([role="log"], [role="feed"], main) :is(article, [role="article"], [itemtype*="schema.org/"]):has(time[datetime])',
    'textarea, [contenteditable="true"], [role="textbox"]',
    ':is(article, [role="article"], [itemtype*="schema.org/"]):is([data-role], [data-author-type], [data-sender-type], [data-direction])',
  ],
  address: [
    '/(?:tickets?|conversations?|cases?|requests?|threads?|inbox)/(?:[\\w-]+/)*?(\\d+)(?:[/?#]|$)',
    '[?&](?:ticket|ticket_?id|case|case_?id|conversation|conversation_?id)=(\\d+)',
  ],
  isStrict: true,
  message: {
    item: ':is([role="log"], [role="feed"], main) :is(article, [role="article"], [itemtype*="schema.org/"]):has(time[datetime]):not(:has(article, [role="article"]))',
    id: { selector: '[data-message-id]', attribute: 'data-message-id' },
    roles: [
      {
        role: 'note',
        has: '[data-private="true"], [data-internal="true"], [data-visibility="internal"], [data-visibility="private"]',
      },
      { role: 'note', has: '[data-role="note"], [data-author-type="note"], [data-sender-type="note"]' },
      { role: 'customer', has: '[data-role="customer"], [data-author-type="customer"], [data-sender-type="customer"]' },
      { role: 'customer', has: '[data-direction="incoming"], [data-direction="inbound"]' },
      { role: 'agent', has: '[data-role="agent"], [data-author-type="agent"], [data-sender-type="agent"]' },
      { role: 'agent', has: '[data-direction="outgoing"], [data-direction="outbound"]' },
      { role: 'bot', has: '[data-role="bot"], [data-author-type="bot"], [data-sender-type="bot"]' },
      { role: 'system', has: '[data-role="system"], [data-author-type="system"], [data-sender-type="system"]' },
    ],
    author: [
      { selector: '[itemprop="author"] [itemprop="name"]' },
      { selector: '[itemprop="author"]' },
      { selector: '[rel="author"]' },
    ],
    time: [{ selector: 'time[datetime]', attribute: 'datetime', format: 'iso' }],
    body: ['[itemprop="text"]', '[itemprop="articleBody"]', '[data-message-body]', 'p', 'article, [role="article"]'],
    skip: 'header, footer, time, [itemprop="author"], [rel="author"]',
    order: 'time',
  },
  subject: [{ selector: 'main h1' }, { selector: 'h1' }],
  channel: 'other',
  // Only editors that say for whom they write: without that a reply could go where it must not.
  editors: [
    { selector: 'main [contenteditable="true"][data-target="public"]', format: 'rich', target: 'public' },
    { selector: 'main [contenteditable="true"][data-target="note"]', format: 'rich', target: 'note' },
    { selector: 'main textarea[data-target="public"], main textarea[name="reply"]', format: 'plain', target: 'public' },
    { selector: 'main textarea[data-target="note"], main textarea[name="note"]', format: 'plain', target: 'note' },
  ],
};
