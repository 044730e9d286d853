import { describe, expect, it } from 'vitest';
import type { ClockMemory } from '../core/privacy';
import { believesClock } from './clock';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 30);

function stage() {
  let memory: ClockMemory | undefined;
  const store = {
    readClock: async () => memory,
    writeClock: async (next: ClockMemory) => {
      memory = next;
    },
  };
  return (days: number) => believesClock(store, start + days * day);
}

describe('a clock', () => {
  it.each<[string, number[], boolean[]]>([
    ['that is new', [0], [true]],
    ['that goes on day by day', [0, 1, 2, 3], [true, true, true, true]],
    ['after three weeks of holidays', [0, 21], [true, true]],
    ['that is set a year ahead and back again', [0, 365, 365.1, 0.2, 1], [true, false, false, true, true]],
    ['that is a year ahead and stays so', [0, 365, 365.5, 366.1, 367], [true, false, false, true, true]],
    ['that is set back by a day', [0, -1, 0], [true, true, true]],
    ['that leaps twice, the second time back', [0, 400, 100, 100.5, 101.2], [true, false, false, false, true]],
  ])('%s', async (_name, looks, believed) => {
    const look = stage();
    const answers: boolean[] = [];
    for (const days of looks) answers.push(await look(days));
    expect(answers).toEqual(believed);
  });
});
