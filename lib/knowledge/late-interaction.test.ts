import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackedTokens } from '../core/engine';
import type { PassageTokens } from '../core/stores';
import { matchPassages } from './late-interaction';
import { packPassage, unpackPassage } from './token-vectors';

const dims = 96;

/** Random unit vectors, and the same packed as the model does. */
const unitVectors = (least: number) =>
  fc
    .array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: dims, maxLength: dims }), {
      minLength: least,
      maxLength: 13,
    })
    .map((rows) =>
      rows.map((row) => {
        const norm = Math.hypot(...row);
        return norm > 0.01 ? row.map((value) => value / norm) : row.map((_value, at) => Number(at === 0));
      }),
    );

function pack(rows: number[][]): PackedTokens {
  const scale = Math.max(...rows.flat().map(Math.abs), 1e-9) / 127;
  return { dims, count: rows.length, values: Int8Array.from(rows.flat().map((value) => value / scale)), scale };
}

const dot = (a: number[], b: number[]): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** The definition, in plain numbers. */
function plainMatch(question: number[][], passage: number[][]): number {
  const best = question.map((token) => Math.max(...passage.map((other) => dot(token, other))));
  return best.reduce((sum, value) => sum + value, 0) / question.length;
}

/** Unit vectors of a packed passage's tokens. */
function rowsOf(stored: PassageTokens): number[][] {
  const levels = unpackPassage(stored);
  return Array.from({ length: stored.count }, (_value, token) => {
    const row = [...levels.subarray(token * dims, (token + 1) * dims)];
    const norm = Math.hypot(...row);
    return row.map((level) => level / norm);
  });
}

function askedRows(packed: PackedTokens): number[][] {
  return Array.from({ length: packed.count }, (_value, token) =>
    [...packed.values.subarray(token * dims, (token + 1) * dims)].map((value) => value * packed.scale),
  );
}

/** The mean of the eight best of a passage's tokens, each by the question's token nearest to it. */
function plainReverse(question: number[][], passage: number[][]): number {
  const best = passage.map((token) => Math.max(...question.map((other) => dot(token, other))));
  const highest = best.sort((a, b) => b - a).slice(0, 8);
  return highest.reduce((sum, value) => sum + value, 0) / highest.length;
}

describe('the match of a question and a passage', () => {
  it.each([
    ['few passages', fc.array(unitVectors(1), { minLength: 1, maxLength: 6 })],
    // From 128 tokens on the kernel scans.
    ['many', fc.array(unitVectors(8), { minLength: 16, maxLength: 18 })],
  ])('is exactly that of the packed vectors, of %s', (_how, lists) => {
    fc.assert(
      fc.property(unitVectors(1), lists, (question, passages) => {
        const packed = pack(question);
        const stored = passages.map((passage) => packPassage(pack(passage)));
        const asked = askedRows(packed);
        matchPassages(packed, stored).forEach((found, at) => {
          const rows = rowsOf(stored[at] as PassageTokens);
          expect(found?.match).toBeCloseTo(plainMatch(asked, rows), 5);
          expect(found?.reverse).toBeCloseTo(plainReverse(asked, rows), 5);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('is near that of the vectors before they were packed', () => {
    fc.assert(
      fc.property(unitVectors(1), unitVectors(1), (question, passage) => {
        const [found] = matchPassages(pack(question), [packPassage(pack(passage))]);
        expect(Math.abs((found?.match ?? 9) - plainMatch(question, passage))).toBeLessThan(0.06);
      }),
      { numRuns: 100 },
    );
  });

  it('is 1 for a text with itself, and null for another length', () => {
    const rows = [0, 1, 2].map((at) => Array.from({ length: dims }, (_value, place) => Number(place === at)));
    const packed = pack(rows);
    const others = [
      { dims: 48, count: 1, values: new Uint8Array(24) },
      { dims, count: 0, values: new Uint8Array(0) },
    ];
    const matches = matchPassages(packed, [others[0], packPassage(packed), undefined, others[1]]);
    expect(matches[1]?.match).toBeCloseTo(1, 6);
    expect([matches[0], matches[2], matches[3]]).toEqual([null, null, null]);
  });

  it('leads where a token is matched better than elsewhere, and counts tokens by their weights', () => {
    const axis = (at: number) => Array.from({ length: dims }, (_value, place) => Number(place === at));
    const stored = [[axis(0), axis(1)], [axis(0)]].map((rows) => packPassage(pack(rows)));
    const question = pack([axis(0), axis(1)]);
    const [both, one] = matchPassages(question, stored);
    expect([both?.match, one?.match]).toEqual([expect.closeTo(1, 3), expect.closeTo(0.5, 3)]);
    // The second token is 1 here and 0 there, 0.5 above the mean: (0 + 0.25) / 2.
    expect([both?.lead, one?.lead]).toEqual([expect.closeTo(0.125, 3), expect.closeTo(0, 3)]);
    const [, weighted] = matchPassages({ ...question, weights: Float32Array.of(3, 1) }, stored);
    expect(weighted?.match).toBeCloseTo(0.75, 3);
  });
});

describe('packPassage', () => {
  it('takes half a byte a number and keeps each token’s direction', () => {
    fc.assert(
      fc.property(unitVectors(1), (rows) => {
        const stored = packPassage(pack(rows));
        expect(stored.values.length).toBe((rows.length * dims) / 2);
        rowsOf(stored).forEach((row, token) => {
          expect(dot(row, row)).toBeCloseTo(1, 6);
          expect(dot(row, rows[token] ?? [])).toBeGreaterThan(0.97);
        });
      }),
      { numRuns: 100 },
    );
  });
});
