import { describe, expect, it } from 'vitest';
import { noWish, toFilter } from './audit-wish';

describe('a wish for rows of the log', () => {
  it('takes both days whole, and asks for nothing that is not wished', () => {
    expect(toFilter(noWish)).toEqual({});
    const { from = '', to = '' } = toFilter({ ...noWish, from: '2026-02-28', to: '2026-02-28' });
    expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000);
    expect(new Date(from).getDate()).toBe(28);
    expect(toFilter({ ...noWish, kind: 'copied', ticket: ' #4711 ' })).toEqual({ kind: 'copied', ticket: '4711' });
  });

  it.each(['', '2026', '2026-02', 'yesterday'])('takes %j for no day', (from) => {
    expect(toFilter({ ...noWish, from })).toEqual({});
  });
});
