import type { ClockStore } from '../core/privacy';

const dayMs = 86_400_000;
/** A longer time without a look at the clock is doubted: it may be a clock that was set wrong. */
const leapMs = 30 * dayMs;

/**
 * Whether something may be deleted for its age. A clock that leapt by more than a month since the last look is believed only
 * when it still says so a day later: set wrong and set right again, it must not cost what is kept. One that went back deletes
 * too little at worst.
 */
export async function believesClock(store: ClockStore, now: number): Promise<boolean> {
  const memory = await store.readClock();
  const hasLeapt = memory !== undefined && now - memory.seenAt > leapMs;
  if (!hasLeapt) {
    await store.writeClock({ seenAt: now });
    return true;
  }
  // Doubted from a time that is yet to come: the clock was set once more.
  const doubtedAt = memory.doubtedAt !== undefined && memory.doubtedAt <= now ? memory.doubtedAt : now;
  const isTrue = now - doubtedAt >= dayMs;
  await store.writeClock(isTrue ? { seenAt: now } : { seenAt: memory.seenAt, doubtedAt });
  return isTrue;
}
