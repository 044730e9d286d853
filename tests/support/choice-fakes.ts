import type { OfferedSource } from '../../lib/core/learning';
import type { ChoiceStore, StoredChoice } from '../../lib/core/stores';
import type { Choice } from '../../lib/core/suggestion';

/** A choice store in memory, oldest first. */
export function createMemoryChoices(): ChoiceStore & { rows: StoredChoice[] } {
  let last = 0;
  const store: ChoiceStore & { rows: StoredChoice[] } = {
    rows: [],
    async addChoice(choice) {
      last += 1;
      store.rows.push({ key: last, choice: structuredClone(choice) });
      return last;
    },
    async addChoices(choices) {
      for (const choice of choices) await store.addChoice(choice);
    },
    async changeChoices(changed) {
      store.rows = store.rows.map((row) => changed.find(({ key }) => key === row.key) ?? row);
    },
    async removeChoices(keys) {
      store.rows = store.rows.filter(({ key }) => !keys.includes(key));
    },
    listChoices: async (since = '') => store.rows.map(({ choice }) => choice).filter(({ at }) => at >= since),
    readChoices: async () => [...store.rows].sort((a, b) => (a.choice.at < b.choice.at ? -1 : 1)),
  };
  return store;
}

/** A source as it was offered. */
export const offered = (kind: OfferedSource['kind'], id: string, more: Partial<OfferedSource> = {}): OfferedSource => ({
  kind,
  id,
  base: 0,
  facts: {},
  ...more,
});

/** The choice of the named one of these sources, `minute` minutes into the year. */
export function choose(id: string, shown: OfferedSource[], more: Partial<Choice> & { minute?: number } = {}): Choice {
  const { minute = 0, ...rest } = more;
  return {
    kind: 'reply',
    suggestionId: `reply|${id}`,
    sourceIds: [id],
    action: 'inserted',
    at: new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString(),
    offered: shown,
    ...rest,
  };
}
