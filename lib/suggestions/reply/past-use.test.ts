import { describe, expect, it } from 'vitest';
import { makePast, textTools } from '../testing';
import { isAboutOneCase } from './one-case';
import { countPastUse, reuseWorth } from './past-use';

const advice = 'Download the invoice under Billing and choose the year before saving the file.';

describe('countPastUse', () => {
  it('counts tickets that got nearly the same reply, those it solved, and the last time', () => {
    const use = countPastUse(
      [
        { ...makePast('a', 'q', advice), isSolved: true },
        { ...makePast('b', 'q', `${advice} Cheers`), seenAt: '2026-06-01' },
        makePast('c', 'q', 'Shoes go back within thirty days in their box.'),
        makePast('d', 'q'),
      ],
      textTools,
    );
    expect(use.get('a')).toEqual({ lastAt: '2026-06-01', tickets: 2, solved: 1 });
    expect(use.get('c')).toEqual({ lastAt: '2026-01-01', tickets: 1, solved: 0 });
    expect(use.has('d')).toBe(false);
  });
});

describe('reuseWorth', () => {
  const now = Date.parse('2026-06-01');
  it('prefers what was used often, solved and is young, within narrow bounds', () => {
    const worth = (lastAt: string, tickets: number, solved: number) => reuseWorth({ lastAt, tickets, solved }, now);
    expect(worth('2026-05-30', 3, 2)).toBeGreaterThan(worth('2026-05-30', 1, 0));
    expect(worth('2020-01-01', 1, 0)).toBeCloseTo(-0.1);
    expect(worth('2026-06-01', 50, 50)).toBeCloseTo(0.1);
    expect(worth('', 1, 0)).toBeCloseTo(-0.1);
  });
});

describe('isAboutOneCase', () => {
  it.each([
    'We wrote to [email] already.',
    'I refunded 20 €.',
    'It is order FW-2231.',
    'Your parcel 99481234 is late.',
    'It comes tomorrow.',
    'The courier calls on 12.05.',
    'I have checked this with the courier.',
    'Your order has been cancelled.',
    'Wir haben den Betrag erstattet.',
    'تصل الشحنة غداً.',
  ])('holds for "%s"', (sentence) => expect(isAboutOneCase(sentence)).toBe(true));
  it.each([
    'Refunds take 5 to 7 working days.',
    'Open Settings, then choose Wi-Fi.',
    'You can return shoes within 30 days.',
    'Our line is open from 9 to 17.',
  ])('does not for "%s"', (sentence) => expect(isAboutOneCase(sentence)).toBe(false));
});
