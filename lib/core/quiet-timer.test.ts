import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQuietTimer } from './quiet-timer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('works once, when it has been quiet for so long', () => {
  const work = vi.fn();
  const timer = createQuietTimer(work, { quietMs: 100 });
  for (let at = 0; at < 500; at += 50) {
    timer.touch();
    vi.advanceTimersByTime(50);
  }
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(49);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2);
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(work).toHaveBeenCalledTimes(1);
});

it('waits no longer than the longest time, and then anew', () => {
  const work = vi.fn();
  const timer = createQuietTimer(work, { quietMs: 100, longestMs: 300 });
  for (let at = 0; at < 650; at += 50) {
    timer.touch();
    vi.advanceTimersByTime(50);
  }
  expect(work).toHaveBeenCalledTimes(2);
});

it('forgets what it was told of when it is cancelled', () => {
  const work = vi.fn();
  const timer = createQuietTimer(work, { quietMs: 100 });
  timer.touch();
  timer.cancel();
  vi.advanceTimersByTime(500);
  expect(work).not.toHaveBeenCalled();
  timer.touch();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(1);
});

it('sets one timer for many calls', () => {
  const set = vi.spyOn(globalThis, 'setTimeout');
  const timer = createQuietTimer(() => {}, { quietMs: 100 });
  for (let call = 0; call < 20; call += 1) timer.touch();
  expect(set).toHaveBeenCalledTimes(1);
});
