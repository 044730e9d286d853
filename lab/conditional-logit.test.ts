import { describe, expect, it } from 'vitest';
import { type Choice, crossScore, fitConditionalLogit, scoreOf } from './conditional-logit';

/** Three candidates a question, the one with the largest `good` is wanted; `noise` tells nothing. */
const choices: Choice[] = Array.from({ length: 40 }, (_value, at) =>
  [0, 1, 2].map((place) => ({
    features: { good: place === at % 3 ? 1 : -0.5, noise: ((at * 7 + place * 5) % 11) / 5 - 1 },
    wanted: place === at % 3 ? 1 : 0,
  })),
);

describe('conditional logit', () => {
  it('learns what tells the wanted candidate, and that the rest does not', () => {
    const weights = fitConditionalLogit(choices, ['good', 'noise']);
    expect(weights.good).toBeGreaterThan(1);
    expect(Math.abs(weights.noise ?? 9)).toBeLessThan(0.2 * (weights.good ?? 0));
  });

  it('has the odds of the data where one feature has two values', () => {
    // Wanted in three of four: log-odds ln 3 between 1 and 0, without a penalty.
    const split: Choice[] = [1, 1, 1, 0].map((first) => [
      { features: { x: 1 }, wanted: first },
      { features: { x: 0 }, wanted: 1 - first },
    ]);
    expect(fitConditionalLogit(split, ['x'], 0).x).toBeCloseTo(Math.log(3), 2);
  });

  it('learns nothing from questions without an answer', () => {
    const unanswered = choices.map((choice) => choice.map((one) => ({ ...one, wanted: 0 })));
    expect(fitConditionalLogit(unanswered, ['good'])).toEqual({ good: 0 });
  });

  it('scores each question by the others only', () => {
    const odd: Choice = [
      { features: { rare: 1 }, wanted: 1 },
      { features: { rare: 0 }, wanted: 0 },
    ];
    const scores = crossScore([odd, ...choices], ['good', 'rare'], { folds: 4 });
    // No other question knows the feature.
    expect(scores[0]).toEqual([0, 0]);
    expect(scoreOf({ good: 2 }, { good: 3, rare: 1 })).toBe(6);
  });
});
