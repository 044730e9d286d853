import { describe, expect, it } from 'vitest';
import { findWarnings } from './warnings';

const intent = (id: string, ...examples: string[]) => ({ id, name: id, examples });
const five = ['a', 'b', 'c', 'd', 'e'];

describe('findWarnings', () => {
  it('finds nothing in intents that are well taught', () => {
    expect(findWarnings([intent('A', ...five)], { ids: ['A'], texts: five, overlaps: [] })).toEqual([]);
  });

  it('names an intent of fewer than five examples', () => {
    expect(findWarnings([intent('A', 'a', 'b', 'c', 'd')], null)).toEqual([{ kind: 'few', intent: 'A', count: 4 }]);
  });

  it('finds an example that is there twice but for case and signs', () => {
    const intents = [intent('A', ...five, 'Where is it?'), intent('B', ...five.map((one) => `${one}2`), 'where is it')];
    expect(findWarnings(intents, null)).toEqual([{ kind: 'duplicate', text: 'Where is it?', intents: ['A', 'B'] }]);
  });

  it('names the examples of intents that overlap, by what was learnt', () => {
    const overlaps = [{ labels: [0, 1] as [number, number], share: 0.4, examples: [1, 2, 1] }];
    const learnt = { ids: ['B', 'A'], texts: ['x', 'y', 'z'], overlaps };
    expect(findWarnings([intent('A', ...five)], learnt)).toEqual([
      { kind: 'overlap', intents: ['B', 'A'], share: 0.4, examples: ['y', 'z'] },
    ]);
  });
});
