import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../tokens';
import { createAnalyser } from './analyser';
import { createLexicon, isOneEdit } from './lexicon';
import { decodeLexicon, encodeLexicon } from './lexicon-file';
import { stem, stemLanguage } from './stems';

/** Optimal string alignment distance, the textbook's table. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : change;
      (table[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap);
    }
  return at(a.length, b.length);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', 'ش'), minLength: 1, maxLength: 6 });

describe('the lexicon', () => {
  it('knows one edit as the table of distances does', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(isOneEdit(a, b)).toBe(distance(a, b) === 1);
      }),
    );
  });

  it('finds every form one edit away and every one that begins so', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (forms, asked) => {
        const lexicon = createLexicon();
        for (const form of forms) lexicon.addForm(form, lexicon.addTerm(form));
        const found = (terms: number[]) => terms.map((term) => forms[term]).sort();
        const expected = (is: (form: string) => boolean) => forms.filter(is).sort();
        expect(found(lexicon.withinOneEdit(asked))).toEqual(expected((form) => distance(form, asked) === 1));
        if (asked.length >= 3)
          expect(found(lexicon.startingWith(asked))).toEqual(expected((form) => form.startsWith(asked)));
      }),
    );
  });

  it('finds a longer form by every word that one edit makes of it', () => {
    const letter = fc.constantFrom('a', 'b', 'c', 'é', 'ش');
    const form = fc.string({ unit: letter, minLength: 4, maxLength: 12 });
    const edit = fc.record({ at: fc.nat(11), letter, kind: fc.constantFrom('more', 'less', 'other', 'swap') });
    fc.assert(
      fc.property(fc.uniqueArray(form, { minLength: 1, maxLength: 30 }), edit, (forms, { at: place, letter, kind }) => {
        const lexicon = createLexicon();
        for (const one of forms) lexicon.addForm(one, lexicon.addTerm(one));
        for (const one of forms) {
          const at = Math.min(place, one.length - 1);
          const [before, after] = [one.slice(0, at), one.slice(at + 1)];
          const words = {
            more: `${before}${letter}${one.slice(at)}`,
            less: before + after,
            other: before + letter + after,
          };
          const asked = kind === 'swap' ? `${before}${after[0] ?? ''}${one[at]}${after.slice(1)}` : words[kind];
          const near = forms.filter((other) => distance(other, asked) === 1).sort();
          expect(
            lexicon
              .withinOneEdit(asked)
              .map((term) => forms[term])
              .sort(),
          ).toEqual(near);
          if (asked !== one) expect(near).toContain(one);
        }
      }),
    );
  });

  it('is the same after it was written and read in two parts', () => {
    const [first, second] = [createLexicon(), createLexicon()];
    const add = (form: string, term: string) => first.addForm(form, first.addTerm(term));
    add('charging', 'charg');
    const before = first.size();
    const parts = [first.read({ terms: 0, forms: 0 })];
    for (let more = 0; more < 1500; more += 1) add(`form${more}`, `term${more % 700}`);
    parts.push(first.read(before));
    for (const part of parts) {
      const read = decodeLexicon(encodeLexicon(part).map((bytes) => bytes.slice()));
      if (read) second.restore(read);
    }
    expect(second.size()).toEqual(first.size());
    expect(second.withinOneEdit('chargng')).toEqual([second.findTerm('charg')]);
    expect(decodeLexicon([new Uint8Array(20)])).toBeNull();
  });
});

describe('reading a text', () => {
  it('gives the terms of tokenize', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'E-10',
        'a.b_c',
        'İstanbul',
        '😀 ok',
        '𝒜bc',
        'naïve—',
        '{{x}}',
        'الطلبات',
        '電池が',
        "don't",
        '-_a',
        'x-',
      ),
      fc.string({ maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join(' ');
        const lexicon = createLexicon();
        const { terms, count } = createAnalyser(lexicon).read(text, 'und');
        const texts = lexicon.read({ terms: 0, forms: 0 }).terms;
        expect([...terms.subarray(0, count)].map((term) => texts[term])).toEqual(tokenize(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['en', 'charging', 'charged'],
    ['de', 'bestellung', 'bestellungen'],
    ['fr', 'remboursement', 'rembourser'],
    ['es', 'cancelar', 'cancelado'],
    ['ar', 'المبلغ', 'مبلغ'],
  ])('stems in %s: %s as %s', (language, one, other) => {
    expect(stem(one, language)).toBe(stem(other, language));
    expect(stemLanguage(`${language}-XX`)).toBe(language);
  });

  it('leaves ids and other scripts as they are', () => {
    expect([stem('e10', 'en'), stem('طلبات', 'en'), stem('charging', 'ar'), stem('charging', 'und')]).toEqual([
      'e10',
      'طلبات',
      'charging',
      'charging',
    ]);
    expect(stemLanguage('ja')).toBe('und');
  });
});
