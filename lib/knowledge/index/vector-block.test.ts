import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '@/tests/support/assemble';
import { scanKernel } from './scan-kernel';
import { createVectorBlock, quantiseQuery, writeVector, writeVectors } from './vector-block';

const int8 = fc.integer({ min: -127, max: 127 });

describe('the kernel', () => {
  it('is what its source says', async () => {
    const source = 'lib/knowledge/index/scan-kernel.wat';
    expect(readFileSync(source, 'utf8')).toContain('i32x4.dot_i16x8_s');
    expect(Buffer.from(await assemble(source)).toString('base64')).toBe(scanKernel);
  });

  it('is within 3 kB', () => {
    expect(atob(scanKernel).length).toBeLessThan(3000);
  });

  it('gives the bits of the loop without it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 128, max: 140 }),
        fc.constantFrom(16, 48, 384),
        fc.infiniteStream(int8),
        (rows, dims, numbers) => {
          const blocks = [true, false].map((simd) => createVectorBlock(rows, dims, { simd }));
          const query = quantiseQuery(Float32Array.from({ length: dims }, () => numbers.next().value as number));
          for (let row = 0; row < rows; row += 1) {
            const vector = Int8Array.from({ length: dims }, () => numbers.next().value as number);
            for (const block of blocks) writeVector(block, row, vector);
          }
          const [fast, plain] = blocks.map((block) => [...block.scan(query)]);
          expect(fast).toEqual(plain);
          const some = Uint16Array.from({ length: rows % 7 }, (_, at) => (at * 31) % rows);
          const expected = [...some].map((row) => plain?.[row]);
          for (const block of blocks) expect([...block.scanRows(query, some)]).toEqual(expected);
          expect(plain?.some((score) => score !== 0)).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('estimates by signs as the sums of their products do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 128, max: 200 }),
        fc.constantFrom(16, 384, 2048),
        fc.infiniteStream(int8),
        (rows, dims, numbers) => {
          const block = createVectorBlock(rows, dims);
          const query = quantiseQuery(Float32Array.from({ length: dims }, () => numbers.next().value as number));
          for (let at = 0; at < rows * dims; at += 1) block.values[at] = numbers.next().value as number;
          const estimates = block.estimate(query);
          const products = Array.from({ length: rows }, (_, row) =>
            query.values.reduce(
              (sum, value, at) => sum + ((block.values[row * dims + at] as number) < 0 ? -value : value),
              0,
            ),
          );
          const widest = Math.max(
            ...Array.from({ length: dims / 4 }, (_, group) =>
              query.values.subarray(group * 4, group * 4 + 4).reduce((sum, value) => sum + Math.abs(value), 0),
            ),
          );
          // Every group's entry is rounded.
          const most = ((dims / 4) * 2 * widest) / 63;
          const offset = (estimates?.[0] as number) * ((2 * widest) / 63) - (products[0] as number);
          for (let row = 0; row < rows; row += 1) {
            const estimated = (estimates?.[row] as number) * ((2 * widest) / 63) - offset;
            expect(Math.abs(estimated - (products[row] as number))).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 10 },
    );
    expect(createVectorBlock(200, 16, { simd: false }).estimate(quantiseQuery(Float32Array.of(1)))).toBeNull();
  });

  it('keeps the largest products within 32 bits', () => {
    const dims = 2048;
    const peak = new Int8Array(dims).fill(127);
    const query = quantiseQuery(new Float32Array(dims).fill(1 / Math.sqrt(dims)));
    for (const simd of [true, false]) {
      const block = createVectorBlock(128, dims, { simd });
      writeVector(block, 5, peak);
      expect((block.scan(query)[5] as number) * query.scale).toBeCloseTo(1, 5);
    }
  });
});

it('tells cosines, whatever the length of the vectors', () => {
  const block = createVectorBlock(3, 5);
  writeVector(block, 0, Int8Array.of(100, 0, 0, 0, 0));
  writeVector(block, 2, Int8Array.of(0, 50, 50, 0, 0));
  const query = quantiseQuery(Float32Array.of(0.6, 0.8, 0, 0, 0));
  const cosines = [...block.scan(query)].map((score) => score * query.scale);
  expect(cosines[0]).toBeCloseTo(0.6, 4);
  expect(cosines[1]).toBe(0);
  expect(cosines[2]).toBeCloseTo(0.8 / Math.SQRT2, 4);
  expect([...block.factors]).toEqual([expect.closeTo(0.01), 0, expect.any(Number)]);
});

it.each([3, 130])('scans the first rows alone where it is told how many, of %s', (rows) => {
  const block = createVectorBlock(rows, 4);
  writeVectors(block, 0, { values: Int8Array.of(9, 0, 0, 0, 0, 9, 0, 0), dims: 4 });
  const query = quantiseQuery(Float32Array.of(1, 0, 0, 0));
  expect([...block.scan(query).subarray(0, 3)]).toEqual([expect.any(Number), 0, 0]);
  writeVectors(block, 0, { values: Int8Array.of(0, 9, 0, 0, 9, 0, 0, 0), dims: 4 });
  const [first, second] = block.scan(query, 1);
  expect([first, second]).toEqual([0, 0]);
  expect((block.scan(query, 2)[1] as number) * query.scale).toBeCloseTo(1, 6);
});
