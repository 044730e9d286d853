import type { IntentBook, IntentStore } from '../core/team-intents';
import type { Database } from './database';

const historyKey = 'intentHistory';
const learntKey = 'intentsLearnt';
/** Facts that hold examples of intents. */
export const intentKeys = [historyKey, learntKey];

type History = Pick<IntentBook, 'done' | 'undone'>;
type Learnt = { key: string; learnt: unknown };

/** The intent store of core over the database. A change and its history are one transaction. */
export function createIntentStore(database: Database): IntentStore {
  const { teamIntents, intentVectors, meta } = database;
  return {
    readBook: () =>
      database.transaction('r', [teamIntents, meta], async () => {
        const history = (await meta.get(historyKey))?.value as History | undefined;
        const intents = await teamIntents.orderBy('name').toArray();
        return { intents, done: history?.done ?? [], undone: history?.undone ?? [] };
      }),
    writeBook: ({ intents, done, undone }, texts) =>
      database.transaction('rw', [teamIntents, intentVectors, meta], async () => {
        await teamIntents.clear();
        await teamIntents.bulkPut(intents);
        await meta.put({ key: historyKey, value: { done, undone } });
        const used = new Set(texts);
        const known = await intentVectors.toCollection().primaryKeys();
        await intentVectors.bulkDelete(known.filter((text) => !used.has(text)));
      }),
    async readVectors(texts, model) {
      const rows = await intentVectors.bulkGet(texts);
      return rows.map((row) => (row?.model === model ? row.vector : undefined));
    },
    async writeVectors(rows, model) {
      await intentVectors.bulkPut(rows.map((row) => ({ ...row, model })));
    },
    async readLearnt(key) {
      const row = (await meta.get(learntKey))?.value as Learnt | undefined;
      return row?.key === key ? row.learnt : undefined;
    },
    async writeLearnt(key, learnt) {
      await meta.put({ key: learntKey, value: { key, learnt } });
    },
  };
}
