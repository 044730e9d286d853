import { describe, expect, it } from 'vitest';
import { packTokens, wordIds } from './token-vectors';

describe('packTokens', () => {
  const values = Float32Array.of(9, 9, 0.6, 0.8, 0, 1, -0.8, 0.6, 9, 9);

  it('leaves out the two marks and what is no word', () => {
    const packed = packTokens({ values, count: 5, dims: 2 }, (place) => place !== 2);
    expect(packed).toMatchObject({ dims: 2, count: 2 });
    const back = Array.from(packed?.values ?? [], (value) => value * (packed?.scale ?? 0));
    [0.6, 0.8, -0.8, 0.6].forEach((value, at) => {
      expect(back[at]).toBeCloseTo(value, 2);
    });
  });

  it('answers null for a text without a word', () => {
    expect(packTokens({ values, count: 5, dims: 2 }, () => false)).toBeNull();
    expect(packTokens({ values: values.subarray(0, 4), count: 2, dims: 2 }, () => true)).toBeNull();
  });
});

it('tells pieces with a letter or a digit from signs', () => {
  const pieces = ['word', '##s', '▁7', '▁', '!', '##.', 'ة', '…'];
  const ids = wordIds(new Map(pieces.map((piece, id) => [piece, id])));
  expect([...ids]).toEqual([0, 1, 2, 6]);
});
