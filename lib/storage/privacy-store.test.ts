import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { ImportJob } from '../core/knowledge';
import type { KeepDays } from '../core/privacy';
import { openDatabase } from './database';
import { createPrivacyStore } from './privacy-store';

const day = (age: number) => new Date(Date.UTC(2026, 10, 30) - age * 86_400_000).toISOString();
const job = (source: string, age: number, problems: string[], status: ImportJob['status'] = 'done'): ImportJob => ({
  source,
  status,
  startedAt: day(age),
  finishedAt: day(age),
  done: 1,
  total: 1,
  cursor: null,
  articles: 1,
  macros: 0,
  problems,
});
const gap = (id: string, age: number, tickets: string[]) => ({
  id,
  text: id,
  vector: new Float32Array(2),
  model: 'm',
  tickets,
  count: tickets.length,
  isDismissed: false,
  firstAt: day(age),
  lastAt: day(age),
});

let databases = 0;
async function open() {
  databases += 1;
  const database = openDatabase(`privacy-${databases}`);
  for (const age of [400, 10])
    await database.pastTickets.put({
      id: `o#past-${age}`,
      source: 'o',
      ticketId: String(age),
      subject: '',
      question: 'q',
      seenAt: day(age),
    });
  for (const age of [800, 1])
    await database.choices.add({ kind: 'reply', suggestionId: 's', sourceIds: [], action: 'inserted', at: day(age) });
  await database.gaps.bulkPut([gap('old', 500, ['a']), gap('new', 1, ['a', 'b'])]);
  const jobs = [job('old', 100, ['line 3']), job('new', 1, ['line 4']), job('none', 200, [])];
  await database.importJobs.bulkPut(jobs.map((one) => ({ source: one.source, job: one, run: 1, isComplete: true })));
  await database.teamIntents.put({ id: 'i', name: 'Refund', examples: ['money', 'Ana wants money'] });
  await database.intentVectors.bulkPut(
    ['money', 'Ana wants money'].map((text) => ({ text, model: 'm', vector: new Float32Array(1) })),
  );
  await database.meta.bulkPut([
    { key: 'intentHistory', value: { done: ['Ana wants money'] } },
    { key: 'intentsLearnt', value: { key: 'Ana wants money' } },
  ]);
  await database.audit.add({ seq: 1, at: day(7), kind: 'copied', previous: '', hash: '' });
  return { database, store: createPrivacyStore(database) };
}

describe('what is kept', () => {
  it('is counted, with the oldest of what goes by age', async () => {
    const { store } = await open();
    expect(await store.count()).toEqual({
      counts: {
        articles: 0,
        macros: 0,
        playbooks: 0,
        pastTickets: 2,
        choices: 2,
        gaps: 2,
        importReports: 2,
        audit: 1,
        examples: 2,
      },
      oldest: { pastTickets: day(400), choices: day(800), gaps: day(500), importReports: day(100), audit: day(7) },
    });
  });

  it('is found and removed by age; a source that was imported stays', async () => {
    const { database, store } = await open();
    expect(await store.listPastTicketsBefore(day(365))).toEqual(['o#past-400']);
    expect(await store.listChoicesBefore(day(730))).toHaveLength(1);
    expect(await store.removeGapsBefore(day(365))).toBe(1);
    expect(await store.clearReportsBefore(day(90))).toBe(1);
    expect((await database.gaps.toArray()).map(({ id }) => id)).toEqual(['new']);
    const left = Object.fromEntries((await database.importJobs.toArray()).map((row) => [row.source, row.job.problems]));
    expect(left).toEqual({ old: [], new: ['line 4'], none: [] });
  });

  it('forgets examples with everything that still held them', async () => {
    const { database, store } = await open();
    await store.removeExamples([{ id: 'i', examples: ['Ana wants money'] }]);
    const tables = await Promise.all(
      [database.teamIntents, database.intentVectors, database.meta].map((t) => t.toArray()),
    );
    expect(JSON.stringify(tables)).not.toContain('Ana');
    expect(await database.teamIntents.get('i')).toMatchObject({ examples: ['money'] });
  });

  it('lets go of tickets of a question that others asked too, and notes when it was tidied', async () => {
    const { database, store } = await open();
    await store.unlinkGaps([{ id: 'new', tickets: ['b'] }]);
    expect((await database.gaps.get('new'))?.tickets).toEqual(['b']);
    expect(await store.readTidying()).toBeNull();
    const removed: KeepDays = { pastTickets: 1, choices: 2, gaps: 3, importReports: 4 };
    await store.writeTidying({ at: day(0), removed });
    expect(await store.readTidying()).toEqual({ at: day(0), removed });
  });
});
