import type { IntentBook, IntentStore } from '../../lib/core/team-intents';
import { createIntentKeeper, type IntentKeeper } from '../../lib/intents/intent-keeper';
import { learnIntents } from '../../lib/intents/team-intents';
import { createHashEncoder, type HashEncoder } from './hash-encoder';

/** An intent store in memory. */
export function createMemoryIntentStore(): IntentStore {
  let book: IntentBook = { intents: [], done: [], undone: [] };
  let vectors = new Map<string, { vector: Float32Array; model: string }>();
  let stored: { key: string; learnt: unknown } | undefined;
  return {
    readBook: async () => structuredClone(book),
    async writeBook(next, texts) {
      book = structuredClone(next);
      vectors = new Map([...vectors].filter(([text]) => texts.includes(text)));
    },
    readVectors: async (texts, model) =>
      texts.map((text) => (vectors.get(text)?.model === model ? vectors.get(text)?.vector : undefined)),
    async writeVectors(rows, model) {
      for (const { text, vector } of rows) vectors.set(text, { vector, model });
    },
    readLearnt: async (key) => (stored?.key === key ? stored.learnt : undefined),
    async writeLearnt(key, learnt) {
      stored = { key, learnt };
    },
  };
}

/** A keeper that learns on this thread, over a store in memory and words instead of a model. */
export function createMemoryKeeper(
  store = createMemoryIntentStore(),
  encoder: HashEncoder = createHashEncoder('1', 64),
): IntentKeeper {
  let id = 0;
  return createIntentKeeper({
    store,
    encoder,
    newId: () => `intent-${++id}`,
    learn: async ({ examples, names }, { onProgress }) => learnIntents(examples, { names, onProgress }),
  });
}
