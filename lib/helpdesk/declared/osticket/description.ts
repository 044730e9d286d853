import type { HelpdeskDescription } from '../../../core/helpdesk-description';

/**
 * osTicket 1.18, staff panel: replies and notes have a form each, both on the page; Redactor, or a textarea without it.
 * Checked by hand on a running 1.18.1, 2026-11-29: messages, notes and times read exactly, a reply inserted into Redactor,
 * sent by its own button and read back, refused by the note's form.
 */
export const osticket: HelpdeskDescription = {
  format: 1,
  id: 'osticket',
  name: 'osTicket',
  recognise: ['#ticket_thread', '#thread-items[data-thread-id], #thread-items', '.thread-entry'],
  address: ['/scp/tickets\\.php\\?(?:[^#]*&)?id=(\\d+)'],
  confirm: 'form input[name="id"][value="{id}"], a[href*="tickets.php?id={id}"]',
  message: {
    // A task that is open in its own tab has a thread of the same markup, with notes of its own.
    item: '#ticket_thread .thread-entry',
    id: { selector: '[id^="thread-entry-"]', attribute: 'id' },
    roles: [
      { role: 'system', has: '.system' },
      { role: 'note', has: '.note' },
      { role: 'customer', has: '.message' },
      { role: 'agent', has: '.response' },
    ],
    author: [{ selector: '.header > b' }],
    time: [{ selector: '.header time[datetime]', attribute: 'datetime', format: 'iso' }],
    body: ['.thread-body > div:first-child', '.thread-body'],
    skip: '.attachments',
    order: 'time',
  },
  subject: [{ selector: '.tixTitle h3' }],
  requester: {
    name: [{ selector: '[id^="user-"][id$="-name"]' }],
    email: [{ selector: '[id^="user-"][id$="-email"]' }],
  },
  channel: 'email',
  editors: [
    { selector: '#reply .redactor-in, form[name="reply"] .redactor-in', format: 'rich', target: 'public' },
    { selector: '#note .redactor-in, form[name="note"] .redactor-in', format: 'rich', target: 'note' },
    { selector: 'textarea#response', format: 'plain', target: 'public' },
    { selector: 'textarea#internal_note', format: 'plain', target: 'note' },
  ],
  open: { public: ['#post-reply-tab'], note: ['#post-note-tab'] },
};
