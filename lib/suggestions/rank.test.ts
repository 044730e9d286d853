import { describe, expect, it } from 'vitest';
import type { Hit } from '../core/knowledge';
import type { Calibration, Model } from './calibration';
import { rankHits, readFeatures } from './rank';
import { textTools } from './testing';

function hit(id: string, changes: Partial<Hit>): Hit {
  const passage = { id, ownerId: id, ownerKind: 'article' as const, heading: '', start: 0, end: 4, text: 'text' };
  const quote = { text: 'text', start: 0, end: 4 };
  const scores = { score: 1, cosine: 0.5, match: null, lead: null, words: 0, overlap: 0 };
  return { ownerId: id, ownerKind: 'article', title: id, passage, quote, ...scores, ...changes };
}
const query = { text: 'text', offTopic: 0 };

describe('features of the match', () => {
  it('are the match and its lead; a hit that was not read counts as the lowest', () => {
    const hits = [hit('a', { match: 0.8 }), hit('b', { match: 0.6 }), hit('c', {})];
    const features = readFeatures(hits, [], query, textTools);
    expect(features.map(({ match }) => match)).toEqual([0.8, 0.6, 0.6]);
    expect(features[0]?.matchGap).toBeCloseTo(0.2);
    expect(features[1]?.matchGap).toBeCloseTo(-0.2);
  });

  it('are 0 without token vectors, as are their leads', () => {
    const features = readFeatures([hit('a', {}), hit('b', {})], [], query, textTools);
    expect(features.map(({ match, matchGap }) => [match, matchGap])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('places', () => {
  it('are those of the learnt order, the surest confidence first, and a boost moves its own source only', () => {
    const model: Model = { weights: { overlap: 4 }, bias: -2 };
    const both = { macro: model, article: model };
    const fitted = { words: both, meaning: both, encoder: 'm@1' };
    const calibration: Calibration = {
      ...fitted,
      thresholds: { reply: 0, article: 0, similarTicket: 0 },
    };
    const hits = [hit('shared', { overlap: 0.8, cosine: 0.2 }), hit('near', { overlap: 0.4, cosine: 0.9, words: 3 })];
    const rank = (boost?: (id: string) => number) =>
      rankHits({ hits, others: [] }, query, { calibration, tools: textTools, boost });
    expect(rank().map((one) => one.hit.ownerId)).toEqual(['near', 'shared']);
    const [first = 0, second = 0] = rank().map(({ confidence }) => confidence);
    expect(first).toBeCloseTo(1 / (1 + Math.exp(-1.2)), 5);
    expect(second).toBeCloseTo(1 / (1 + Math.exp(0.4)), 5);
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
  const calibration: Calibration = {
    encoder: 'm@1',
    words: sure(-2),
    meaning: sure(0),
    matched: sure(2),
    thresholds: { reply: 0, article: 0, similarTicket: 0 },
  };
  const confidenceOf = (hits: Hit[], fitted: Calibration) =>
    rankHits({ hits, others: [] }, query, { calibration: fitted, tools: textTools })[0]?.confidence;

  it.each([
    ['words', [hit('a', { cosine: null })], 0.119],
    ['vectors', [hit('a', {})], 0.5],
    ['token vectors', [hit('a', { match: 0.7 }), hit('b', {})], 0.881],
  ])('has coefficients of its own for what was found by %s', (_by, hits, expected) => {
    expect(confidenceOf(hits, calibration)).toBeCloseTo(expected, 3);
  });

  it('is that of vectors when it was fitted without token vectors', () => {
    const { matched: _matched, ...older } = calibration;
    expect(confidenceOf([hit('a', { match: 0.7 })], older)).toBe(0.5);
  });
});
