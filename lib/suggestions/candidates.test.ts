import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate, Prefer } from '../core/learning';
import { orderByChoices } from './candidates';
import type { Ranked, RankedKind } from './rank';
import { textTools } from './testing';

const features = { cosine: 0, match: 0, lead: 0, overlap: 0, order: 0, share: 0, offTopic: 0 };
const ranked = (kind: RankedKind, id: string, confidence: number): Ranked => ({
  hit: {
    ownerId: id,
    ownerKind: kind,
    title: id,
    passage: { id, ownerId: id, ownerKind: kind, heading: '', start: 0, end: 4, text: 'text' },
    quote: { text: 'text', start: 0, end: 4 },
    ...{ score: 1, cosine: 0.5, match: null, lead: null, reverse: null, words: 0, overlap: 0 },
  },
  confidence,
  features,
  query: 'text',
});
const about = { intent: null, language: 'en', tools: textTools };

function candidatesOf(list: Ranked[], prefer: Prefer = (all) => all.map((_one, index) => ({ index, boost: 0 }))) {
  let seen: readonly Candidate[] = [];
  const keep: Prefer = (all, told) => {
    seen = all;
    return prefer(all, told);
  };
  const order = orderByChoices(list, keep, about);
  return { seen, order };
}

describe('sources that choices order', () => {
  const kinds: RankedKind[] = ['macro', 'article', 'past'];

  it('have a finite base, rising with the place, however sure they are', () => {
    const chance = fc.constantFrom(0, 0.0004, 0.3, 0.5, 0.77, 0.97, 0.9995, 1);
    const one = fc.record({ kind: fc.constantFrom(...kinds), chance });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (list) => {
        const { seen, order } = candidatesOf(list.map(({ kind, chance }, at) => ranked(kind, `${kind}${at}`, chance)));
        const bases = seen.map(({ base }) => base);
        expect(bases.every(Number.isFinite)).toBe(true);
        expect(bases).toEqual([...bases].sort((a, b) => b - a));
        expect(order.map(({ hit }) => hit.ownerId)).toEqual(seen.map(({ id }) => id));
        expect(order.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
      }),
    );
  });

  it('stay sure when a choice speaks for one that was sure already', () => {
    const { order } = candidatesOf([ranked('macro', 'm', 1), ranked('article', 'a', 0.2)], (all) =>
      all.map((_one, index) => ({ index, boost: 1 })),
    );
    expect(order[0]?.confidence).toBe(1);
    expect(order[1]?.confidence).toBeCloseTo(0.405, 2);
  });
});
