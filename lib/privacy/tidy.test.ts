import { describe, expect, it } from 'vitest';
import type { KeepDays, PrivacyStore, Tidying } from '../core/privacy';
import { tidy } from './tidy';

const now = Date.UTC(2026, 10, 30);

/** A store that notes what it is asked for. */
function stage(keepDays: KeepDays, failing = '') {
  const asked: string[] = [];
  const notes: Tidying[] = [];
  const note = (what: string, time: string) => {
    asked.push(`${what} ${time.slice(0, 10)}`);
    if (what === failing) throw new Error(`${what} failed`);
  };
  const store = {
    async listPastTicketsBefore(time: string) {
      note('pastTickets', time);
      return ['a', 'b'];
    },
    async listChoicesBefore(time: string) {
      note('choices', time);
      return [];
    },
    async removeGapsBefore(time: string) {
      note('gaps', time);
      return 3;
    },
    async clearReportsBefore(time: string) {
      note('importReports', time);
      return 1;
    },
    async writeTidying(tidying: Tidying) {
      notes.push(tidying);
    },
  } as Partial<PrivacyStore> as PrivacyStore;
  const removed: unknown[] = [];
  const run = () =>
    tidy({
      store,
      removePastTickets: async (ids) => removed.push(ids),
      removeChoices: async (keys) => removed.push(keys),
      keepDays: () => keepDays,
      now: () => now,
    });
  return { run, asked, notes, removed };
}

describe('tidying', () => {
  it('removes what is older than each kind may be, and notes how much', async () => {
    const { run, asked, notes, removed } = stage({ pastTickets: 30, choices: 365, gaps: 1, importReports: 90 });
    await run();
    expect(asked).toEqual([
      'pastTickets 2026-10-31',
      'choices 2025-11-30',
      'gaps 2026-11-29',
      'importReports 2026-09-01',
    ]);
    expect(removed).toEqual([['a', 'b']]);
    expect(notes).toEqual([
      { at: '2026-11-30T00:00:00.000Z', removed: { pastTickets: 2, choices: 0, gaps: 3, importReports: 1 } },
    ]);
  });

  it('leaves a kind alone that has no limit', async () => {
    const { run, asked } = stage({ pastTickets: 0, choices: 0, gaps: 7, importReports: 0 });
    await run();
    expect(asked).toEqual(['gaps 2026-11-23']);
  });

  it('goes on with the others when one fails, and says so afterwards', async () => {
    const { run, notes } = stage({ pastTickets: 1, choices: 1, gaps: 1, importReports: 1 }, 'pastTickets');
    await expect(run()).rejects.toThrow('pastTickets failed');
    expect(notes[0]?.removed).toEqual({ pastTickets: 0, choices: 0, gaps: 3, importReports: 1 });
  });
});
