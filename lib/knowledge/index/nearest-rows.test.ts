import { expect, it } from 'vitest';
import { nearestRows } from './nearest-rows';
import type { SearchedSegment, Segment } from './segment';
import { createVectorBlock, quantiseQuery, writeVector } from './vector-block';

const dims = 256;

function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
}

/** Vectors around 40 centres; every tenth row has none. `allowed`: of the owners, one a row. */
function writeSegment(rows: number, { simd = true, allowed = null as Uint8Array | null } = {}): SearchedSegment {
  const random = createRandom(rows);
  const vectors = createVectorBlock(rows, dims, { simd });
  const centres = Array.from({ length: 40 }, () => Array.from({ length: dims }, random));
  for (let row = 0; row < rows; row += 1) {
    if (row % 10 === 9) continue;
    const centre = centres[row % 40] as number[];
    writeVector(
      vectors,
      row,
      Int8Array.from(centre, (value) => 70 * (value + random())),
    );
  }
  const segment = { vectors, rowOwners: Uint16Array.from({ length: rows }, (_, row) => row) };
  return { segment: segment as unknown as Segment, allowed };
}

function queries(count: number) {
  const random = createRandom(5);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dims }, random);
    const norm = Math.hypot(...vector);
    return quantiseQuery(vector.map((value) => value / norm));
  });
}

/** Rows from which on estimates are used here. */
const many = 4096;

/** The nearest rows by the cosines of all. */
function plainly({ segment, allowed }: SearchedSegment, query: ReturnType<typeof quantiseQuery>, count: number) {
  const { vectors, rowOwners } = segment;
  const scores = [...vectors.scan(query)];
  return [...rowOwners]
    .filter((row) => vectors.factors[row] !== 0 && allowed?.[row] !== 0)
    .sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, count);
}

it('finds the nearest rows of a large segment by estimates, only those that may be found', () => {
  for (const allowed of [null, Uint8Array.from({ length: 9000 }, (_, owner) => owner % 2)]) {
    const searched = writeSegment(9000, { allowed });
    expect(searched.segment.vectors.estimate(quantiseQuery(new Float32Array(dims)))).not.toBeNull();
    let right = 0;
    for (const query of queries(30)) {
      const [found = new Uint16Array()] = nearestRows([searched], query, 10, many);
      expect([...found]).toEqual([...found].sort((a, b) => a - b));
      expect(found.every((row) => row % 10 !== 9 && allowed?.[row] !== 0)).toBe(true);
      right += plainly(searched, query, 10).filter((row) => found.includes(row)).length;
    }
    expect(right / 300).toBeGreaterThan(0.98);
  }
});

it('finds exactly those of a small segment, of one without SIMD, and of one where few may be found', () => {
  const few = Uint8Array.from({ length: 9000 }, (_, owner) => (owner % 50 === 0 ? 1 : 0));
  const all = [writeSegment(300), writeSegment(5000, { simd: false }), writeSegment(9000, { allowed: few })];
  for (const query of queries(5)) {
    const found = nearestRows(all, query, 10, many).map((rows) => [...rows]);
    // Beside a large segment, where nothing is left out.
    expect(found).toEqual(all.map((searched) => plainly(searched, query, 10).sort((a, b) => a - b)));
  }
});
