import { describe, expect, it } from 'vitest';
import { readClaims } from '../claims';
import { pickWording, type Variants, wordingOf } from './wording';

const languages = ['ar', 'de', 'en', 'es', 'fr', 'pt'];

function variantsOf(value: unknown): Variants[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('plain' in value) return [value as Variants];
  return Object.values(value).flatMap(variantsOf);
}

describe.each(languages)('the phrases in %s', (language) => {
  const all = variantsOf(wordingOf(language));

  it('are several for each thing, all different', () => {
    expect(all).toHaveLength(15);
    for (const { plain, formal } of all) {
      expect(plain.length).toBeGreaterThanOrEqual(3);
      expect(formal.length).toBeGreaterThanOrEqual(2);
      expect(new Set([...plain, ...formal]).size).toBe(plain.length + formal.length);
    }
  });

  it('claim no number, no link and no negation', () => {
    for (const phrase of all.flatMap(({ plain, formal }) => [...plain, ...formal])) {
      const { numbers, links, negations } = readClaims(phrase, language);
      expect([phrase, numbers, links, negations]).toEqual([phrase, [], [], []]);
    }
  });
});

describe('pickWording', () => {
  const forms = { plain: ['a', 'b', 'c'], formal: ['d', 'e'] };
  it('takes the same for the same seed, and all of them over many', () => {
    expect(pickWording(forms, 'warm', 'ticket 1')).toBe(pickWording(forms, 'neutral', 'ticket 1'));
    const seen = new Set(Array.from({ length: 40 }, (_, index) => pickWording(forms, 'neutral', `ticket ${index}`)));
    expect(seen).toEqual(new Set(['a', 'b', 'c']));
    expect(['d', 'e']).toContain(pickWording(forms, 'formal', 'x'));
  });
  it('has no phrases for other languages', () => {
    expect(wordingOf('fi')).toBeUndefined();
    expect(wordingOf('constructor')).toBeUndefined();
  });
});
