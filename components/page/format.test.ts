import { describe, expect, it } from 'vitest';
import { getStrings } from '../../lib/strings';
import { formatBytes, formatDay, nameSource } from './format';

describe('formats', () => {
  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1_500, '1.5 kB'],
    [48_300_000, '48 MB'],
    [2_400_000_000, '2.4 GB'],
  ])('writes %i bytes as %s', (bytes, expected) => {
    expect(formatBytes('en', bytes)).toBe(expected);
  });

  it('keeps Latin digits in Arabic, and what is no date as it is', () => {
    expect(formatBytes('ar', 48_300_000)).toMatch(/^48/);
    expect(formatDay('en', '2026-11-24T08:00:00Z')).toBe('Nov 24, 2026');
    expect(formatDay('en', 'yesterday')).toBe('yesterday');
  });

  it.each([
    ['https://acme.zendesk.com', 'acme.zendesk.com'],
    ['file:macros.csv', 'File: macros.csv'],
    ['chrome-extension://abc', 'Practice data'],
    ['moz-extension://abc', 'Practice data'],
    ['odd', 'odd'],
  ])('calls the source %s “%s”', (source, expected) => {
    expect(nameSource(getStrings('en'), source)).toBe(expected);
  });
});
