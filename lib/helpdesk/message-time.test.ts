import { expect, it, vi } from 'vitest';
import type { Message } from '../core/ticket';
import { timeOf } from './message-time';

const message = (at?: string): Message => ({ id: '1', role: 'agent', text: 'Hello', ...(at ? { at } : {}) });

it('is the epoch in milliseconds, and no number without a time', () => {
  expect(timeOf(message('1970-01-01T00:00:01.500Z'))).toBe(1500);
  expect(timeOf(message())).toBeNaN();
  expect(timeOf(message('never'))).toBeNaN();
});

it('is parsed once for a message, also when it has none', () => {
  const parse = vi.spyOn(Date, 'parse');
  for (const one of [message('2026-11-02T09:00:00Z'), message()]) {
    parse.mockClear();
    expect(timeOf(one)).toEqual(timeOf(one));
    expect(parse).toHaveBeenCalledTimes(1);
  }
  parse.mockRestore();
});
