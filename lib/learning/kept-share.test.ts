import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptShare } from './kept-share';

describe('keptShare', () => {
  it.each([
    ['Your refund is on its way.', 'Hello Ana, your refund is on its way. Have a nice day', 1],
    ['Your refund is on its way.', 'Your parcel is on its way.', 5 / 6],
    ['Your refund is on its way.', 'No.', 0],
    ['one two three four', 'four three two one', 1 / 4],
    ['', 'anything', 1],
    ['ردّ المبلغ في الطريق', 'ردّ المبلغ في الطريق', 1],
  ])('of "%s" in "%s" is %d', (draft, sent, share) => {
    expect(keptShare(draft, sent)).toBeCloseTo(share, 5);
  });

  it('is a share, and whole for the same text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (draft, sent) => {
        const share = keptShare(draft, sent);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(keptShare(draft, draft)).toBe(1);
      }),
    );
  });
});
