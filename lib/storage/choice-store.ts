import type { ChoiceStore, StoredChoice } from '../core/stores';
import type { Database } from './database';

/** The choice store of core over the database. */
export function createChoiceStore({ choices }: Database): ChoiceStore {
  return {
    addChoice: (choice) => choices.add(choice),
    async addChoices(added) {
      await choices.bulkAdd(added);
    },
    async changeChoices(changed) {
      await choices.db.transaction('rw', choices, async () => {
        const there = await choices.bulkGet(changed.map(({ key }) => key));
        const kept = changed.filter((_one, index) => there[index] !== undefined);
        await choices.bulkPut(
          kept.map(({ choice }) => choice),
          kept.map(({ key }) => key),
        );
      });
    },
    removeChoices: (keys) => choices.bulkDelete(keys),
    listChoices: (since) =>
      choices
        .where('at')
        .aboveOrEqual(since ?? '')
        .toArray(),
    async readChoices() {
      const stored: StoredChoice[] = [];
      await choices.orderBy('at').each((choice, { primaryKey }) => stored.push({ key: primaryKey, choice }));
      return stored;
    },
  };
}
