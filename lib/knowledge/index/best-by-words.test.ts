import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAnalyser } from './analyser';
import { bestByWords } from './best-by-words';
import { makeShareTables, type QueryTerm, scoreRows } from './bm25';
import { buildSegment } from './build-segment';
import { createLexicon } from './lexicon';
import type { Segment } from './segment';

const rows = 600;
const words = Array.from({ length: 40 }, (_, at) => `word${'abcdefghij'[at % 10]}${'klmn'[Math.floor(at / 10)]}`);

/** Passages of words of which the first stand in nearly all, the last in few. */
function writeSegment(seed: number): { segment: Segment; termOf: (word: string) => number } {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const write = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(words.length ** random() - 1)]).join(' ');
  const lexicon = createLexicon();
  const entries = Array.from({ length: rows }, (_, row) => {
    const id = `${row}`;
    const text = write(1 + Math.floor(random() * 25));
    const passage = { id, ownerId: id, ownerKind: 'article' as const, heading: '', start: 0, end: text.length, text };
    const owner = { kind: 'article' as const, id, source: 'x', title: random() < 0.2 ? write(2) : '', labels: [] };
    return { key: id, facet: 0, language: 'und', entry: { owner, passages: [passage], vectors: null } };
  });
  const segment = buildSegment('x', entries, { analyser: createAnalyser(lexicon), dims: 16 });
  return { segment, termOf: (word) => lexicon.findTerm(word) ?? -1 };
}

/** The best rows by the scores of all of them. */
function plainly(segment: Segment, wanted: Parameters<typeof bestByWords>[1], allowed: Uint8Array | null): number[] {
  const all = Uint16Array.from({ length: rows }, (_, row) => row);
  const { scores } = scoreRows(segment, wanted.terms, wanted.tables, all);
  return [...all]
    .filter((row) => (scores[row] as number) > 0 && allowed?.[row] !== 0)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, wanted.count);
}

const tables = makeShareTables({ title: 0.4, heading: 0, labels: 0, body: 13 });
const variant = fc.record({
  word: fc.constantFrom(...words),
  share: fc.constantFrom(1, 0.45),
  idf: fc.double({ min: 0.01, max: 8, noNaN: true }),
});

it('finds the rows that the scores of all rows say, however few postings are read', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.integer(),
      fc.array(fc.array(variant, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
      fc.record({
        count: fc.constantFrom(1, 5, 40),
        isFiltered: fc.boolean(),
        hasFloor: fc.boolean(),
        many: fc.constantFrom(1, rows + 1),
      }),
      (seed, query, { count, isFiltered, hasFloor, many }) => {
        const { segment, termOf } = writeSegment(seed);
        const terms: QueryTerm[] = query.map((variants) => ({
          form: '',
          weight: 1,
          variants: variants.map(({ word, ...rest }) => ({ ...rest, term: termOf(word) })),
        }));
        const allowed = isFiltered ? Uint8Array.from({ length: rows }, (_, owner) => owner % 3 && 1) : null;
        const wanted = { terms, tables, count, floor: 0 };
        const best = plainly(segment, wanted, allowed);
        const last = Uint16Array.from(best.slice(-1));
        const floor = hasFloor && best.length === count ? (scoreRows(segment, terms, tables, last).scores[0] ?? 0) : 0;
        const rising = [...bestByWords({ segment, allowed }, { ...wanted, floor }, many)];
        expect(rising).toEqual(best.sort((a, b) => a - b));
        found += rising.length;
      },
    ),
    { numRuns: 40 },
  );
  expect(found).toBeGreaterThan(200);
}, 30_000);
