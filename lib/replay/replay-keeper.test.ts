import { describe, expect, it } from 'vitest';
import type { ReplaySettings, ReplayTurn } from '../core/replay';
import { defaultSettings } from '../core/settings';
import type { ReplySuggestion } from '../core/suggestion';
import type { Ticket } from '../core/ticket';
import { createReplayKeeper, type Loaded, mostTurns, type ReplayParts } from './replay-keeper';

const ticketOf = (id: string, answers: number): Ticket => ({
  id,
  helpdesk: 'file',
  origin: 'file:past.json',
  channel: 'email',
  requester: {},
  tags: [],
  messages: Array.from({ length: answers }, (_none, index) => [
    { id: `q${index}`, role: 'customer' as const, text: `Question ${index}` },
    { id: `a${index}`, role: 'agent' as const, text: `neutral answer ${index}` },
  ]).flat(),
  isComplete: true,
  composer: { target: 'closed', format: 'plain', draft: '' },
});
const load = (...list: Ticket[]): Loaded => ({
  name: 'past.json',
  tickets: list.length,
  problems: [],
  problemCount: 0,
  list,
});

function replyIn(settings: ReplaySettings, turn: ReplayTurn): ReplySuggestion {
  const text = `${settings.tone} answer ${turn.index === 1 ? 'same' : turn.index}`;
  return {
    kind: 'reply',
    id: 'r',
    confidence: 0.8,
    sources: [],
    text: turn.index === 1 ? 'same' : text,
    html: '',
    sentences: [],
    language: 'en',
    alternative: { index: 0, count: 1 },
  };
}

function open(more: Partial<ReplayParts> = {}) {
  let now = 0;
  const asked: ReplayTurn[] = [];
  const keeper = createReplayKeeper({
    open: (signal) => (turn) => async (settings) => {
      signal.throwIfAborted();
      asked.push(turn);
      now += 10 * asked.length;
      return settings.kinds.reply
        ? { items: [replyIn(settings, turn)], silent: [] }
        : { items: [], silent: [{ kind: 'reply', why: 'not-now' }] };
    },
    readMaterial: async () => ({ macros: [], links: new Map() }),
    tokenize: (text) => text.split(' '),
    keptShare: (draft, sent) => (sent.startsWith(draft.split(' ')[0] ?? '') ? 1 : 0),
    clock: () => now,
    ...more,
  });
  const ended = async () => {
    while (keeper.state().phase === 'running') await new Promise((resolve) => setTimeout(resolve, 1));
    return keeper.state();
  };
  return { keeper, ended };
}
const settings: ReplaySettings = defaultSettings;
const all = { filter: 'all', offset: 0, limit: 50 } as const;

describe('createReplayKeeper', () => {
  it('is empty at first and after it was cleared', async () => {
    const { keeper, ended } = open();
    expect(keeper.state()).toMatchObject({ phase: 'empty', source: null, now: null });
    expect(keeper.list(all)).toEqual({ items: [], total: 0 });
    keeper.start(load(ticketOf('1', 1)), { settings, change: null });
    await ended();
    keeper.clear();
    expect(keeper.state().phase).toBe('empty');
    expect(keeper.loaded()).toBeNull();
  });

  it('walks every turn with the settings as they are, and tells the median time of one', async () => {
    const { keeper, ended } = open();
    keeper.start(load(ticketOf('1', 2), ticketOf('2', 1)), { settings, change: null });
    expect(keeper.state()).toMatchObject({ phase: 'running', turns: 3, done: 0 });
    expect(await ended()).toMatchObject({
      phase: 'done',
      source: { name: 'past.json', tickets: 2 },
      done: 3,
      now: { turns: 3, shown: 3, silent: 0, agrees: 1 },
      changed: null,
      differing: null,
      medianMs: 20,
    });
    const { items } = keeper.list({ ...all, filter: 'differs' });
    expect(items.map(({ ticketId, question }) => [ticketId, question])).toEqual([
      ['1', 'Question 0'],
      ['2', 'Question 0'],
    ]);
  });

  it('tells what a change makes different, those turns first', async () => {
    const { keeper, ended } = open();
    keeper.start(load(ticketOf('1', 2)), { settings, change: { tone: 'warm' } });
    const state = await ended();
    expect(state.differing).toEqual({ turns: 1, kinds: { reply: 1 } });
    expect([state.now?.agrees, state.changed?.agrees]).toEqual([1, 0]);
    expect(keeper.list(all).items.map(({ question }) => question)).toEqual(['Question 1', 'Question 0']);
    expect(keeper.list({ ...all, filter: 'changed' })).toMatchObject({ total: 1 });
    expect(keeper.list({ ...all, offset: 1, limit: 1 }).items[0]).toMatchObject({ differing: [] });
  });

  it('tries a kind switched off beside the others as they are', async () => {
    const { keeper, ended } = open();
    keeper.start(load(ticketOf('1', 2)), { settings, change: { kinds: { reply: false } } });
    expect(await ended()).toMatchObject({ now: { shown: 2 }, changed: { shown: 0, silent: 2 } });
    expect(settings.kinds.reply).toBe(true);
  });

  it('keeps what was walked when it is cancelled, and walks no further', async () => {
    const turns: (() => void)[] = [];
    let signal: AbortSignal | undefined;
    const { keeper } = open({
      open: (given) => {
        signal = given;
        return () => () => new Promise((resolve) => turns.push(() => resolve({ items: [], silent: [] })));
      },
    });
    keeper.start(load(ticketOf('1', 3)), { settings, change: null });
    await expect.poll(() => turns.length).toBe(1);
    turns[0]?.();
    await expect.poll(() => turns.length).toBe(2);
    keeper.cancel();
    expect(signal?.aborted).toBe(true);
    turns[1]?.();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(turns).toHaveLength(2);
    expect(keeper.state()).toMatchObject({ phase: 'cancelled', turns: 3, done: 1, now: { turns: 1, silent: 1 } });
    expect(keeper.state().failure).toBeUndefined();
    keeper.cancel();
    expect(keeper.state().phase).toBe('cancelled');
  });

  it('ends one replay when the next begins', async () => {
    const signals: AbortSignal[] = [];
    const { keeper } = open({
      open: (signal) => {
        signals.push(signal);
        return () => () => new Promise(() => {});
      },
    });
    keeper.start(load(ticketOf('1', 1)), { settings, change: null });
    await expect.poll(() => signals.length).toBe(1);
    keeper.start(load(ticketOf('2', 2)), { settings, change: null });
    expect(signals[0]?.aborted).toBe(true);
    expect(keeper.state()).toMatchObject({ phase: 'running', turns: 2 });
  });

  it('fails with the reason, and what was walked stays', async () => {
    const { keeper, ended } = open({
      open: () => (turn) => async () => {
        if (turn.index > 1) throw new Error('A model file is damaged');
        return { items: [], silent: [] };
      },
    });
    keeper.start(load(ticketOf('1', 2)), { settings, change: null });
    expect(await ended()).toMatchObject({ phase: 'failed', failure: 'A model file is damaged', done: 1 });
  });

  it('takes only so many turns, and tells how many it left out', async () => {
    const { keeper } = open({ open: () => () => () => new Promise(() => {}) });
    keeper.start(load(ticketOf('1', mostTurns + 5)), { settings, change: null });
    expect(keeper.state()).toMatchObject({ turns: mostTurns, leftOut: 5 });
    keeper.cancel();
  });
});
