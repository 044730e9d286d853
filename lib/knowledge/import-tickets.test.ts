import { describe, expect, it } from 'vitest';
import { readImportFile } from './import-file';
import { readTicket } from './import-tickets';

const read = (row: Record<string, unknown>) => readTicket(row, 'file:t.jsonl', 'line-1');
const said = (row: Record<string, unknown>) => read(row)?.ticket.messages.map(({ role, text }) => [role, text]);

describe('readTicket', () => {
  it.each<[string, Record<string, unknown>, string[][] | undefined]>([
    [
      'turns',
      {
        turns: [
          { role: 'customer', text: 'Why?' },
          { role: 'agent', text: 'So.' },
        ],
      },
      [
        ['customer', 'Why?'],
        ['agent', 'So.'],
      ],
    ],
    [
      'Zendesk comments',
      {
        requester_id: 7,
        comments: [
          { author_id: 7, public: true, plain_body: 'Why?' },
          { author_id: 9, public: false, plain_body: 'angry one' },
          { author_id: 9, public: true, html_body: '<p>So &amp; so.</p>' },
        ],
      },
      [
        ['customer', 'Why?'],
        ['note', 'angry one'],
        ['agent', 'So & so.'],
      ],
    ],
    [
      'Freshdesk conversations',
      {
        description_text: 'Why?',
        conversations: [
          { incoming: false, private: false, body_text: 'So.' },
          { incoming: true, private: false, body_text: 'Thanks!' },
          { incoming: false, private: true, body_text: 'easy' },
        ],
      },
      [
        ['customer', 'Why?'],
        ['agent', 'So.'],
        ['customer', 'Thanks!'],
        ['note', 'easy'],
      ],
    ],
    [
      'a row',
      { 'Customer message': 'Why?', 'Agent reply': 'So.' },
      [
        ['customer', 'Why?'],
        ['agent', 'So.'],
      ],
    ],
    ['an article', { title: 'Why', body: 'So.' }, undefined],
    ['a question without reply', { 'Customer message': 'Why?' }, undefined],
    ['turns of nobody', { turns: [{ text: 'Why?' }, 'So.'] }, undefined],
    ['no list', { turns: 'Why?' }, undefined],
  ])('of %s', (_case, row, expected) => expect(said(row)).toEqual(expected));

  it('keeps id, subject, people, time and praise', () => {
    const row = {
      ticket_id: 12,
      subject: 'S',
      requester: { name: 'Ana' },
      assignee: 'Kim',
      solved_at: '2026-03-01',
      satisfaction_rating: { score: 'good' },
    };
    const one = read({ ...row, turns: [{ role: 'customer', text: 'Why?' }] });
    expect(one).toMatchObject({ seenAt: '2026-03-01T00:00:00.000Z', isPraised: true });
    expect(one?.ticket).toMatchObject({
      id: '12',
      subject: 'S',
      requester: { name: 'Ana' },
      agent: { name: 'Kim' },
      origin: 'file:t.jsonl',
    });
    expect(read({ turns: [{ role: 'customer', text: 'Why?' }] })).toMatchObject({
      seenAt: '',
      isPraised: false,
      ticket: { id: 'line-1' },
    });
  });
});

describe('a file of past tickets', () => {
  it('is read from lines and from a table, beside what else there is', () => {
    const lines = [
      JSON.stringify({
        id: 1,
        turns: [
          { role: 'customer', text: 'Why?' },
          { role: 'agent', text: 'So.' },
        ],
      }),
      JSON.stringify({ title: 'An article', body: 'Its text.' }),
    ].join('\n');
    const jsonl = readImportFile({ name: 'past.jsonl', text: lines });
    expect(jsonl.ok && [jsonl.value.tickets.length, jsonl.value.articles.length, jsonl.value.problems]).toEqual([
      1,
      1,
      [],
    ]);
    const csv = 'ticket_id,subject,customer_message,agent_reply,csat\n4,Lamp,"Why, oh why?",So.,5\n';
    const table = readImportFile({ name: 'past.csv', text: csv });
    expect(table.ok && table.value.problems).toEqual([]);
    expect(table.ok && table.value.tickets[0]).toMatchObject({ isPraised: true, ticket: { id: '4', subject: 'Lamp' } });
  });
});
