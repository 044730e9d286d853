import type { ClockMemory, ClockStore, PrivacyStore, Tidying } from '../core/privacy';
import type { StoredChoice } from '../core/stores';
import type { Database } from './database';
import { intentKeys } from './intent-store';

/** Where the latest tidying is noted. */
const tidyingKey = 'tidied';

/** Where the clock is noted. */
const clockKey = 'clock';

/** Where it is kept when the clock was last looked at. */
export function createClockStore({ meta }: Pick<Database, 'meta'>): ClockStore {
  return {
    readClock: async () => (await meta.get(clockKey))?.value as ClockMemory | undefined,
    async writeClock(value) {
      await meta.put({ key: clockKey, value });
    },
  };
}

/** The privacy store of core over the database. */
export function createPrivacyStore(database: Database): PrivacyStore {
  const {
    articles,
    macros,
    playbooks,
    pastTickets,
    choices,
    gaps,
    importJobs,
    teamIntents,
    intentVectors,
    audit,
    meta,
  } = database;
  const reports = async () =>
    (await importJobs.toArray()).filter(({ job }) => job.problems.length > 0 && job.status !== 'running');
  const endOf = ({ job }: { job: { finishedAt?: string; startedAt: string } }) => job.finishedAt ?? job.startedAt;
  return {
    async count() {
      const [open, questions, intents] = await Promise.all([reports(), gaps.toArray(), teamIntents.toArray()]);
      const oldestOf = (times: string[]) => times.sort()[0] ?? null;
      return {
        counts: {
          articles: await articles.count(),
          macros: await macros.count(),
          playbooks: await playbooks.count(),
          pastTickets: await pastTickets.count(),
          choices: await choices.count(),
          gaps: questions.length,
          importReports: open.length,
          audit: await audit.count(),
          examples: intents.reduce((sum, { examples }) => sum + examples.length, 0),
        },
        oldest: {
          pastTickets: (await pastTickets.orderBy('seenAt').first())?.seenAt ?? null,
          choices: (await choices.orderBy('at').first())?.at ?? null,
          gaps: oldestOf(questions.map(({ lastAt }) => lastAt)),
          importReports: oldestOf(open.map(endOf)),
          audit: (await audit.orderBy('at').first())?.at ?? null,
        },
      };
    },
    listPastTicketsBefore: (time) => pastTickets.where('seenAt').below(time).primaryKeys(),
    listChoicesBefore: (time) => choices.where('at').below(time).primaryKeys(),
    removeGapsBefore: (time) => gaps.filter(({ lastAt }) => lastAt < time).delete(),
    async clearReportsBefore(time) {
      const old = (await reports()).filter((row) => endOf(row) < time);
      await importJobs.bulkPut(old.map((row) => ({ ...row, job: { ...row.job, problems: [] } })));
      return old.length;
    },
    async readLinkable() {
      const stored: StoredChoice[] = [];
      await choices.each((choice, { primaryKey }) => stored.push({ key: primaryKey, choice }));
      const texts = [
        ...(await articles.toArray()).map(({ item }) => `${item.title}\n${item.text}`),
        ...(await macros.toArray()).map(({ item }) => `${item.title}\n${item.text}`),
        ...(await playbooks.toArray()).map((one) => [one.title, ...one.steps.map(({ text }) => text)].join('\n')),
      ];
      return {
        pastTickets: await pastTickets.toArray(),
        choices: stored,
        gaps: (await gaps.toArray()).map(({ id, text, tickets }) => ({ id, text, tickets })),
        intents: await teamIntents.toArray(),
        knowledge: texts,
      };
    },
    removeExamples: (removed) =>
      database.transaction('rw', [teamIntents, intentVectors, meta], async () => {
        for (const { id, examples } of removed) {
          const intent = await teamIntents.get(id);
          if (!intent) continue;
          await teamIntents.put({ ...intent, examples: intent.examples.filter((text) => !examples.includes(text)) });
          await intentVectors.bulkDelete(examples);
        }
        await meta.bulkDelete(intentKeys);
      }),
    removeGaps: (ids) => gaps.bulkDelete(ids),
    async unlinkGaps(changed) {
      await database.transaction('rw', gaps, async () => {
        for (const { id, tickets } of changed) await gaps.update(id, { tickets });
      });
    },
    readTidying: async () => ((await meta.get(tidyingKey))?.value as Tidying | undefined) ?? null,
    async writeTidying(value) {
      await meta.put({ key: tidyingKey, value });
    },
  };
}
