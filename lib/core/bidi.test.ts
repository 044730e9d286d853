import { describe, expect, it } from 'vitest';
import { foreignRuns, textDirection } from './bidi';
import { arabicCases, latinCases } from './bidi-cases';

describe('the direction of a text', () => {
  it.each([
    ['مرحبًا Ana', 'rtl'],
    ['Hello محمد', 'ltr'],
    ['4711: مرحبًا', 'rtl'],
    ['FW-20381 هو رقم طلبك', 'rtl'],
    ['https://acme.example/a هو الرابط', 'rtl'],
    ['שלום', 'rtl'],
    ['4711 – 49.90 €', null],
    ['', null],
  ] as const)('%s: %s', (text, direction) => {
    expect(textDirection(text)).toBe(direction);
  });
});

describe('what a text would tear apart', () => {
  it('is looked for in a hundred lines', () => {
    expect(arabicCases.length + latinCases.length).toBeGreaterThanOrEqual(100);
    expect(new Set([...arabicCases, ...latinCases].map(([text]) => text)).size).toBe(
      arabicCases.length + latinCases.length,
    );
  });

  const partsOf = (text: string, base: 'ltr' | 'rtl') =>
    foreignRuns(text, base).map(({ start, end }) => text.slice(start, end));

  it.each(arabicCases)('in Arabic: %s', (text, ...runs) => {
    expect(partsOf(text, 'rtl')).toEqual(runs);
  });

  it.each(latinCases)('in Latin: %s', (text, ...runs) => {
    expect(partsOf(text, 'ltr')).toEqual(runs);
  });
});
