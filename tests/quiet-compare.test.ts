import { describe, expect, it } from 'vitest';
import { compare, judge } from './quiet/compare.ts';

const around = (middle: number, width: number) =>
  Array.from({ length: 21 }, (_, at) => middle + ((at - 10) / 10) * width);

describe('a comparison with and without Deskside', () => {
  it('tells the difference of the medians and how sure it is', () => {
    const { difference, noise } = compare({ without: around(100, 4), with: around(103, 4) });
    expect(difference).toBeCloseTo(3);
    expect(noise).toBeCloseTo(Math.SQRT2 * ((1.57 * 4) / Math.sqrt(21)));
  });

  it('is no verdict after a visit or two', () => {
    expect(judge(compare({ without: [100, 101], with: [200, 201] }), 2)).toBe('noise is larger than the goal');
  });

  it.each([
    ['met', 100, 0.5],
    ['met', 90, 0.5],
    ['missed', 110, 0.5],
    ['within noise of the goal', 102, 1],
    ['noise is larger than the goal', 101, 40],
  ])('is judged: %s', (verdict, middle, width) => {
    expect(judge(compare({ without: around(100, width), with: around(middle, width) }), 2)).toBe(verdict);
  });
});
