import type { ChoiceStore } from '../core/stores';
import type { Database } from './database';

/** The choice store of core over the database. */
export function createChoiceStore({ choices }: Database): ChoiceStore {
  return {
    async addChoice(choice) {
      await choices.add(choice);
    },
    listChoices: (since) =>
      choices
        .where('at')
        .aboveOrEqual(since ?? '')
        .toArray(),
  };
}
