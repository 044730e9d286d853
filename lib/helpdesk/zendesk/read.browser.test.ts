import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Message, Ticket } from '../../core/ticket';
import { stateScope } from '../observe';
import { type FixtureMessage, type FixturePane, messageHtml, zendeskMessages, zendeskPage } from './fixture';
import { isMailItem, readLog, readMessage } from './message';
import { findPane } from './pane';
import { createZendeskReader } from './read';
import { zendeskSelectors as at } from './selectors';

const reader = () => createZendeskReader(() => '/agent/tickets/12');
const logIn = (root: ParentNode): Element => root.querySelector(at.log) as Element;

function draw(html: string): HTMLElement {
  document.body.innerHTML = html;
  return document.body;
}

const drawPane = (part: Partial<FixturePane> = {}) =>
  draw(zendeskPage([{ id: '12', messages: zendeskMessages, ...part }]));

/** One item from the markup inside it. */
function item(inside: string): Element {
  const root = draw(`<article data-test-id="omni-log-comment-item">${inside}</article>`);
  return root.firstElementChild as Element;
}

const content = (words: string) => `<div data-test-id="omni-log-message-content">${words}</div>`;
const bubble = (type: string, words: string, more = '') =>
  `<div data-test-id="omni-log-item-message" type="${type}" ${more}>${content(words)}</div>`;

function ticketOf(read: ReturnType<ReturnType<typeof reader>['read']>): Ticket {
  if (read.kind !== 'ticket') throw new Error(`read ${read.kind}`);
  return read.ticket;
}

afterEach(() => {
  vi.restoreAllMocks();
  document.body.innerHTML = '';
});

describe('the items of a log', () => {
  const piece = fc.constantFrom(
    '<article data-test-id="omni-log-comment-item">',
    '</article>',
    '<div>',
    '</div>',
    '<button data-test-id="convolog-show-more-button">+</button>',
    '<span role="progressbar"></span>',
    'words',
  );

  it('are those that lie in no other, in the page’s order, with what says that there are more beside them', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const log = document.createElement('div');
        log.innerHTML = pieces.join('');
        const isOutside = (element: Element) => !element.parentElement?.closest(at.message);
        const outside = (selector: string) => [...log.querySelectorAll(selector)].filter(isOutside);
        const read = readLog(log);
        found += read.items.length + read.more.length;
        expect(read.items).toEqual(outside(at.message));
        expect(read.more).toEqual(outside(`${at.showMore},${at.loadingMore}`));
      }),
    );
    expect(found).toBeGreaterThan(100);
  });

  it('are found around a form whose controls have the names of its properties', () => {
    const names = ['firstElementChild', 'nextElementSibling', 'parentElement', 'matches', 'getAttribute', 'firstChild'];
    const form = `<form>${names.map((name) => `<input name="${name}">`).join('')}</form>`;
    const root = draw(
      `<div>${form}<article data-test-id="omni-log-comment-item">${form}${bubble('agent', 'Words.')}</article></div>`,
    );
    const [hidden] = document.forms;
    expect(hidden?.contains(hidden.nextElementSibling)).toBe(true);
    const { items } = readLog(root);
    expect(items.map((one) => readMessage(one)?.text)).toEqual(['Words.']);
  });
});

describe('one item', () => {
  const words = '<p>It is 4711.</p>';
  const badge = '<svg data-test-id="omni-log-avatar-badge-AgentBadge"></svg>';
  const tag = '<div data-test-id="omni-log-internal-note-tag">Internal</div>';
  const sender = (name: string) => `<div data-test-id="omni-log-item-sender"><strong>${name}</strong></div>`;
  const link = (name: string) => `<a data-test-id="omni-log-comment-user-link"><strong>${name}</strong></a>`;
  const time = (at: string) => `<div><time datetime="${at}"></time></div>`;
  const chat = (type: string) => bubble(type, words);
  const cases: [string, string, Partial<Record<keyof Message, string | undefined>> | undefined][] = [
    ['an internal bubble is a note', chat('internal'), { role: 'note' }],
    ['a note’s tag makes a note of it, whatever its bubble says', tag + chat('end-user'), { role: 'note' }],
    ['a bot’s bubble is the bot’s', chat('bot'), { role: 'bot' }],
    ['without a bubble the badge tells an agent', badge + content(words), { role: 'agent' }],
    ['without bubble and badge it is the customer’s', content(words), { role: 'customer', text: 'It is 4711.' }],
    ['marks below other elements count', `<div><p>${tag}</p></div>${chat('agent')}`, { role: 'note' }],
    ['marks behind the words count', chat('agent') + tag, { role: 'note' }],
    ['marks in the words do not', bubble('agent', words + tag + time('2026-01-01')), { role: 'agent', at: undefined }],
    [
      'a bubble in the words is words',
      bubble('agent', bubble('internal', words)),
      { role: 'agent', text: 'It is 4711.' },
    ],
    ['the link’s name comes before the sender’s', sender('Line') + link('Kim') + chat('agent'), { authorName: 'Kim' }],
    ['an empty link leaves the sender’s name', link('') + sender('Kim') + chat('agent'), { authorName: 'Kim' }],
    [
      'the first time counts',
      time('2026-02-01T00:00:00Z') + time('2026-01-01') + chat('bot'),
      { at: '2026-02-01T00:00:00.000Z' },
    ],
    ['a time that is none is none', time('never') + chat('bot'), { at: undefined }],
    [
      'hidden bubbles are not read',
      bubble('agent', '<p>Old.</p>', 'aria-hidden="true"') + bubble('end-user', words),
      { role: 'customer', text: 'It is 4711.' },
    ],
    ['nor those in something hidden', `<div aria-hidden="true">${chat('agent')}</div>`, undefined],
    [
      'each mail in it is read',
      bubble(
        'agent',
        '<div class="zd-comment">One.<div class="zd-comment">More.</div></div><div class="zd-comment">Two.</div>',
      ),
      { text: 'One.\nMore.\nTwo.' },
    ],
    [
      'files stand for words that are not there',
      `${bubble('agent', '')}<a class="attachment">bill.pdf</a>`,
      { text: 'bill.pdf' },
    ],
    ['without words and files it is none', sender('Kim') + bubble('agent', ' '), undefined],
  ];

  it.each(cases)('%s', (_name, inside, expected) => {
    const message = readMessage(item(inside));
    if (expected === undefined) expect(message).toBeUndefined();
    else
      expect({
        role: message?.role,
        text: message?.text,
        at: message?.at,
        authorName: message?.authorName,
      }).toMatchObject(expected);
  });

  it('that somebody’s words hold is not read, marks and all', () => {
    const root = draw(content(`<article data-test-id="omni-log-comment-item">${tag}${chat('agent')}</article>`));
    expect(readMessage(root.querySelector('article') as Element)).toBeUndefined();
  });

  it('is a mail when it holds one and is no note', () => {
    const mail = '<div class="zd-comment">Words.</div>';
    expect(isMailItem(item(bubble('agent', mail)))).toBe(true);
    expect(isMailItem(item(bubble('internal', mail)))).toBe(false);
    expect(isMailItem(item(bubble('agent', words)))).toBe(false);
  });
});

describe('the order', () => {
  const said = (at: string, html: string): FixtureMessage => ({ type: 'agent', name: 'Kim', at, html });
  const textsOf = (messages: FixtureMessage[]) => {
    drawPane({ messages });
    return ticketOf(reader().read()).messages.map(({ text }) => text);
  };
  const one = said('2026-11-02T09:00:00Z', 'one');
  const two = said('2026-11-02T09:01:00Z', 'two');
  const three = said('2026-11-02T09:02:00Z', 'three');

  it('is by time, whatever the page’s', () => {
    for (const messages of [
      [one, two, three],
      [three, two, one],
      [two, one, three],
    ])
      expect(textsOf(messages)).toEqual(['one', 'two', 'three']);
  });

  it('is the page’s between messages of one time', () => {
    expect(textsOf([one, said(one.at, 'beside'), two])).toEqual(['one', 'beside', 'two']);
    expect(textsOf([two, said(one.at, 'beside'), one])).toEqual(['one', 'beside', 'two']);
  });

  it('is the page’s, or the page’s from below, where a time is missing', () => {
    expect(textsOf([one, said('', 'undated'), two])).toEqual(['one', 'undated', 'two']);
    expect(textsOf([two, said('', 'undated'), one])).toEqual(['one', 'undated', 'two']);
  });
});

describe('the pane', () => {
  const marks: [string, (id: string) => string][] = [
    [
      'its own layout',
      (id) => `<div class="ticket-panes-grid-layout active" data-test-id="ticket-${id}-custom-layout"></div>`,
    ],
    [
      'a layout in it',
      (id) => `<div class="ticket-panes-grid-layout active"><p data-test-id="ticket-${id}-x-layout"></p></div>`,
    ],
    ['its own attribute', (id) => `<div class="ticket-panes-grid-layout active" data-ticket-id="${id}"></div>`],
    ['its conversation', (id) => `<div class="ticket-panes-grid-layout active"><p data-ticket-id="${id}"></p></div>`],
    [
      'its side conversations',
      (id) => `<div class="ticket-panes-grid-layout active"><p data-side-conversations-anchor-id="${id}"></p></div>`,
    ],
  ];

  it.each(marks)('is known by %s', (_name, html) => {
    expect(findPane(draw(html('12')).ownerDocument, '12')).toBe(document.querySelector('.active'));
    expect(findPane(draw(html('13')).ownerDocument, '12')).toBeUndefined();
  });

  it('is known by its own layout before one in it', () => {
    const inner = '<p data-test-id="ticket-12-standard-layout"></p>';
    draw(`<div class="ticket-panes-grid-layout active" data-test-id="ticket-13-standard-layout">${inner}</div>`);
    expect(findPane(document, '13')).toBe(document.querySelector('.active'));
  });

  it('is watched with every other pane’s state: those beside it, around it, and not what is in it anyhow', () => {
    const page = zendeskPage([
      { id: '13', messages: zendeskMessages, hidden: 'visibility' },
      { id: '12', messages: zendeskMessages },
    ]);
    draw(`<div class="ticket-panes-grid-layout outer">${page}</div><div class="ticket-panes-grid-layout far"></div>`);
    const pane = findPane(document, '12') as Element;
    pane.insertAdjacentHTML('beforeend', '<div class="ticket-panes-grid-layout inner"></div>');
    const states = reader()
      .scopes()
      .filter(({ options }) => options === stateScope)
      .map(({ node }) => node);
    const expected = [...document.querySelectorAll(`#main_panes > *, ${at.grid}:not(.inner)`)].filter(
      (one) => one !== pane,
    );
    expect(expected.length).toBe(5);
    expect(new Set(states)).toEqual(new Set(expected));
  });
});

describe('a long conversation', () => {
  it('is not searched again for one more message', () => {
    const messages = Array.from({ length: 60 }, (_, index) => zendeskMessages[index % 5] as FixtureMessage);
    const log = logIn(drawPane({ messages }));
    const open = reader();
    while (open.read().kind === 'unfinished');
    log.insertAdjacentHTML('beforeend', messageHtml({ ...zendeskMessages[0], html: 'News.' } as FixtureMessage));
    open.forget([log]);
    const whole: string[] = [];
    const seen = { one: 0, all: 0 };
    for (const type of [Document, Element]) {
      const { querySelector, querySelectorAll } = type.prototype;
      vi.spyOn(type.prototype, 'querySelectorAll').mockImplementation(function (
        this: ParentNode & Node,
        selector: string,
      ) {
        seen.all += 1;
        if (this.contains(log)) whole.push(selector);
        return querySelectorAll.call(this, selector);
      });
      vi.spyOn(type.prototype, 'querySelector').mockImplementation(function (
        this: ParentNode & Node,
        selector: string,
      ) {
        seen.one += 1;
        const found = querySelector.call(this, selector);
        // What is found stands before the conversation; what is not was looked for in all of it.
        if (this.contains(log) && !found) whole.push(selector);
        return found;
      });
    }
    open.scopes();
    const ticket = ticketOf(open.read());
    vi.restoreAllMocks();
    expect(ticket.messages.some(({ text }) => text === 'News.')).toBe(true);
    expect(ticket.messages.length).toBe(61);
    expect(seen.one).toBeGreaterThan(3);
    expect(seen.all).toBeGreaterThan(3);
    expect(whole).toEqual([]);
  });
});
