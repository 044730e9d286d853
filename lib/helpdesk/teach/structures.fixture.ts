import type { Role } from '../../core/ticket';

type Read = [Role, string | undefined, string][];

/** A way of building a conversation: one page to teach on, another ticket, where to point, and what is to be read. */
export type Structure = {
  name: string;
  address: string;
  page: string;
  next: string;
  picks: { customer: string; agent: string; author: string; editor: string; note?: string };
  expected: Read;
  expectedNext: Read;
};

const expected: Read = [
  ['customer', 'Ana Ruiz', 'My battery is dead.'],
  ['note', 'Kim Lee', 'Known batch.'],
  ['agent', 'Kim Lee', 'Which serial number?'],
  ['customer', 'Ana Ruiz', 'It is 4711.'],
];
const expectedNext: Read = [
  ['agent', 'Sam Poe', 'We got your parcel back.'],
  ['customer', 'Bo Lund', 'Thanks, please send it again.'],
];

type Line = { side: 'customer' | 'agent' | 'note'; name: string; text: string; at: string };
const lines: Line[] = [
  { side: 'customer', name: 'Ana Ruiz', text: 'My battery is dead.', at: '2026-11-02T09:00:00Z' },
  { side: 'note', name: 'Kim Lee', text: 'Known batch.', at: '2026-11-02T10:00:00Z' },
  { side: 'agent', name: 'Kim Lee', text: 'Which serial number?', at: '2026-11-02T10:05:00Z' },
  { side: 'customer', name: 'Ana Ruiz', text: 'It is 4711.', at: '2026-11-02T11:00:00Z' },
];
const nextLines: Line[] = [
  { side: 'agent', name: 'Sam Poe', text: 'We got your parcel back.', at: '2026-11-03T09:00:00Z' },
  { side: 'customer', name: 'Bo Lund', text: 'Thanks, please send it again.', at: '2026-11-03T09:30:00Z' },
];

type Draw = (line: Line, index: number) => string;

/** Both pages from how one message and what surrounds all of them are drawn. */
function draw(message: Draw, around: (messages: string[]) => string) {
  return { page: around(lines.map(message)), next: around(nextLines.map(message)) };
}

const box = '<form><textarea name="reply"></textarea></form>';

/** Conversations as helpdeks build them; none of these is a product's. */
export const structures: Structure[] = [
  {
    name: 'classes that say who wrote',
    address: '/tickets/12',
    ...draw(
      ({ side, name, text, at }) =>
        `<div class="message message--${side} css-1k2j3h"><div class="message__head"><span class="message__author">${name}</span><time datetime="${at}">2h</time></div><div class="message__body"><p>${text}</p></div></div>`,
      (all) =>
        `<h1>Battery</h1><aside><div class="message">advert</div></aside><div id="thread">${all.join('')}</div>${box}`,
    ),
    picks: {
      customer: '.message--customer p',
      agent: '.message--agent p',
      note: '.message--note p',
      author: '.message--customer .message__author',
      editor: 'textarea',
    },
    expected,
    expectedNext,
  },
  {
    name: 'a table of hashed classes and one data attribute',
    address: '/helpdesk/case?case_id=12',
    ...draw(
      ({ side, name, text, at }, index) =>
        `<tr class="kFqZpd" data-entry-id="${index + 70}"><td data-from="${side}"><b>${name}</b><br><small title="${at.slice(0, 16).replace('T', ' ')}">today</small></td><td><div class="sc-bdVaJa">${text}</div></td></tr>`,
      (all) => `<h1>Battery</h1><table><tbody>${all.join('')}</tbody></table>${box}`,
    ),
    picks: {
      customer: '[data-entry-id="70"] .sc-bdVaJa',
      agent: '[data-entry-id="72"] .sc-bdVaJa',
      note: '[data-entry-id="71"] .sc-bdVaJa',
      author: '[data-entry-id="70"] b',
      editor: 'textarea',
    },
    expected,
    expectedNext,
  },
  {
    name: 'groups by day',
    address: '/app/conversations/12',
    ...draw(
      ({ side, name, text, at }) =>
        `<li class="bubble" data-direction="${{ customer: 'incoming', agent: 'outgoing', note: 'internal' }[side]}"><strong class="who">${name}</strong><div class="text">${text}</div><time datetime="${at}"></time></li>`,
      (all) =>
        `<h1>Chat</h1><div class="days"><section class="day"><h2>Monday</h2><ul>${all.slice(0, 2).join('')}</ul></section><section class="day"><h2>Tuesday</h2><ul>${all.slice(2).join('')}</ul></section></div><div contenteditable="true" id="composer"></div>`,
    ),
    picks: {
      customer: '[data-direction="incoming"] .text',
      agent: '[data-direction="outgoing"] .text',
      author: '.who',
      editor: '#composer',
    },
    expected,
    expectedNext,
  },
  {
    name: 'two kinds of elements side by side',
    address: '/#/ticket/12',
    ...draw(
      ({ side, name, text, at }) =>
        side === 'customer'
          ? `<div class="inbound"><header><em class="from">${name}</em> <time datetime="${at}"></time></header><div class="content">${text}</div></div>`
          : `<div class="${side === 'note' ? 'private-remark' : 'outbound'}"><header><em class="from">${name}</em> <time datetime="${at}"></time></header><div class="content">${text}</div></div>`,
      (all) => `<h1>Order</h1><main class="conversation"><h2>Messages</h2>${all.join('')}</main>${box}`,
    ),
    picks: {
      customer: '.inbound .content',
      agent: '.outbound .content',
      author: '.inbound .from',
      editor: 'textarea',
    },
    // The note is another kind of element, which nobody pointed at.
    expected,
    expectedNext,
  },
  {
    name: 'a badge as the only difference',
    address: '/inbox/team/12',
    ...draw(
      ({ side, name, text, at }) =>
        `<article class="Post_item__Xa81b"><div><a class="Post_author__9k2Lm">${name}</a>${side === 'customer' ? '' : '<span class="Badge_staff__q1W2e">Staff</span>'}${side === 'note' ? '<span class="Badge_private__ww2Qe">Private</span>' : ''}<time datetime="${at}"></time></div><div class="Post_text__7hG5f">${text}</div></article>`,
      (all) => `<h1>Question</h1><div>${all.join('')}</div><footer>${box}</footer>`,
    ),
    picks: {
      customer: 'article:nth-of-type(1) .Post_text__7hG5f',
      agent: 'article:nth-of-type(3) .Post_text__7hG5f',
      author: 'article .Post_author__9k2Lm',
      editor: 'textarea',
    },
    expected,
    expectedNext,
  },
  {
    name: 'bare elements, told apart by an attribute deep inside',
    address: '/t/12',
    ...draw(
      ({ side, name, text, at }) =>
        `<div><div><img alt="" data-avatar="${side === 'customer' ? 'contact' : side === 'note' ? 'internal' : 'staff'}"><span>${name}</span><i data-timestamp="${Date.parse(at)}"></i></div><div><p>${text}</p></div></div>`,
      (all) =>
        `<h1>Hello</h1><div role="feed">${all.join('')}</div><div role="form"><div contenteditable="true"></div></div>`,
    ),
    picks: {
      customer: '[role="feed"] > div:nth-child(1) p',
      agent: '[role="feed"] > div:nth-child(3) p',
      author: '[role="feed"] > div:nth-child(1) span',
      editor: '[contenteditable]',
    },
    expected,
    expectedNext,
  },
  {
    name: 'styling classes alone, newest first',
    address: '/workspace/requests/12',
    ...draw(
      ({ side, name, text, at }) =>
        `<div class="flex mb-4"><div class="rounded p-3 ${{ customer: 'bg-gray-100', agent: 'bg-blue-600', note: 'bg-yellow-200' }[side]}"><div class="text-xs"><span class="font-bold">${name}</span> <time datetime="${at}"></time></div><div class="whitespace-pre-wrap">${text}</div></div></div>`,
      (all) =>
        `<h1>Help</h1><div class="flex-1 overflow-y-auto" data-panel="history">${all.toReversed().join('')}</div>${box}`,
    ),
    picks: {
      customer: '.bg-gray-100 .whitespace-pre-wrap',
      agent: '.bg-blue-600 .whitespace-pre-wrap',
      note: '.bg-yellow-200 .whitespace-pre-wrap',
      author: '.bg-gray-100 .font-bold',
      editor: 'textarea',
    },
    expected,
    expectedNext,
  },
];
