import { describe, expect, it } from 'vitest';
import { crossMeasure, fitPlaybooks, measurePlaybooks } from './fit-playbooks';
import type { PlaybookCase } from './playbook-cases';
import { seeded } from './random';

const random = seeded(7);
const desk = 'd';

/** Three playbooks whose cosines say which is right, in hundredths; every second message has none. */
const cases = Array.from({ length: 48 }, (_value, at): PlaybookCase => {
  const right = at % 2 === 0 ? at % 3 : null;
  const playbooks = [0, 1, 2].map((place) => ({
    cosine: (place === right ? 0.05 : 0.03) + 0.01 * random(),
    words: random(),
    article: 0,
    macro: 0,
    intent: 0,
  }));
  const choice = { by: 'alone' as const, playbooks, none: { none: 1, answered: 0 } };
  return { desk, right, found: { linked: { ...choice, by: 'linked' }, alone: choice } };
});

describe('fitPlaybooks', () => {
  const choices = fitPlaybooks(cases);

  it('weighs what tells them apart, whatever its scale, and leaves out what is always alike', () => {
    const { weights } = choices.alone;
    expect(0.02 * (weights.cosine ?? 0)).toBeGreaterThan(10 * Math.abs(weights.words ?? 0));
    expect(weights).not.toHaveProperty('article');
  });

  it('counts what is first and shown, none where the right one is always last', () => {
    expect(crossMeasure(cases, desk, choices).alone).toMatchObject({ cases: 48, withPlaybook: 24, first: 1 });
    const turned = cases.map((one) => ({ ...one, right: one.right === null ? 0 : (one.right + 1) % 3 }));
    expect(measurePlaybooks(turned, choices).linked).toMatchObject({ withPlaybook: 48, shown: 0 });
  });
});
