import type { PlaybookVectorStore } from '../core/stores';
import type { Database } from './database';

/** The store of core over the database. */
export function createPlaybookVectorStore(database: Database): PlaybookVectorStore {
  const { playbooks, playbookVectors } = database;
  return {
    async readVectors(ids, model) {
      const rows = await playbookVectors.bulkGet(ids);
      return rows.map((row) => (row?.model === model ? row : undefined));
    },
    writeVectors: (rows, model) =>
      database.transaction('rw', [playbooks, playbookVectors], async () => {
        const known = await playbooks.bulkGet(rows.map(({ id }) => id));
        await playbookVectors.bulkPut(rows.filter((_row, at) => known[at]).map((row) => ({ ...row, model })));
      }),
  };
}
