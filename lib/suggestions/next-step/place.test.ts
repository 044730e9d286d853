import { describe, expect, it } from 'vitest';
import { type Form, nextStepOf, readPlaces, type StepSign } from './place';

const steps = ['a', 'b', 'c', 'd'].map((id) => ({ id, done: false }));

function next(signs: Partial<StepSign>[], last: Form | null = 'tell') {
  const read = signs.map((sign) => ({ form: 'tell' as const, done: false, said: 0.1, now: 0.2, ...sign }));
  const places = readPlaces(read, last);
  return nextStepOf({ steps: steps.map((step, at) => ({ ...step, done: read[at]?.done ?? false })), places })?.id;
}

describe('nextStepOf', () => {
  it('begins with the first step while no agent has written', () => {
    expect(next([{}, {}, {}, {}], null)).toBe('a');
  });

  it('goes on after what is done', () => {
    expect(next([{ done: true }, {}, {}, {}], null)).toBe('b');
  });

  it('takes the step after the one that an agent’s words are nearest to, though none is seen to be done', () => {
    expect(next([{}, { said: 0.5 }, {}, {}])).toBe('c');
  });

  it('does not go back to what was asked before a later step was taken', () => {
    expect(next([{}, { done: true, said: 0.6 }, {}, {}])).toBe('c');
  });

  it('goes back where only earlier steps are left, and is finished where none is', () => {
    const done = { done: true, said: 0.6 };
    expect(next([done, {}, done, done])).toBe('b');
    expect(next([done, done, done, done])).toBeUndefined();
  });
});

describe('readPlaces', () => {
  it('reads what is before each step, and where the last one done stands', () => {
    const signs = [0.3, 0.6, 0.2].map((said, at) => ({
      form: at === 1 ? ('ask' as const) : ('tell' as const),
      said,
      now: 0,
      done: at === 0,
    }));
    expect(readPlaces(signs, 'ask')).toEqual([
      { first: 1, answered: 1, before: 0, previous: 0, now: 0, form: 0, follows: 0, behind: 1 },
      { first: 0, answered: 0, before: 0.3, previous: 0.3, now: 0, form: 0, follows: 1, behind: 0 },
      { first: 0, answered: 0, before: 0.6, previous: 0.6, now: 0, form: 1, follows: 0, behind: 0 },
    ]);
  });
});
