import type { GapStore } from '../core/stores';
import type { Database } from './database';

/** The gap store of core over the database. */
export function createGapStore({ gaps }: Database): GapStore {
  return {
    listGaps: () => gaps.toArray(),
    async saveGap(row) {
      await gaps.put(row);
    },
    removeGaps: (ids) => gaps.bulkDelete(ids),
  };
}
