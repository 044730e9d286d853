import { afterEach, describe, expect, it } from 'vitest';
import type { HelpdeskDescription } from '../../core/helpdesk-description';
import type { Role } from '../../core/ticket';
import { descriptions } from '../declared/descriptions';
import { parseDescription } from '../declared/parse-description';
import { readTicketId } from '../declared/read';
import { type Expectation, pairFixtures } from '../exactness/fixture';
import { openRecordedPage } from '../exactness/open-page';
import { learnAddress } from './address';
import { generalise, type Picks, previewMessages } from './generalise';
import { marksOf } from './marks';
import { structures } from './structures.fixture';

const home = location.pathname + location.search;
afterEach(() => openRecordedPage('', location.origin + home));

function pick(selector: string): Element {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return element;
}

type Selectors = Record<'customer' | 'agent' | 'author' | 'editor', string> & { note?: string; subject?: string };

function pickAll({ note, subject, ...selectors }: Selectors): Picks {
  const { customer, agent, author, editor } = selectors;
  return {
    customer: pick(customer),
    agent: pick(agent),
    author: pick(author),
    editor: pick(editor),
    ...(note ? { note: pick(note) } : {}),
    ...(subject ? { subject: pick(subject) } : {}),
  };
}

/** What is learnt, as it is after it was stored as JSON and read again. */
function learn(selectors: Selectors): HelpdeskDescription {
  const learnt = generalise(pickAll(selectors), document, location);
  if (!learnt.ok) throw new Error(learnt.error.message);
  const parsed = parseDescription(JSON.stringify(learnt.value));
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

const said = (description: HelpdeskDescription) =>
  previewMessages(description, document).messages.map(({ role, authorName, text }) => [role, authorName, text]);

describe.each(structures)('a page with $name', ({ page, next, address, picks, expected, expectedNext }) => {
  it('is read from one message of each side', () => {
    openRecordedPage(page, location.origin + address);
    const description = learn(picks);
    expect(said(description)).toEqual(expected);
    expect(readTicketId(description, address, document)).toMatch(/\d/);
  });

  it('teaches how another ticket is read', () => {
    openRecordedPage(page, location.origin + address);
    const description = learn(picks);
    openRecordedPage(next, location.origin + address);
    expect(said(description)).toEqual(expectedNext);
  });
});

const recorded = pairFixtures(
  import.meta.glob<string>('../**/fixtures/*.html', { query: '?raw', import: 'default', eager: true }),
  import.meta.glob<unknown>('../**/fixtures/*.json', { import: 'default', eager: true }),
);

function openRecorded(adapter: string, name: string): Expectation & { state: 'ticket' } {
  const page = recorded.find((one) => one.adapter === adapter && one.name === name);
  if (page?.expected.state !== 'ticket') throw new Error(`no ticket ${adapter}/${name}`);
  openRecordedPage(page.html, page.expected.address);
  return page.expected;
}

/** Role and text alone: names and times stand where the helpdesk's own description knows better. */
function rolesAndTexts(messages: readonly { role: Role; text: string }[]): string[] {
  return messages.filter(({ role }) => role !== 'system').map(({ role, text }) => `${role}: ${text}`);
}

/** Helpdesks by their recorded pages: taught on one, read on another. The generalising code knows none of them. */
const foreign: { adapter: string; taught: string; read: string; picks: Selectors }[] = [
  {
    adapter: 'osticket',
    taught: 'reply-draft',
    read: 'relative-times',
    picks: {
      customer: '.thread-entry.message .thread-body > div',
      agent: '.thread-entry.response .thread-body p',
      note: '.thread-entry.note .thread-body p',
      author: '.thread-entry.message .header > b',
      editor: '#reply .redactor-in',
      subject: '.tixTitle h3',
    },
  },
  {
    adapter: 'freescout',
    taught: 'reply-open',
    read: 'arabic',
    picks: {
      customer: '.thread-type-customer .thread-content',
      agent: '.thread-type-message .thread-content p',
      note: '.thread-type-note .thread-content',
      author: '.thread-type-message .thread-person a',
      editor: '.note-editable',
    },
  },
  {
    adapter: 'zammad',
    taught: 'mail',
    read: 'arabic',
    picks: {
      customer: '.ticket-article-item.customer .richtext-content',
      agent: '.ticket-article-item.agent:not(.is-internal) .richtext-content p',
      note: '.is-internal .richtext-content',
      author: '.customer .article-meta-value',
      editor: '.articleNewEdit-body',
    },
  },
  {
    adapter: 'chatwoot',
    taught: 'chat',
    read: 'arabic',
    picks: {
      customer: '[data-message-id="12"] .prose',
      agent: '[data-message-id="16"] .prose',
      note: '[data-message-id="15"] .prose',
      author: '.conversation-details-wrap .text-base',
      editor: '.ProseMirror',
    },
  },
  {
    adapter: 'generic',
    taught: 'log',
    read: 'roles',
    picks: {
      customer: 'article[data-author-type="customer"] p',
      agent: 'article:nth-of-type(3) p',
      note: '[data-visibility="internal"] p',
      author: 'article a[rel="author"]',
      editor: 'textarea',
    },
  },
];

describe.each(foreign)('a recorded page of $adapter', ({ adapter, taught, read, picks }) => {
  it('is read as its own description reads it', () => {
    const expected = openRecorded(adapter, taught);
    const wanted = rolesAndTexts(expected.ticket.messages.filter(({ role }) => role !== 'bot'));
    const found = rolesAndTexts(previewMessages(learn(picks), document).messages);
    expect(found.filter((one) => wanted.includes(one))).toEqual(wanted);
    const notes = expected.ticket.messages.filter(({ role }) => role === 'note').map(({ text }) => text);
    expect(
      found.filter((one) => notes.some((note) => one === `customer: ${note}` || one === `agent: ${note}`)),
    ).toEqual([]);
  });

  it('teaches how another page of it is read', () => {
    openRecorded(adapter, taught);
    const description = learn(picks);
    if (adapter === 'generic') return;
    const expected = openRecorded(adapter, read);
    expect(rolesAndTexts(previewMessages(description, document).messages)).toEqual(
      rolesAndTexts(expected.ticket.messages),
    );
  });
});

describe('what cannot be learnt is said', () => {
  const [first] = structures;
  const open = (address = first?.address ?? '') => openRecordedPage(first?.page ?? '', location.origin + address);
  const selectors = () => first?.picks as Selectors;

  it('an address without a ticket', () => {
    open('/inbox');
    expect(generalise(pickAll(selectors()), document, location)).toMatchObject({
      ok: false,
      error: { kind: 'no-address' },
    });
  });

  it('the same message twice', () => {
    open();
    const picks = pickAll(selectors());
    const answer = generalise({ ...picks, agent: picks.customer }, document, location);
    expect(answer).toMatchObject({ ok: false, error: { kind: 'no-list' } });
  });

  it('something that is no editor', () => {
    open();
    const picks = { ...pickAll(selectors()), editor: pick('h1') };
    expect(generalise(picks, document, location)).toMatchObject({ ok: false, error: { kind: 'no-editor' } });
  });

  it('messages that look all the same', () => {
    const same = '<article><b>Ana</b><p>Hi</p></article><article><b>Kim</b><p>Hello</p></article>';
    openRecordedPage(
      `<h1>x</h1><section>${same}</section><textarea name="reply"></textarea>`,
      `${location.origin}/tickets/1`,
    );
    const picks = {
      customer: pick('article'),
      agent: pick('article + article'),
      author: pick('b'),
      editor: pick('textarea'),
    };
    expect(generalise(picks, document, location)).toMatchObject({ ok: false, error: { kind: 'no-difference' } });
  });
});

describe('learnAddress', () => {
  it.each([
    ['/tickets/12', '/tickets/99?tab=1', '99'],
    ['/app/accounts/1/conversations/7', '/app/accounts/3/conversations/8', '8'],
    ['/scp/tickets.php?queue=2&id=9', '/scp/tickets.php?id=31', '31'],
    ['/Ticket/Display.html?id=12', '/Ticket/Display.html?results=8&id=45', '45'],
    ['/#ticket/zoom/12', '/#ticket/zoom/13/75', '13'],
    [
      '/desk/case/0b7a4c1e-22aa-4f0e-9c3b-1d2e3f4a5b6c',
      '/desk/case/1c7a4c1e-22aa-4f0e-9c3b-1d2e3f4a5b6d',
      '1c7a4c1e-22aa-4f0e-9c3b-1d2e3f4a5b6d',
    ],
    ['/tickets/12', '/reports/99', undefined],
    ['/inbox', '', undefined],
  ])('of %s finds the ticket in %s', (taught, other, id) => {
    const pattern = learnAddress(new URL(taught, 'https://desk.example'));
    const { pathname, search, hash } = new URL(other, 'https://desk.example');
    expect(pattern === undefined ? undefined : new RegExp(pattern, 'u').exec(pathname + search + hash)?.[1]).toBe(id);
  });
});

describe('marksOf', () => {
  it.each([
    ['<p class="message css-1x2y3z sc-bdVaJa active mb-4">', ['.message']],
    ['<p class="Message_root__3xY9a">', ['[class*="Message_root__"]']],
    ['<p data-testid="bubble" data-id="4711" id="m-12">', ['[data-testid="bubble"]', '[data-testid]', '[data-id]']],
    ['<p id="thread" role="log">', ['[role="log"]', '#thread']],
    ['<p class="kFqZpd" data-v-7ba5bd90 style="color:red">', []],
  ])('of %s are %j', (html, expected) => {
    const element = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element;
    const trusted = marksOf(element).filter(({ trust }) => trust > 1);
    expect(trusted.map(({ selector }) => selector)).toEqual(expected);
  });
});

it('the recorded pages it is tried on are those of helpdesks that are described', () => {
  expect(foreign.map(({ adapter }) => adapter).every((id) => descriptions.some((one) => one.id === id))).toBe(true);
});
