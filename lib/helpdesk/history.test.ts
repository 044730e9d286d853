import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../core/result';
import type { Message, Ticket } from '../core/ticket';
import { createHistory, mergeHistory } from './history';

const message = (id: string, minute: number, text = id, role: Message['role'] = 'customer'): Message => ({
  id,
  role,
  text,
  at: new Date(Date.UTC(2026, 10, 2, 9, minute)).toISOString(),
});

const anyMessages = (prefix: string) =>
  fc
    .array(
      fc.record({ minute: fc.integer({ min: 0, max: 5000 }), text: fc.constantFrom('hi', 'yes', 'no', 'the bill') }),
    )
    .map((items) =>
      items
        .toSorted((a, b) => a.minute - b.minute)
        .map(({ minute, text }, index) => message(`${prefix}${index}`, minute, text)),
    );

describe('mergeHistory', () => {
  it('adds what the page hides and keeps the page’s ids', () => {
    const page = [message('p3', 3, 'third  words'), message('p4', 4)];
    const history = [message('1', 1), message('2', 2), message('3', 3, 'third words', 'agent'), message('4', 4, 'p4')];
    expect(mergeHistory(page, history, 'page').map(({ id, role }) => `${id} ${role}`)).toEqual([
      '1 customer',
      '2 customer',
      'p3 customer',
      'p4 customer',
    ]);
    expect(mergeHistory(page, history, 'api')[2]?.role).toBe('agent');
  });

  it('keeps the same words said at another time apart', () => {
    expect(mergeHistory([message('p', 10, 'hello?')], [message('a', 1, 'hello?')], 'page')).toHaveLength(2);
    const twice = [message('p1', 1, 'hello?'), message('p2', 1, 'hello?')];
    expect(mergeHistory(twice, [message('a', 1, 'hello?')], 'page')).toHaveLength(2);
  });

  it('takes the time from the API where the page has none, and leaves a new message last', () => {
    const page: Message[] = [
      { id: '1', role: 'customer', text: 'a' },
      { id: '9', role: 'customer', text: 'new' },
    ];
    const merged = mergeHistory(page, [message('1', 1, 'a'), message('0', 0, 'b')], 'api');
    expect(merged.map(({ id }) => id)).toEqual(['0', '1', '9']);
    expect(merged[1]?.at).toBe('2026-11-02T09:01:00.000Z');
  });

  it('loses nothing, doubles nothing and is in order, for any two readings', () => {
    fc.assert(
      fc.property(anyMessages('p'), anyMessages('a'), (page, history) => {
        const merged = mergeHistory(page, history, 'page');
        const ids = merged.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(page.every(({ id }) => ids.includes(id))).toBe(true);
        expect(merged.length).toBeGreaterThanOrEqual(Math.max(page.length, history.length));
        const times = merged.map(({ at }) => at ?? '');
        expect(times).toEqual(times.toSorted());
        expect(mergeHistory(merged, history, 'page')).toEqual(merged);
      }),
    );
  });
});

describe('createHistory', () => {
  const ticket: Ticket = {
    id: '12',
    helpdesk: 'x',
    origin: 'https://x.example',
    channel: 'email',
    requester: {},
    tags: [],
    messages: [message('p', 5)],
    isComplete: false,
    composer: { target: 'closed', format: 'rich', draft: '' },
  };

  it('asks again only after the time that the helpdesk names', async () => {
    vi.useFakeTimers();
    const readHistory = vi.fn(async () => fail<Message[]>('rate-limited', 'wait', 1000));
    const refresh = vi.fn();
    const signal = new AbortController().signal;
    const complete = createHistory({ api: { readHistory }, trust: 'page', need: () => 'all', refresh, signal });
    complete(ticket);
    await vi.advanceTimersByTimeAsync(10);
    complete(ticket);
    expect(readHistory).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(refresh).toHaveBeenCalledTimes(1);
    complete(ticket);
    expect(readHistory).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('says nothing after its signal', async () => {
    const leaving = new AbortController();
    const refresh = vi.fn();
    const readHistory = async () => ok([message('a', 1)]);
    const complete = createHistory({
      api: { readHistory },
      trust: 'page',
      need: () => 'all',
      refresh,
      signal: leaving.signal,
    });
    complete(ticket);
    leaving.abort();
    await Promise.resolve();
    await Promise.resolve();
    expect(refresh).not.toHaveBeenCalled();
    expect(complete(ticket).isComplete).toBe(false);
  });
});
