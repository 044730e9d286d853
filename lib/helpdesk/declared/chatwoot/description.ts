import type { HelpdeskDescription } from '../../../core/helpdesk-description';

/** Chatwoot 4: who wrote a message shows in its bubble's colour only; the reply box is ProseMirror or a textarea. */
export const chatwoot: HelpdeskDescription = {
  format: 1,
  id: 'chatwoot',
  name: 'Chatwoot',
  recognise: ['[data-message-id] [data-bubble-name]', '.reply-box'],
  address: ['/app/accounts/\\d+/(?:.*/)?conversations/(\\d+)'],
  isStrict: true,
  message: {
    item: '[data-message-id]:has([data-bubble-name])',
    id: { selector: '[data-message-id]', attribute: 'data-message-id' },
    roles: [
      { role: 'system', has: '[data-bubble-name="activity"]' },
      { role: 'note', has: '.bg-n-solid-amber[data-bubble-name], .i-lucide-lock-keyhole' },
      { role: 'agent', has: '.bg-n-solid-blue[data-bubble-name]' },
      { role: 'customer', has: '.bg-n-slate-4[data-bubble-name]' },
      { role: 'bot', has: '.bg-n-solid-iris[data-bubble-name]' },
      { role: 'skip', has: '.bg-n-ruby-4[data-bubble-name], [data-bubble-name="unsupported"]' },
    ],
    body: [
      '[data-bubble-name="email"] .letter-render',
      '[data-bubble-name] .prose:not(.line-clamp-2)',
      '[data-bubble-name]',
    ],
    skip: 'time, .cursor-pointer, [data-bubble-name="email"] > div:first-child',
    order: 'id',
  },
  requester: { name: [{ selector: '.conversation-details-wrap .text-base.font-medium' }] },
  channel: 'messaging',
  channels: [{ has: '[data-bubble-name="email"]', channel: 'email' }],
  editors: [
    {
      selector: '.reply-box .ProseMirror[contenteditable="true"]',
      format: 'rich',
      target: 'public',
      noteWhile: '.reply-box.is-private, .reply-box .is-private',
    },
    {
      selector: '.reply-box textarea',
      format: 'plain',
      target: 'public',
      noteWhile: '.reply-box.is-private, .reply-box .is-private',
    },
  ],
};
