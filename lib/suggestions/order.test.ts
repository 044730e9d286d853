import { describe, expect, it } from 'vitest';
import type { Hit } from '../core/knowledge';
import { type OrderModel, orderHits, orderNames } from './order';
import { textTools } from './testing';

function hit(id: string, changes: Partial<Hit> = {}, text = 'text'): Hit {
  const passage = { id, ownerId: id, ownerKind: 'article' as const, heading: '', start: 0, end: text.length, text };
  const quote = { text, start: 0, end: text.length };
  const shown = { score: 1, cosine: 0.4, match: 0.5, lead: 0.01, reverse: 0.5, words: 2, overlap: 0.2 };
  return { ownerId: id, ownerKind: 'article', title: '', passage, quote, ...shown, ...changes };
}

const alike = { mean: 0.3, deviation: 0.1 };
const typical = Object.fromEntries(orderNames.map((name) => [name, alike]));
const ones = Object.fromEntries(orderNames.map((name) => [name, 1]));
const model: OrderModel = {
  encoder: 'm@1',
  matched: { macro: ones, article: ones },
  meaning: { macro: ones, article: { cosine: 1 } },
  words: { macro: ones, article: { words: 1 } },
  typical: { macro: typical, article: typical },
};
const order = (hits: Hit[], others: Hit[] = []) => {
  const { scores } = orderHits({ hits, others }, textTools, model);
  return hits.map(({ ownerId }, at) => ({ ownerId, score: scores[at] ?? 0 })).sort((a, b) => b.score - a.score);
};

describe('the order of hits', () => {
  it.each(['cosine', 'match', 'lead', 'reverse', 'words'] as const)('rises with %s', (name) => {
    expect(order([hit('low', { [name]: 0.1 }), hit('high', { [name]: 0.9 })])[0]?.ownerId).toBe('high');
  });

  it('is by words alone where there is nothing else', () => {
    const wordsOnly = { cosine: null, match: null, lead: null, reverse: null };
    const [first, second] = order([hit('few', { ...wordsOnly, words: 1 }), hit('many', { ...wordsOnly, words: 3 })]);
    expect(first?.ownerId).toBe('many');
    expect(first?.score).toBeGreaterThan(second?.score ?? Number.POSITIVE_INFINITY);
  });

  it('counts a hit that the second stage did not read as the lowest that it read', () => {
    const hits = [
      hit('unread', { match: null, lead: null, reverse: null }),
      hit('read', { match: 0.6, lead: 0.03, reverse: 0.6 }),
      hit('low', { match: 0.45 }),
    ];
    const [first, second, third] = order(hits);
    expect(first?.ownerId).toBe('read');
    expect(second?.score).toBeCloseTo(third?.score ?? Number.NaN, 9);
  });

  it('goes by what the other kind agrees with, its surest most', () => {
    const articles = [hit('cart', {}, 'the basket timer runs out'), hit('fees', {}, 'fees are shown in the total')];
    const macros = [
      hit('m1', { ownerKind: 'macro', cosine: 0.8, match: 0.8 }, 'fees in your total'),
      hit('m2', { ownerKind: 'macro' }, 'basket timer'),
    ];
    expect(order(articles, macros)[0]?.ownerId).toBe('fees');
    const turned = macros.map((one, at) => ({ ...one, cosine: at, match: at }));
    expect(order(articles, turned)[0]?.ownerId).toBe('cart');
  });

  it('holds the only hit of a small library against typical ones', () => {
    const [good] = order([hit('one', { cosine: 0.9, match: 0.9 })]);
    const [poor] = order([hit('one', { cosine: 0.1, match: 0.1 })]);
    expect(good?.score).toBeGreaterThan(poor?.score ?? Number.POSITIVE_INFINITY);
  });
});
