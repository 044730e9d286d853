import { describe, expect, it } from 'vitest';
import { summarise } from './replay';

const totals = {
  turns: 5,
  shown: 2,
  silent: 3,
  agrees: 1,
  knownSource: 2,
  sameSource: 2,
  kept: 0.6,
  saved: 30,
  typed: 300,
  articles: 1,
  nextSteps: 0,
};

describe('summarise', () => {
  it('ranks turns written with a macro only', () => {
    expect(summarise(totals, [1, 2, null, 4])).toMatchObject({
      turns: 5,
      repliesShown: 2,
      withMacro: 4,
      recall1: 0.25,
      recall3: 0.5,
      mrr: 1.75 / 4,
      savedShare: 0.1,
      agreement: 0.5,
      sameSource: 1,
    });
    expect(summarise(totals, []).recall1).toBeNull();
    expect(summarise({ ...totals, shown: 0, agrees: 0, knownSource: 0, sameSource: 0 }, [])).toMatchObject({
      agreement: null,
      sameSource: null,
    });
  });
});
