import type { HelpdeskDescription } from '../../../core/helpdesk-description';

/**
 * FreeScout 1.8: one editor (Summernote) for replies, notes and forwards; its own drafts stand among the messages.
 * Checked by hand on a running 1.8.145, 2026-11-29: messages, notes and times read exactly, the closed box opened, a reply
 * inserted above the signature, sent by its own button and read back, refused by an open note. A page names the agent who
 * is signed in by first name alone.
 */
export const freescout: HelpdeskDescription = {
  format: 1,
  id: 'freescout',
  name: 'FreeScout',
  recognise: ['body[data-conversation_id]', '#conv-layout', '#conv-layout-main .thread'],
  address: ['/conversation/(\\d+)'],
  confirm: 'body[data-conversation_id="{id}"] *',
  message: {
    item: '#conv-layout-main .thread',
    id: { selector: '[data-thread_id]', attribute: 'data-thread_id' },
    roles: [
      { role: 'skip', has: '.thread-type-draft, .thread-type-lineitem' },
      { role: 'note', has: '.thread-type-note' },
      { role: 'customer', has: '.thread-type-customer' },
      { role: 'agent', has: '.thread-type-message' },
      { role: 'customer', has: '.thread-type-chat' },
    ],
    // FreeScout calls the agent who is signed in "you", and in the list of owners "Me".
    own: {
      same: { message: '.thread-person a', page: 'nav a', attribute: 'href' },
      name: [{ selector: '.nav-user' }],
    },
    author: [{ selector: '.thread-person strong a' }, { selector: '.thread-person strong' }],
    time: [
      { selector: '.thread-date[data-original-title]', attribute: 'data-original-title', format: 'written' },
      { selector: '.thread-date[title]', attribute: 'title', format: 'written' },
    ],
    body: ['.thread-content', '.thread-body'],
    skip: '.thread-attachments, .thread-meta, .alert',
    order: 'id',
  },
  subject: [{ selector: '#conv-subj-value', attribute: 'value' }, { selector: '.conv-subjtext' }],
  requester: {
    name: [{ selector: '.conv-customer-block .customer-name' }],
    email: [{ selector: '.conv-customer-block .customer-email a' }],
  },
  agent: [
    { selector: '#conv-assignee li.active:nth-child(n + 3) a' },
    { selector: 'body:has(#conv-assignee li.active:nth-child(2)) .nav-user' },
  ],
  channel: 'email',
  channels: [
    { has: '.conv-type-phone', channel: 'phone' },
    { has: '.conv-type-chat', channel: 'messaging' },
  ],
  editors: [
    {
      selector: '.conv-reply-block .note-editable',
      format: 'rich',
      target: 'public',
      noteWhile: '.conv-reply-block.conv-note-block',
      closedWhile: '.conv-reply-block.conv-forward-block',
    },
  ],
  open: { public: ['.conv-reply'], note: ['.conv-add-note'] },
  above: '.gmail_quote, blockquote, .fsReplyAbove',
};
