import { describe, expect, it } from 'vitest';
import type { ReplySuggestion, Source } from '../lib/core/suggestion';
import { makeDeps, makeMacro, makeTicket } from '../lib/suggestions/testing';
import { checkReply, strayText } from './claims';

const text = 'Refunds take 5 days. We never charge a fee.';
const deps = makeDeps({ macros: [makeMacro('m', text)] });
const source = (start: number, end: number, quote = text.slice(start, end)): Source => ({
  kind: 'macro',
  id: 'm',
  title: 'm',
  quote,
  start,
  end,
});

async function check(sentence: string, from: Source) {
  const sentences = [
    { text: 'Hi Ana,', source: null },
    { text: sentence, source: 0 },
  ];
  const reply = { kind: 'reply', text: `Hi Ana,\n${sentence}`, sentences, sources: [from], language: 'en' };
  const ticket = makeTicket([['customer', 'x']]);
  const [checked] = await checkReply(reply as unknown as ReplySuggestion, { deps, ticket });
  return checked?.unsupported.map(({ kind }) => kind);
}

describe('checkReply', () => {
  it.each<[string, string, Source, string[]]>([
    ['nothing', 'Refunds take 5 days.', source(0, 20), []],
    ['another number, twice over', 'Refunds take 7 days.', source(0, 20), ['number', 'number']],
    ['a turned claim', 'We charge a fee.', source(21, 43), ['negation']],
    ['a new name', 'We never charge a Visa fee.', source(21, 43), ['name']],
    ['a link', 'We never charge a fee: https://a.example', source(21, 43), ['link']],
    ['a quote that is not there', 'Refunds take 5 days.', source(0, 20, 'Refunds take 5 hours.'), ['quote']],
  ])('finds %s', async (_case, sentence, from, expected) => expect(await check(sentence, from)).toEqual(expected));
});

describe('strayText', () => {
  it('is what no sentence accounts for', () => {
    const reply = { text: 'Hi Ana,\n\nFree. Done.', sentences: [{ text: 'Hi Ana,' }, { text: 'Done.' }] };
    expect(strayText(reply as unknown as ReplySuggestion)).toBe('Free.');
  });
});
