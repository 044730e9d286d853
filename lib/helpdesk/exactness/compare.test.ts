import { describe, expect, it } from 'vitest';
import type { Message, Ticket } from '../../core/ticket';
import { compareMessages, compareTicket, exactnessTable, leakedNotes, shareOf } from './compare';
import { type ExpectedMessage, pairFixtures, parseExpectation } from './fixture';

const at = '2026-11-02T09:00:00.000Z';
const expected: ExpectedMessage[] = [
  { role: 'customer', author: 'Ana', text: 'Hello', at },
  { role: 'note', author: 'Kim', text: 'Known batch.', at },
  { role: 'agent', author: 'Kim', text: 'Which number?', at },
];
const read: Message[] = expected.map(({ author, ...message }, index) => ({
  id: String(index),
  role: message.role,
  text: message.text,
  at,
  ...(author ? { authorName: author } : {}),
}));
const changed = (index: number, part: Partial<Message>) =>
  read.map((message, place) => (place === index ? { ...message, ...part } : message));

describe('compareMessages', () => {
  it.each([
    ['all right', read, 3, 3],
    ['a wrong role', changed(1, { role: 'customer' }), 2, 3],
    ['a wrong author', changed(2, { authorName: 'Sam' }), 2, 3],
    ['a wrong text', changed(0, { text: 'Hello ' }), 2, 3],
    ['a wrong time', changed(0, { at: '2026-11-02T09:00:01.000Z' }), 2, 3],
    ['one lost', read.slice(1), 2, 3],
    ['one too many', [...read, ...read.slice(0, 1)], 3, 4],
    ['another order', read.toReversed(), 1, 3],
    ['nothing read', [], 0, 3],
  ])('counts %s', (_name, messages, exact, total) => {
    const found = compareMessages(expected, messages);
    expect(found).toMatchObject({ exact, messages: total });
    expect(found.differences.length > 0).toBe(exact < total);
  });
});

describe('compareTicket', () => {
  const ticket: Ticket = {
    id: '12',
    helpdesk: 'x',
    origin: 'https://x.example',
    channel: 'email',
    requester: { name: 'Ana' },
    tags: [],
    messages: read,
    isComplete: true,
    composer: { target: 'closed', format: 'rich', draft: '' },
  };
  const wanted = {
    id: '12',
    channel: 'email' as const,
    requester: { name: 'Ana' },
    composer: { target: 'closed' as const },
    messages: expected,
  };

  it('lets no message count when what surrounds them is wrong', () => {
    expect(compareTicket(wanted, ticket)).toMatchObject({ exact: 3, differences: [] });
    for (const part of [{ subject: 'Bike' }, { channel: 'web' as const }, { requester: {} }, { isComplete: false }]) {
      expect(compareTicket(wanted, { ...ticket, ...part })).toMatchObject({ exact: 0, messages: 3 });
    }
  });
});

describe('leakedNotes', () => {
  it('finds a note read as anything that is said to the customer', () => {
    expect(leakedNotes(expected, read)).toEqual([]);
    expect(leakedNotes(expected, changed(1, { role: 'agent' }))).toEqual(['Known batch.']);
    expect(leakedNotes(expected, changed(0, { text: 'Hello Known batch.' }))).toEqual(['Known batch.']);
  });
});

describe('the table', () => {
  it('shows shares, and none where nothing was read', () => {
    const table = exactnessTable([
      { adapter: 'zendesk', pages: 40, messages: 200, exact: 199 },
      { adapter: 'x', pages: 1, messages: 0, exact: 0 },
    ]);
    expect(table.split('\n')).toEqual([
      'adapter  pages  messages  exact    share',
      'zendesk     40       200    199  99.50 %',
      'x            1         0      0   0.00 %',
    ]);
    expect(shareOf({ messages: 0, exact: 0 })).toBe(0);
  });
});

describe('fixtures', () => {
  const waiting = { says: 'A list.', address: 'https://x.example/list', state: 'waiting' };

  it('are pairs, put into their shell', () => {
    const pages = {
      './zendesk/fixtures/list.html': '<!-- shell: thin -->\n<p>$& list</p>',
      './zendesk/fixtures/thin.shell.html': '<main><!-- page --></main>',
    };
    expect(pairFixtures(pages, { './zendesk/fixtures/list.json': waiting })).toEqual([
      { adapter: 'zendesk', name: 'list', html: '<main><p>$& list</p></main>', expected: waiting },
    ]);
  });

  it.each([
    ['a page alone', { './a/fixtures/x.html': '' }, {}],
    ['an expectation alone', {}, { './a/fixtures/x.json': waiting }],
    ['a shell that is not there', { './a/fixtures/x.html': '<!-- shell: no -->' }, { './a/fixtures/x.json': waiting }],
  ])('fail with %s', (_name, pages, expectations) => {
    expect(() => pairFixtures(pages, expectations)).toThrow();
  });

  it('name what is misspelt', () => {
    expect(() => parseExpectation('x', { ...waiting, adress: 1 })).toThrow(/adress/);
    expect(parseExpectation('x', waiting)).toEqual(waiting);
  });
});
