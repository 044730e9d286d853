import type { Message } from '../../../lib/core/ticket.ts';
import type { Letter } from './mime.ts';
import { kim, noor } from './people.ts';
import type { Gateway } from './server.ts';

/** A mail that arrives, and what Deskside must read of it. */
export type SeededMail = Pick<Letter, 'from' | 'text' | 'html' | 'files'> & {
  gateway: Gateway;
  read: Pick<Message, 'role' | 'authorName' | 'text'>;
};
export type SeededTicket = { subject: string; requester: { name: string; email: string }; mails: SeededMail[] };

const ana = { name: 'Ana Ruiz', email: 'ana@ruiz.example' };
/** Answers into Ana's ticket without being named on it. */
const ben = { name: 'Ben Cruz', email: 'ben@cruz.example' };
const layla = { name: 'ليلى حداد', email: 'layla@mail.example' };
const otto = { name: 'Otto Brandt', email: 'otto@brandt.example' };

/** The smallest picture: one transparent dot. */
const dot = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** An answer from Gmail, with the mail it answers below. */
const gmail = (html: string, line: string, quoted: string) =>
  `<div dir="auto">${html}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${line}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${quoted}</blockquote></div>`;

/** Mail, private comment, agent's answer above a quote, an answer in HTML, and somebody else who joins in. */
export const brakes: SeededTicket = {
  subject: 'Rear brake squeals',
  requester: ana,
  mails: [
    {
      gateway: 'correspond',
      from: ana,
      text: 'Hello,\n\nthe rear brake of my bike squeals since the rain.\nWhat can I do?\n\n-- \nAna Ruiz\n+34 600 000 000\n',
      read: {
        role: 'customer',
        authorName: 'Ana Ruiz',
        text: 'Hello,\nthe rear brake of my bike squeals since the rain.\nWhat can I do?',
      },
    },
    {
      gateway: 'comment',
      from: kim,
      text: 'Third squeal of this batch of pads this week. Do not promise her a refund.\n',
      read: {
        role: 'note',
        authorName: 'Kim Lee',
        text: 'Third squeal of this batch of pads this week. Do not promise her a refund.',
      },
    },
    {
      gateway: 'correspond',
      from: kim,
      text: 'Hello Ana,\n\nplease clean the pads with alcohol first:\n\n1. take the wheel out\n2. wipe both pads\n\nKim\n\nOn Mon, 2 Nov 2026 at 09:00, Ana Ruiz via RT wrote:\n> Hello,\n>\n> the rear brake of my bike squeals since the rain.\n',
      read: {
        role: 'agent',
        authorName: 'Kim Lee',
        text: 'Hello Ana,\nplease clean the pads with alcohol first:\n1. take the wheel out\n2. wipe both pads\nKim',
      },
    },
    {
      gateway: 'correspond',
      from: ana,
      text: 'Did that, it *still* squeals.\n\nOn Mon, 2 Nov 2026 at 10:05, Kim Lee via RT <support@fernway.example> wrote:\n\n> please clean the pads with alcohol first\n',
      html: gmail(
        'Did that, it <b>still</b> squeals. Is it the <a href="https://ruiz.example/rotor">rotor</a>?',
        'On Mon, 2 Nov 2026 at 10:05, Kim Lee via RT &lt;<a href="mailto:support@fernway.example">support@fernway.example</a>&gt; wrote:',
        '<p>Hello Ana,</p><p>please clean the pads with alcohol first</p>',
      ),
      read: { role: 'customer', authorName: 'Ana Ruiz', text: 'Did that, it still squeals. Is it the rotor?' },
    },
    {
      gateway: 'correspond',
      from: ben,
      text: 'I am the one who rides it: the front brake squeals now, too, and its lever feels soft. How can we stop the noise?\n',
      read: {
        role: 'customer',
        authorName: 'Ben Cruz',
        text: 'I am the one who rides it: the front brake squeals now, too, and its lever feels soft. How can we stop the noise?',
      },
    },
  ],
};

/** Right to left, mixed with numbers and Latin words. */
export const battery: SeededTicket = {
  subject: 'البطارية لا تشحن',
  requester: layla,
  mails: [
    {
      gateway: 'correspond',
      from: layla,
      text: 'مرحبا،\nاشتريت الدراجة Fernway X2 في 3 نوفمبر، والبطارية لا تشحن منذ أمس.\nماذا أفعل؟\n',
      read: {
        role: 'customer',
        authorName: 'ليلى حداد',
        text: 'مرحبا،\nاشتريت الدراجة Fernway X2 في 3 نوفمبر، والبطارية لا تشحن منذ أمس.\nماذا أفعل؟',
      },
    },
    {
      gateway: 'correspond',
      from: noor,
      text: 'أهلا ليلى،\nما لون الضوء على الشاحن؟\n',
      read: { role: 'agent', authorName: 'Noor Haddad', text: 'أهلا ليلى،\nما لون الضوء على الشاحن؟' },
    },
    {
      gateway: 'comment',
      from: noor,
      text: 'ربما من الدفعة المعيبة 4711، لا نخبر العميلة الآن.\n',
      read: { role: 'note', authorName: 'Noor Haddad', text: 'ربما من الدفعة المعيبة 4711، لا نخبر العميلة الآن.' },
    },
    {
      gateway: 'correspond',
      from: layla,
      html: gmail(
        '<p>الضوء <b>أخضر</b>.</p>',
        'On 4 Nov 2026 at 10:05, Noor Haddad wrote:',
        '<p>ما لون الضوء على الشاحن؟</p>',
      ),
      read: { role: 'customer', authorName: 'ليلى حداد', text: 'الضوء أخضر.' },
    },
  ],
};

/** HTML alone, with a list, a picture in the text and a file beside it; then an answer as Outlook quotes. */
export const order: SeededTicket = {
  subject: 'Order 58213: wrong parts & a "gift"',
  requester: otto,
  mails: [
    {
      gateway: 'correspond',
      from: otto,
      html: '<html><body><p>Good morning,</p><p>in the box were:</p><ul><li>two left pedals</li><li>a bell &lt;silver&gt;</li></ul><p><img src="cid:dot@brandt.example" alt=""></p><p>Regards<br>Otto</p></body></html>',
      files: [
        { name: 'box.gif', type: 'image/gif', content: dot, contentId: 'dot@brandt.example' },
        { name: 'invoice.txt', type: 'text/plain; charset=utf-8', content: Buffer.from('Invoice 58213, paid.\n') },
      ],
      read: {
        role: 'customer',
        authorName: 'Otto Brandt',
        text: 'Good morning,\nin the box were:\n- two left pedals\n- a bell <silver>\nRegards\nOtto',
      },
    },
    {
      gateway: 'correspond',
      from: otto,
      html: '<html><body><div>The pedals are both marked L.</div><div><hr style="display:inline-block;width:98%" tabindex="-1"></div><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> Fernway via RT &lt;support@fernway.example&gt;<br><b>Sent:</b> Monday, November 2, 2026 9:01<br><b>To:</b> otto@brandt.example<br><b>Subject:</b> [fernway.example #3] AutoReply: Order 58213</div><div>Greetings, this message has been automatically generated.</div></body></html>',
      read: { role: 'customer', authorName: 'Otto Brandt', text: 'The pedals are both marked L.' },
    },
  ],
};

/** In the order in which they arrive: their numbers are 1, 2 and 3. */
export const seededTickets: readonly SeededTicket[] = [brakes, battery, order];
