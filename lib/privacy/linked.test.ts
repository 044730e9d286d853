import { describe, expect, it } from 'vitest';
import type { LinkableRows } from '../core/privacy';
import { countLinked, findLinked, readWanted } from './linked';

const origin = 'https://acme.zendesk.com';
const keys = { origins: [origin], keyOf: (from: string, id: string) => `${from}/${id}` };
const past = (ticketId: string, question: string) => ({
  id: `${origin}#past-${ticketId}`,
  source: origin,
  ticketId,
  subject: 'Parcel',
  question,
  reply: 'It is on its way.',
  seenAt: '2026-11-01T10:00:00Z',
});
const choice = (key: number, sourceId: string) => ({
  key,
  choice: {
    kind: 'reply' as const,
    suggestionId: 's',
    sourceIds: [sourceId],
    action: 'inserted' as const,
    at: '2026-11-01T10:00:00Z',
  },
});
const rows: LinkableRows = {
  pastTickets: [past('4711', 'Where is it?'), past('4712', 'Ask Imogen Fairweather, she knows.'), past('14711', 'Hm')],
  choices: [choice(1, `${origin}#past-4711`), choice(2, `${origin}#7`), choice(3, `${origin}#past-14711`)],
  gaps: [
    { id: 'only', text: 'Do you ship?', tickets: [`${origin}/4711`] },
    { id: 'shared', text: 'Do you wrap?', tickets: [`${origin}/4711`, `${origin}/9`] },
    { id: 'named', text: 'Can fairweather return it?', tickets: [`${origin}/5`] },
  ],
  intents: [{ id: 'i', name: 'Refund', examples: ['I am Imogen Fairweather, refund me', 'refund please'] }],
  knowledge: ['Ask Imogen Fairweather for keys', 'Keys'],
};

describe('what was typed', () => {
  it.each([
    ['#4711, 4712', ['4711', '4712'], ['4712']],
    ['Imogen Fairweather; ana@mail.example', [], ['Imogen Fairweather', 'ana@mail.example']],
    ['+49 30 901820\nAB-17', ['AB-17'], ['+49 30 901820', 'AB-17']],
    ['4711، ليلى', ['4711'], ['4711', 'ليلى']],
    [' , a,', [], []],
  ])('is read from "%s"', (typed, ticketIds, words) => {
    expect(readWanted(typed)).toEqual({ ticketIds, words });
  });
});

describe('what is linked', () => {
  it('to a ticket is that ticket alone, its choices and its questions', () => {
    const linked = findLinked(rows, { ticketIds: ['4711'], words: [] }, keys);
    expect(linked).toMatchObject({
      pastTickets: [`${origin}#past-4711`],
      choices: [1],
      gaps: ['only'],
      unlinked: [{ id: 'shared', tickets: [`${origin}/9`] }],
      examples: [],
    });
    expect(countLinked(linked, 3)).toEqual({
      pastTickets: 1,
      choices: 1,
      gaps: 2,
      examples: 0,
      audit: 3,
      knowledge: 0,
    });
  });

  it('to a name is every text that holds it, in any case and as a whole word', () => {
    const linked = findLinked(rows, { ticketIds: [], words: ['FAIRWEATHER'] }, keys);
    expect(linked).toMatchObject({
      pastTickets: [`${origin}#past-4712`],
      choices: [],
      gaps: ['named'],
      examples: [{ id: 'i', examples: ['I am Imogen Fairweather, refund me'] }],
      knowledge: 1,
    });
    expect(countLinked(findLinked(rows, { ticketIds: [], words: ['weather'] }, keys), 0).pastTickets).toBe(0);
  });

  it('is nothing for nobody', () => {
    expect(Object.values(countLinked(findLinked(rows, { ticketIds: [], words: [] }, keys), 0))).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
  });
});
