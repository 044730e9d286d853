import type { KnowledgeStore, PassageSet, PassageTokens } from '../core/stores';

/** Passages whose token vectors are kept: about 4.6 kB each, 9 MB. */
const maxKept = 2000;

const idsOf = (sets: readonly PassageSet[]) => sets.flatMap(({ passages }) => passages.map(({ id }) => id));

/**
 * The store with token vectors read last in memory, since a conversation finds the same passages at every message, and with
 * those that have none. What is stored anew is forgotten, all of it where something is removed.
 */
export function rememberTokens(store: KnowledgeStore, kept = maxKept): KnowledgeStore {
  const memory = new Map<string, PassageTokens | undefined>();
  let model = '';
  let generation = 0;
  function forget(ids?: readonly string[]): void {
    generation += 1;
    if (!ids) memory.clear();
    else for (const id of ids) memory.delete(id);
  }
  /** Forgets when the change is made, and again what was read while it was being made. */
  async function forgetting<T>(change: Promise<T>, ids?: readonly string[]): Promise<T> {
    forget(ids);
    try {
      return await change;
    } finally {
      forget(ids);
    }
  }
  function keep(id: string, tokens: PassageTokens | undefined): void {
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
      if (since === generation) for (const [id, tokens] of found) keep(id, tokens);
      return passageIds.map((id) => found.get(id));
    },
    storePage: (page) => forgetting(store.storePage(page), idsOf(page.sets)),
    removeOwners: (keys) => forgetting(store.removeOwners(keys)),
    removeSource: (source) => forgetting(store.removeSource(source)),
    writeVectors: (sets) => forgetting(store.writeVectors(sets), idsOf(sets)),
    savePastTicket: (ticket, set) => forgetting(store.savePastTicket(ticket, set), idsOf([set])),
    restore: (saved) => forgetting(store.restore(saved)),
    deleteAll: () => forgetting(store.deleteAll()),
  };
}
