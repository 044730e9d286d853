import type { KnowledgeStore, PassageTokens } from '../core/stores';

/** Passages whose token vectors are kept: about 4.6 kB each, 9 MB. */
const maxKept = 2000;

/**
 * The store with token vectors read last in memory, since a conversation finds the same passages at every message. A change of
 * stored passages forgets all of them.
 */
export function rememberTokens(store: KnowledgeStore, kept = maxKept): KnowledgeStore {
  const memory = new Map<string, PassageTokens>();
  let model = '';
  let generation = 0;
  function forget(): void {
    generation += 1;
    memory.clear();
  }
  /** Forgets when the change is made, and again what was read while it was being made. */
  async function forgetting<T>(change: Promise<T>): Promise<T> {
    forget();
    try {
      return await change;
    } finally {
      forget();
    }
  }
  function keep(id: string, tokens: PassageTokens): void {
    memory.delete(id);
    memory.set(id, tokens);
    if (memory.size > kept) memory.delete(memory.keys().next().value as string);
  }
  return {
    ...store,
    async readTokens(passageIds, asked) {
      if (asked !== model) forget();
      model = asked;
      const missing = passageIds.filter((id) => !memory.has(id));
      const found = new Map(passageIds.map((id) => [id, memory.get(id)]));
      const since = generation;
      const read = missing.length > 0 ? await store.readTokens(missing, asked) : [];
      missing.forEach((id, at) => {
        found.set(id, read[at]);
      });
      if (since === generation) for (const [id, tokens] of found) if (tokens) keep(id, tokens);
      return passageIds.map((id) => found.get(id));
    },
    storePage: (page) => (page.sets.length > 0 ? forgetting(store.storePage(page)) : store.storePage(page)),
    removeOwners: (keys) => forgetting(store.removeOwners(keys)),
    removeSource: (source) => forgetting(store.removeSource(source)),
    writeVectors: (sets) => forgetting(store.writeVectors(sets)),
    savePastTicket: (ticket, set) => forgetting(store.savePastTicket(ticket, set)),
    restore: (saved) => forgetting(store.restore(saved)),
    deleteAll: () => forgetting(store.deleteAll()),
  };
}
