import { describe, expect, it } from 'vitest';
import { toTicket } from './conversation';
import { charactersSaved, macrosUsed, splitTurns, summarise } from './replay';

const ticket = toTicket({
  id: 't',
  turns: [
    { role: 'agent', text: 'Welcome.' },
    { role: 'customer', text: 'Where is it?' },
    { role: 'note', text: 'Looked it up.' },
    { role: 'agent', text: 'On its way.' },
    { role: 'agent', text: 'It comes tomorrow.' },
    { role: 'customer', text: 'When exactly?' },
    { role: 'agent', text: 'At noon.' },
  ],
});

describe('splitTurns', () => {
  it('gives each answer of the agent with what stood before it, and nothing of what came after', () => {
    const turns = splitTurns(ticket);
    expect(turns.map(({ index, real }) => [index, real])).toEqual([
      [3, 'On its way.\nIt comes tomorrow.'],
      [6, 'At noon.'],
    ]);
    expect(turns[0]?.ticket.messages.map(({ text }) => text)).toEqual(['Welcome.', 'Where is it?', 'Looked it up.']);
  });
});

describe('macrosUsed', () => {
  it('knows a macro by its words, with a name filled in', () => {
    const macros = [
      { id: 'late', text: 'Your parcel is late, the carrier promises delivery within two days.' },
      { id: 'refund', text: 'Your refund was released and reaches the bank account soon.' },
    ];
    expect(macrosUsed('Hi Ana, your parcel is late; the carrier promises delivery within two days.', macros)).toEqual([
      'late',
    ]);
    expect(macrosUsed('Could you send a photo?', macros)).toEqual([]);
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

describe('summarise', () => {
  it('counts turns written with a macro only', () => {
    const tally = { turns: 5, shown: 2, ranks: [1, 2, null, 4], saved: 30, typed: 300 };
    expect(summarise(tally)).toMatchObject({
      withMacro: 4,
      recall1: 0.25,
      recall3: 0.5,
      mrr: 1.75 / 4,
      savedShare: 0.1,
    });
    expect(summarise({ ...tally, ranks: [] }).recall1).toBeNull();
  });
});
