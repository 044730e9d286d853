import type { AgingKind, KeepDays, PrivacyStore, Tidying } from '../core/privacy';

const dayMs = 86_400_000;

type TidyParts = {
  store: PrivacyStore;
  /** Removes past tickets, from the search too. */
  removePastTickets(ids: string[]): Promise<unknown>;
  /** Removes choices, and what they taught. */
  removeChoices(keys: number[]): Promise<unknown>;
  keepDays(): KeepDays;
  /** Epoch milliseconds. */
  now(): number;
};

/** Deletes what is older than the settings allow, and notes when and how much. A kind that fails stops no other. */
export async function tidy({ store, removePastTickets, removeChoices, keepDays, now }: TidyParts): Promise<Tidying> {
  const removers: Record<AgingKind, (before: string) => Promise<number>> = {
    async pastTickets(before) {
      const ids = await store.listPastTicketsBefore(before);
      if (ids.length > 0) await removePastTickets(ids);
      return ids.length;
    },
    async choices(before) {
      const keys = await store.listChoicesBefore(before);
      if (keys.length > 0) await removeChoices(keys);
      return keys.length;
    },
    gaps: (before) => store.removeGapsBefore(before),
    importReports: (before) => store.clearReportsBefore(before),
  };
  const days = keepDays();
  const removed: Tidying['removed'] = { pastTickets: 0, choices: 0, gaps: 0, importReports: 0 };
  const failures: unknown[] = [];
  for (const kind of Object.keys(removers) as AgingKind[]) {
    if (days[kind] === 0) continue;
    try {
      removed[kind] = await removers[kind](new Date(now() - days[kind] * dayMs).toISOString());
    } catch (error) {
      failures.push(error);
    }
  }
  const tidying = { at: new Date(now()).toISOString(), removed };
  await store.writeTidying(tidying);
  if (failures.length > 0) throw failures[0];
  return tidying;
}
