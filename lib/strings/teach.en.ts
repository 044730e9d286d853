import type { Role } from '../core/ticket';
import { plural } from './language';

/** Text of the overlay in which an agent teaches Deskside a page. */
export const teachEn = {
  title: 'Teach Deskside this page',
  keys: 'Click it, or move with the arrow keys and press Enter. Escape leaves.',
  optional: 'optional',
  again: 'point again',
  steps: {
    customer: { name: 'A message of the customer', prompt: 'Point at the words of a message that the customer wrote.' },
    agent: { name: 'A message of an agent', prompt: 'Point at the words of a reply that an agent sent.' },
    author: { name: 'The name of a writer', prompt: 'Point at the name of whoever wrote one of the messages.' },
    editor: { name: 'The reply box', prompt: 'Point at the box in which you write replies. It must be open.' },
    switch: {
      name: 'Reply or note',
      prompt: 'Does this box write internal notes too? Then switch it to a note now, as you always do.',
    },
    note: { name: 'An internal note', prompt: 'Point at an internal note, so that it is never taken for a message.' },
    subject: { name: 'The subject', prompt: 'Point at the subject of the ticket.' },
  },
  switchKeys: 'The page is yours for this step. Deskside presses nothing.',
  isNote: 'Now it writes a note',
  switchAgain: 'again',
  skip: { switch: 'It never writes notes', note: 'There is no note here', subject: 'There is no subject' },
  read: (count: number) =>
    plural('en', count, { one: 'Deskside reads # message here.', other: 'Deskside reads # messages here.' }),
  oneSided: 'It does not find both a customer and an agent. Point at the messages again.',
  unknown: (count: number) =>
    plural('en', count, {
      one: 'It cannot tell who wrote # more, and leaves it out.',
      other: 'It cannot tell who wrote # more, and leaves them out.',
    }),
  messages: 'What Deskside reads',
  roles: {
    customer: 'Customer',
    agent: 'Agent',
    note: 'Note',
    bot: 'Bot',
    system: 'System',
  } satisfies Record<Role, string>,
  newestFirst: 'The newest message is on top',
  correct: 'Something wrong? Point at that part again above. If all is right, Deskside reads every ticket here so.',
  failures: {
    'no-address': 'The address of this page names no ticket. Open a single ticket first.',
    'no-list': 'The two messages do not lie in one list. Point at two messages of one conversation.',
    'no-difference': 'This page makes no difference between the messages of customers and of agents.',
    'no-editor': 'What you pointed at is no editor. Open the reply box and point at it.',
    'no-switch': 'Nothing on the page has changed. Switch the box to a note first, then press this.',
  },
  save: 'Save for this address',
  cancel: 'Cancel',
};

/** Keys every language must carry. */
export type TeachStrings = typeof teachEn;
