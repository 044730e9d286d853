import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seekRow } from './segment';
import { topRows } from './top-rows';

it('finds the highest scores above the floor', () => {
  const score = fc.integer({ min: -5, max: 5 });
  fc.assert(
    fc.property(fc.array(score), fc.integer({ min: 1, max: 12 }), score, (numbers, count, floor) => {
      const scores = Float32Array.from(numbers);
      const top = { rows: scores.length, count, floor, isLeftOut: (row: number) => row % 5 === 3 };
      const best = [...scores.keys()]
        .filter((row) => (scores[row] as number) > floor && row % 5 !== 3)
        .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
        .slice(0, count);
      expect(topRows(scores, top)).toEqual(best);
    }),
  );
});

it('seeks a row among rising ones from any place on', () => {
  const rising = fc.uniqueArray(fc.nat(300)).map((rows) => Uint16Array.from(rows).sort());
  fc.assert(
    fc.property(rising, fc.nat(310), fc.nat(), (rows, row, from) => {
      const at = from % (rows.length + 1);
      const found = rows.subarray(at).findIndex((one) => one >= row);
      expect(seekRow(rows, row, at, rows.length)).toBe(found < 0 ? rows.length : at + found);
    }),
  );
});
