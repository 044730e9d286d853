import { describe, expect, it } from 'vitest';
import { readPlaces } from '../lib/suggestions/next-step/place';
import { fitSteps, measureSteps, type StepCase } from './fit-steps';

/** Four steps; an agent's words are nearest to the one before the right one. */
const cases = Array.from({ length: 40 }, (_value, at): StepCase => {
  const place = 1 + (at % 3);
  const steps = [0, 1, 2, 3].map((index) => ({ id: `s${index}`, kind: 'do' as const, text: 'x', done: false }));
  const signs = steps.map((_step, index) => ({
    form: 'tell' as const,
    done: false,
    said: index === place - 1 ? 0.6 : 0.1,
    now: 0,
  }));
  return { progress: { steps, places: readPlaces(signs, 'tell') }, right: `s${place}`, isAnswered: at % 2 === 0 };
});

describe('fitSteps', () => {
  it('learns what the right step follows', () => {
    expect(fitSteps(cases).previous).toBeGreaterThan(1);
    expect(measureSteps(cases)).toEqual({ cases: 40, right: 1, answered: 1 });
  });

  it('finds none right where nothing tells them apart from the first', () => {
    const blind = cases.map((one) => ({ ...one, right: 'no such step' }));
    expect(measureSteps(blind)).toMatchObject({ right: 0 });
  });
});
