import type { IndexStore, OwnerKey, PassageSet } from '../../core/stores';

/** Sets read in one go. */
const readSize = 64;

/** All sets of the store, some at a time, in the order of their keys. */
export async function* readAllSets(store: IndexStore): AsyncGenerator<PassageSet[]> {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<IndexStore['readSets']>> = await store.readSets(after, readSize);
    yield page.sets;
    after = page.next;
  } while (after !== null);
}

/** Owners that changed after the change of that number, some at a time, each with its set; without one it is gone. */
export async function* readChangedSets(
  store: IndexStore,
  since: number,
): AsyncGenerator<{ key: OwnerKey; set: PassageSet | undefined }[]> {
  const keys = await store.readChanges(since);
  for (let at = 0; at < keys.length; at += readSize) {
    const some = keys.slice(at, at + readSize);
    const sets = await store.readOwners(some);
    yield some.map((key, place) => ({ key, set: sets[place] }));
  }
}
