import { describe, expect, it } from 'vitest';
import { interfaceLanguages } from './language';
import { colon, formatList } from './punctuation';

describe('punctuation', () => {
  it('keeps the French colon with the word before it', () => {
    const odd = interfaceLanguages.filter((language) => colon(language) !== ': ');
    expect(odd).toEqual(['fr']);
    expect(`Macro${colon('fr')}Retour`).toBe('Macro\u202f: Retour');
  });

  it.each([
    ['en', ['A'], 'A'],
    ['en', [], ''],
    ['de', ['A', 'B'], 'A und B'],
    ['fr', ['A', 'B', 'C'], 'A, B et C'],
    ['ar', ['أ', 'ب'], 'أ وب'],
  ] as const)('lists names in %s: %j', (language, names, expected) => {
    expect(formatList(language, names)).toBe(expected);
  });
});
