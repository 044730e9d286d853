import { describe, expect, it } from 'vitest';
import type { PastTicket } from '../core/knowledge';
import type { ReplySuggestion, Suggestion } from '../core/suggestion';
import type { Role, Ticket } from '../core/ticket';
import { findDiffering, judgeTurn } from './judge';
import { isOfTicket, toTicket } from './past-tickets';
import { charactersSaved } from './saved';
import { countTotals, median } from './totals';
import { splitTurns } from './turns';
import { createSourceFinder, foldAddress } from './used-sources';

const ticketOf = (...lines: [Role, string, string?][]): Ticket => ({
  id: '7',
  helpdesk: 'file',
  origin: 'file:past.json',
  channel: 'email',
  requester: {},
  tags: [],
  messages: lines.map(([role, text, at], index) => ({ id: `m${index}`, role, text, ...(at ? { at } : {}) })),
  isComplete: true,
  composer: { target: 'closed', format: 'plain', draft: '' },
});

const replyOf = (text: string, sourceId = 'macro'): ReplySuggestion => ({
  kind: 'reply',
  id: 'reply',
  confidence: 0.8,
  sources: [{ kind: 'macro', id: sourceId, title: 'Late', quote: text, start: 0, end: text.length }],
  text,
  html: '',
  sentences: [],
  language: 'en',
  alternative: { index: 0, count: 1 },
});
const stepOf = (step: string): Suggestion => ({
  kind: 'next-step',
  id: 'next',
  confidence: 0.7,
  sources: [],
  playbook: { id: 'p', title: 'Late parcel' },
  steps: [
    { id: '1', text: 'Ask for the number', kind: 'ask', done: true },
    { id: '2', text: 'Look it up', kind: 'do', done: false },
  ],
  step,
});

/** Words of the sent text that stand in the draft, as a stand-in for the real measure. */
const keptShare = (draft: string, sent: string) => {
  const own = draft.split(' ');
  return own.filter((word) => sent.split(' ').includes(word)).length / own.length;
};

describe('splitTurns', () => {
  it('gives each answer of the agent with what stood before it, and nothing of what came after', () => {
    const turns = splitTurns(
      ticketOf(
        ['agent', 'Welcome.'],
        ['customer', 'Hello.'],
        ['customer', 'Where is it?'],
        ['note', 'Looked it up.'],
        ['agent', 'On its way.', '2026-03-01T10:00:00.000Z'],
        ['agent', 'It comes tomorrow.'],
        ['customer', 'When exactly?'],
        ['agent', 'At noon.'],
        ['customer', 'Thanks'],
      ),
    );
    expect(turns.map(({ index, real, question, at }) => [index, question, real, at])).toEqual([
      [4, 'Hello.\nWhere is it?', 'On its way.\nIt comes tomorrow.', '2026-03-01T10:00:00.000Z'],
      [7, 'When exactly?', 'At noon.', undefined],
    ]);
    expect(turns[0]?.ticket.messages.map(({ text }) => text)).toEqual([
      'Welcome.',
      'Hello.',
      'Where is it?',
      'Looked it up.',
    ]);
  });

  it.each([
    ['nothing', []],
    ['no answer', [['customer', 'Hello?']]],
    ['no question', [['agent', 'We call you.']]],
    [
      'a bot only',
      [
        ['customer', 'Hello?'],
        ['bot', 'Hi'],
      ],
    ],
  ] as [string, [Role, string][]][])('finds no turn where there is %s', (_name, lines) => {
    expect(splitTurns(ticketOf(...lines))).toEqual([]);
  });
});

describe('createSourceFinder', () => {
  const find = createSourceFinder(
    {
      macros: [
        { id: 'late', text: 'Your parcel is late, the carrier promises delivery within two days.' },
        { id: 'refund', text: 'Your refund was released and reaches the bank account soon.' },
      ],
      links: new Map([[foldAddress('https://help.acme.example/articles/12-parcels/'), 'article-12']]),
    },
    (text) => text.toLowerCase().match(/\p{L}+/gu) ?? [],
  );

  it('knows a macro by its words, with a name filled in', () => {
    expect(find('Hi Ana, your parcel is late; the carrier promises delivery within two days.')).toEqual(['late']);
    expect(find('Could you send a photo?')).toEqual([]);
    expect(find('')).toEqual([]);
  });

  it('knows an article by its address, once', () => {
    const link = 'https://help.acme.example/articles/12-parcels?utm=mail#top';
    expect(find(`Please see ${link}, and again (${link}).`)).toEqual(['article-12']);
    expect(find('See https://help.acme.example/articles/13.')).toEqual([]);
  });
});

describe('charactersSaved', () => {
  it.each([
    [null, 'anything', 0],
    ['At noon.', 'At noon.', 9],
    // "comes" and "noon" are kept, "maybe" is deleted.
    ['It comes maybe at noon', 'It comes at noon', 16],
    ['completely other words here', 'At noon.', 0],
  ])('%j for %j: %i', (draft, real, saved) => {
    expect(charactersSaved(draft, real)).toBe(saved);
  });
});

describe('judgeTurn', () => {
  const judge = (text: string, real: string, used: string[]) =>
    judgeTurn({ items: [replyOf(text)], silent: [] }, { real, used, keptShare }).reply;

  it.each([
    [
      'the words were kept',
      'it comes at noon',
      'it comes at noon sharp',
      [],
      { kept: 1, isSameSource: null, agrees: true },
    ],
    ['half was kept', 'it comes now really', 'it comes', [], { kept: 0.5, agrees: true }],
    ['less was kept', 'one two three four', 'four', [], { kept: 0.25, agrees: false }],
    ['the source was used', 'one two', 'three', ['macro'], { kept: 0, isSameSource: true, agrees: true }],
    ['another source was used', 'one two', 'three', ['other'], { isSameSource: false, agrees: false }],
  ])('where %s', (_name, text, real, used, expected) => {
    expect(judge(text, real, used)).toMatchObject(expected);
  });

  it('keeps silences with their reasons, and names the open step', () => {
    const silent = [{ kind: 'reply', why: 'low-confidence', confidence: 0.3 } as const];
    const answer = judgeTurn({ items: [stepOf('2')], silent }, { real: 'x', used: [], keptShare });
    expect(answer).toMatchObject({ reply: null, silent, nextStep: { playbook: 'Late parcel', text: 'Look it up' } });
  });
});

describe('findDiffering', () => {
  const truth = { real: 'x', used: [], keptShare };
  const answer = (...items: Suggestion[]) => judgeTurn({ items, silent: [] }, truth);

  it('names the kinds that look different, whatever their confidence', () => {
    const now = answer(replyOf('one'), stepOf('1'));
    expect(findDiffering(now, answer({ ...replyOf('one'), confidence: 0.1 }, stepOf('1')))).toEqual([]);
    expect(findDiffering(now, answer(replyOf('two'), stepOf('2')))).toEqual(['reply', 'next-step']);
    expect(findDiffering(now, answer(stepOf('1')))).toEqual(['reply']);
  });

  it('tells apart a kind without words of its own from none', () => {
    const routing: Suggestion = { kind: 'routing', id: 'r', confidence: 1, sources: [], tags: [], reasons: [] };
    expect(findDiffering(answer(routing), answer())).toEqual(['routing']);
  });
});

describe('countTotals', () => {
  it('counts shown, silent and agreeing replies, and what they would have spared', () => {
    const turn = (items: Suggestion[], real: string, used: string[] = []) => ({
      answer: judgeTurn({ items, silent: [] }, { real, used, keptShare }),
      real,
    });
    const totals = countTotals([
      turn([replyOf('at noon')], 'at noon', ['macro']),
      turn([replyOf('one two')], 'three'),
      turn([stepOf('1')], 'four'),
    ]);
    expect(totals).toEqual({
      turns: 3,
      shown: 2,
      silent: 1,
      agrees: 1,
      knownSource: 1,
      sameSource: 1,
      kept: 0.5,
      saved: 8,
      typed: 16,
      articles: 0,
      nextSteps: 1,
    });
    expect(countTotals([])).toMatchObject({ turns: 0, shown: 0, kept: null });
  });

  it.each([
    [[], null],
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 2, 4, 100], 7],
  ])('the median of %j is %j', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('past tickets', () => {
  const past: PastTicket = {
    id: 'https://a.zendesk.com#past-12',
    source: 'https://a.zendesk.com',
    ticketId: '12',
    subject: 'Parcel',
    question: 'Where is it?',
    reply: 'On its way.',
    seenAt: '2026-11-01T00:00:00Z',
  };

  it('are conversations of one turn', () => {
    const ticket = toTicket(past);
    expect(ticket && splitTurns(ticket)).toMatchObject([{ question: 'Where is it?', real: 'On its way.' }]);
    const { reply: _reply, ...open } = past;
    expect(toTicket(open)).toBeUndefined();
  });

  it('are known as their own, and as no other ticket', () => {
    expect(isOfTicket(past.id, { ...ticketOf(), id: '12' })).toBe(true);
    expect(isOfTicket(past.id, { ...ticketOf(), id: '2' })).toBe(false);
  });
});
