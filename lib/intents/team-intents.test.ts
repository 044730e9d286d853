import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IntentExample, intentWords, trainTeamIntents } from './team-intents';

/** Numbers in [-1, 1] that are the same in every run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2147483648;
  };
}

const width = 48;

/** A point near the direction of `topic`, as embeddings of like messages lie. */
function near(topic: number, next: () => number, spread = 0.25): Float32Array {
  const direction = noise(topic * 7919 + 1);
  const vector = Float32Array.from({ length: width }, () => direction() + spread * next());
  const size = Math.hypot(...vector);
  return vector.map((value) => value / size);
}

function examplesOf(intents: number, each: number): IntentExample[] {
  const next = noise(5);
  return Array.from({ length: intents * each }, (_, at) => ({
    intent: `intent_${at % intents}`,
    vector: near(at % intents, next),
  }));
}

describe('trainTeamIntents', () => {
  it('tells messages of its intents apart that it has never seen', () => {
    const team = trainTeamIntents(examplesOf(12, 5));
    const next = noise(77);
    for (let topic = 0; topic < 12; topic++) expect(team.guess(near(topic, next)).intent).toBe(`intent_${topic}`);
  });

  it('says that a message of another topic is out of scope', () => {
    const team = trainTeamIntents(examplesOf(12, 8));
    const next = noise(99);
    const foreign = Array.from({ length: 40 }, (_, at) => team.guess(near(500 + at, next)));
    expect(foreign.filter(({ intent }) => intent === null).length).toBeGreaterThan(34);
  });

  it('is surer of a message amid its examples than of one halfway to another intent', () => {
    const team = trainTeamIntents(examplesOf(6, 8));
    const [a, b] = [near(0, noise(1)), near(1, noise(2))];
    const between = a.map((value, at) => (value + (b[at] ?? 0)) / 2);
    expect(team.guess(a).confidence).toBeGreaterThan(team.guess(between).confidence);
  });

  it('counts the name as an example, so that a near message without one like it is found', () => {
    const next = noise(3);
    const examples = [...examplesOf(5, 5), { intent: 'new', vector: near(31, next) }];
    const names = new Map([['new', near(30, next)]]);
    expect(trainTeamIntents(examples).best(near(30, next))).not.toBe('new');
    expect(trainTeamIntents(examples, { names }).best(near(30, next))).toBe('new');
  });

  it('knows nothing without examples', () => {
    const team = trainTeamIntents([]);
    expect(team.guess(near(1, noise(1)))).toEqual({ intent: null, confidence: 0 });
    expect(team.best(near(1, noise(1)))).toBeNull();
  });

  it('answers with a known intent and a probability, however few the examples and wherever they lie', () => {
    const vector = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 });
    const example = fc.record({
      intent: fc.constantFrom('a', 'b', 'c', 'd'),
      vector: vector.map((values) => Float32Array.from(values)),
    });
    fc.assert(
      fc.property(fc.array(example, { minLength: 1, maxLength: 12 }), vector, (examples, asked) => {
        const team = trainTeamIntents(examples);
        const { intent, confidence } = team.guess(Float32Array.from(asked));
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        if (intent !== null) expect(team.intents).toContain(intent);
        expect(team.intents).toContain(team.best(Float32Array.from(asked)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('intentWords', () => {
  it.each([
    ['card_arrival', 'card arrival'],
    ['Refund_not_showing_up', 'refund not showing up'],
    ['changeOfAddress', 'change of address'],
    ['billing.dispute/late', 'billing dispute late'],
    ['طلب_جديد', 'طلب جديد'],
  ])('reads %s as "%s"', (id, words) => {
    expect(intentWords(id)).toBe(words);
  });
});
