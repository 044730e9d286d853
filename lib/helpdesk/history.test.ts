import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../core/result';
import type { Message, Ticket, TicketFacts } from '../core/ticket';
import { createHistory } from './history';
import { mergeHistory } from './merge-history';
import { guessedRole } from './role-guess';

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

  it.each<[string, Message, Message, Message['role'], Message['role']]>([
    // what the page says, what the API says, what counts when the page is trusted, what when the API is
    ['agree', message('p', 1, 'a', 'agent'), message('h', 1, 'a', 'agent'), 'agent', 'agent'],
    ['differ', message('p', 1, 'a', 'agent'), message('h', 1, 'a', 'customer'), 'agent', 'customer'],
    ['private by the API', message('p', 1, 'a', 'customer'), message('h', 1, 'a', 'note'), 'note', 'note'],
    ['private on the page', message('p', 1, 'a', 'note'), message('h', 1, 'a', 'agent'), 'note', 'note'],
    ['guessed on the page', guessedRole(message('p', 1, 'a')), message('h', 1, 'a', 'agent'), 'agent', 'agent'],
    ['guessed by the API', message('p', 1, 'a', 'agent'), guessedRole(message('h', 1, 'a', 'note')), 'agent', 'agent'],
    [
      'guessed by both',
      guessedRole(message('p', 1, 'a')),
      guessedRole(message('h', 1, 'a', 'note')),
      'customer',
      'customer',
    ],
  ])('settles who wrote it when they %s', (_name, page, api, byPage, byApi) => {
    expect(mergeHistory([page], [api], 'page').map(({ role }) => role)).toEqual([byPage]);
    expect(mergeHistory([page], [api], 'api').map(({ role }) => role)).toEqual([byApi]);
  });

  it('takes a translated or redacted message for the one written in that second by the same person', () => {
    const page = { ...message('p', 1, 'We arrive late.'), authorName: 'Ken' };
    const original = { ...message('h', 1, '到着が遅れます。'), authorName: 'Ken' };
    expect(mergeHistory([page], [original], 'page')).toEqual([page]);
    const someoneElse = { ...original, authorName: 'Moira' };
    expect(mergeHistory([page], [someoneElse], 'page')).toHaveLength(2);
    expect(mergeHistory([page], [message('h', 3, '到着が遅れます。')], 'page')).toHaveLength(2);
  });

  it('finds the messages that the page shows in one item', () => {
    const page = [message('p', 2, 'one\ntwo\nthree')];
    const parts = [message('1', 1, 'one'), message('2', 2, 'two'), message('3', 2, 'three')];
    expect(mergeHistory(page, parts, 'page').map(({ id }) => id)).toEqual(['p']);
    // A remainder means that they are not those parts: nothing is left out.
    expect(mergeHistory(page, parts.slice(0, 2), 'page').map(({ id }) => id)).toContain('1');
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

  it('puts a page that writes times in another zone into the API’s', () => {
    const later = (one: Message, hours: number): Message => ({
      ...one,
      at: new Date(Date.parse(one.at ?? '') + hours * 3_600_000).toISOString(),
    });
    const history = [message('1', 1), message('2', 2), message('3', 3)];
    const page = [...history, message('4', 9, 'just arrived')].map((one) => later(one, -5.5));
    const merged = mergeHistory(page, history, 'api');
    expect(merged.map(({ id, at }) => `${id} ${at}`)).toEqual(
      [...history, message('4', 9)].map(({ id, at }) => `${id} ${at}`),
    );
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
  it.each(['api', 'page'] as const)('takes what surrounds the conversation, the %s trusted', async (trust) => {
    const readTicketFacts = async () =>
      ok({ subject: 'By the API', channel: 'phone' as const, requester: { name: 'Ana', email: 'ana@x.example' } });
    const signal = new AbortController().signal;
    const api = { readHistory: async () => ok([message('a', 1)]), readTicketFacts };
    const complete = createHistory({ api, trust, need: () => 'all', refresh: () => {}, signal });
    const shown: Ticket = { ...ticket, subject: 'On the page', channel: 'email', requester: { name: 'A.' } };
    complete(shown);
    await vi.waitFor(() => expect(complete(shown).isComplete).toBe(true));
    expect(complete(shown)).toMatchObject(
      trust === 'api'
        ? { subject: 'By the API', channel: 'phone', requester: { name: 'Ana', email: 'ana@x.example' } }
        : { subject: 'On the page', channel: 'email', requester: { name: 'A.', email: 'ana@x.example' } },
    );
    expect(complete(shown).tags).toBe(shown.tags);
  });

  it('leaves the ticket as the page tells it where the facts cannot be read', async () => {
    const signal = new AbortController().signal;
    const api = {
      readHistory: async () => ok([message('a', 1)]),
      readTicketFacts: async () => fail<TicketFacts>('forbidden', 'no'),
    };
    const complete = createHistory({ api, trust: 'api', need: () => 'all', refresh: () => {}, signal });
    complete(ticket);
    await vi.waitFor(() => expect(complete(ticket).isComplete).toBe(true));
    expect(complete(ticket)).toMatchObject({ channel: ticket.channel, requester: ticket.requester });
  });

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

  it('leaves a helpdesk that failed alone for a minute, then asks again', async () => {
    vi.useFakeTimers();
    const readHistory = vi.fn(async () => fail<Message[]>('timeout', 'slow'));
    const signal = new AbortController().signal;
    const complete = createHistory({
      api: { readHistory },
      trust: 'page',
      need: () => 'all',
      refresh: () => {},
      signal,
    });
    complete(ticket);
    await vi.advanceTimersByTimeAsync(50_000);
    complete(ticket);
    expect(readHistory).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(11_000);
    complete(ticket);
    expect(readHistory).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('gives the same list again while neither side changed', async () => {
    const readHistory = async () => ok([message('a', 1)]);
    const signal = new AbortController().signal;
    const complete = createHistory({
      api: { readHistory },
      trust: 'page',
      need: () => 'all',
      refresh: () => {},
      signal,
    });
    complete(ticket);
    await vi.waitFor(() => expect(complete(ticket).isComplete).toBe(true));
    const { messages } = complete(ticket);
    expect(complete({ ...ticket, messages: [...ticket.messages] }).messages).toBe(messages);
    expect(complete({ ...ticket, messages: [message('q', 9)] }).messages.map(({ id }) => id)).toEqual(['a', 'q']);
  });

  it.each(['another ticket', 'a list'])(
    'calls off what it asked on leaving for %s, and asks anew on coming back',
    async (place) => {
      const asked: { id: string; signal: AbortSignal }[] = [];
      const readHistory = (id: string, { signal }: { signal: AbortSignal }) => {
        asked.push({ id, signal });
        return new Promise<Result<Message[]>>((resolve) =>
          signal.addEventListener('abort', () => resolve(fail('aborted', 'Called off.'))),
        );
      };
      const refresh = vi.fn();
      const { signal } = new AbortController();
      const complete = createHistory({ api: { readHistory }, trust: 'page', need: () => 'all', refresh, signal });
      complete(ticket);
      expect(asked[0]?.signal.aborted).toBe(false);
      if (place === 'a list') complete.leave();
      else complete({ ...ticket, id: '13' });
      expect(asked[0]?.signal.aborted).toBe(true);
      await vi.waitFor(() => expect(refresh).toHaveBeenCalled());
      complete(ticket);
      expect(asked.filter(({ id, signal: own }) => id === '12' && !own.aborted)).toHaveLength(1);
    },
  );

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
