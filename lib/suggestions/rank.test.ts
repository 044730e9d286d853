import { describe, expect, it } from 'vitest';
import type { Hit } from '../core/knowledge';
import type { Calibration, Model } from './calibration';
import { orderHits } from './order';
import { rankHits, readFeatures } from './rank';
import { textTools } from './testing';

function hit(id: string, changes: Partial<Hit>): Hit {
  const passage = { id, ownerId: id, ownerKind: 'article' as const, heading: '', start: 0, end: 4, text: 'text' };
  const quote = { text: 'text', start: 0, end: 4 };
  const scores = { score: 1, cosine: 0.5, match: null, lead: null, reverse: null, words: 0, overlap: 0 };
  return { ownerId: id, ownerKind: 'article', title: id, passage, quote, ...scores, ...changes };
}
const query = { text: 'text', offTopic: 0 };

const featuresOf = (hits: Hit[]) => readFeatures(hits, orderHits({ hits, others: [] }, textTools), query);

describe('features', () => {
  it('are match and lead; a hit that was not read counts as the lowest', () => {
    const hits = [hit('a', { match: 0.8, lead: 0.04 }), hit('b', { match: 0.6, lead: 0.01 }), hit('c', {})];
    const features = featuresOf(hits);
    expect(features.map(({ match }) => match)).toEqual([0.8, 0.6, 0.6]);
    expect(features.map(({ lead }) => lead)).toEqual([0.2, 0.1, 0.1]);
  });

  it('are 0 without token vectors', () => {
    expect(featuresOf([hit('a', {}), hit('b', {})]).map(({ match, lead }) => [match, lead])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('tell a hit that stands out from one among equals, and a far one alone in a small library from a near one', () => {
    const share = (hits: Hit[]) => featuresOf(hits)[0]?.share ?? 0;
    const near = hit('near', { cosine: 0.8, words: 6 });
    expect(share([near, hit('far', { cosine: 0.2 })])).toBeGreaterThan(share([near, hit('equal', near)]) + 0.1);
    expect(share([near])).toBeGreaterThan(share([hit('far', { cosine: 0.1 })]) + 0.2);
  });
});

describe('places', () => {
  it('are those of the learnt order, none surer than the one before it, and a boost moves its own source only', () => {
    const model: Model = { weights: { overlap: 4 }, bias: -2 };
    const both = { macro: model, article: model };
    const ways = { words: both, meaning: both, matched: both };
    const calibration: Calibration = {
      ...ways,
      few: ways,
      encoder: 'm@1',
      thresholds: { reply: 0, article: 0, similarTicket: 0 },
    };
    const hits = [hit('shared', { overlap: 0.8, cosine: 0.2 }), hit('near', { overlap: 0.4, cosine: 0.9, words: 3 })];
    const rank = (boost?: (id: string) => number) =>
      rankHits({ hits, others: [] }, query, { calibration, tools: textTools, boost });
    expect(rank().map((one) => one.hit.ownerId)).toEqual(['near', 'shared']);
    const [first = 0, second = 0] = rank().map(({ confidence }) => confidence);
    expect(first).toBeCloseTo(1 / (1 + Math.exp(0.4)), 5);
    expect(second).toBe(first);
    const boosted = rank((id) => (id === 'shared' ? 1 : 0)).map(({ confidence }) => confidence);
    expect(boosted[0]).toBe(first);
    expect(boosted[1]).toBeCloseTo(1 / (1 + Math.exp(-0.6)), 5);
  });
});

describe('confidence', () => {
  const sure = (bias: number): { macro: Model; article: Model } => ({
    macro: { weights: {}, bias },
    article: { weights: {}, bias },
  });
  const ways = (shift: number) => ({
    words: sure(-2 + shift),
    meaning: sure(shift),
    matched: sure(2 + shift),
  });
  const calibration: Calibration = {
    encoder: 'm@1',
    ...ways(0),
    few: ways(-1),
    thresholds: { reply: 0, article: 0, similarTicket: 0 },
  };
  const confidenceOf = (changes: Partial<Hit>, count: number) =>
    rankHits({ hits: Array.from({ length: count }, (_one, at) => hit(`${at}`, changes)), others: [] }, query, {
      calibration,
      tools: textTools,
    })[0]?.confidence;

  it.each([
    ['words', { cosine: null }, 0.119, 0.047],
    ['vectors', {}, 0.5, 0.269],
    ['token vectors', { match: 0.7 }, 0.881, 0.731],
  ])('has coefficients of its own for what was found by %s, and for few hits', (_by, changes, many, few) => {
    expect(confidenceOf(changes, 4)).toBeCloseTo(many, 3);
    expect(confidenceOf(changes, 3)).toBeCloseTo(few, 3);
  });
});
