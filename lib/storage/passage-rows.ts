import type { OwnerKey, PassageSet } from '../core/stores';
import { type Database, type PassageRow, passageKey, type TokenRow } from './database';

function toRow({ owner, hash, passages, model, vectors }: PassageSet): PassageRow {
  return { owner, hash, passages, model, vectors, key: passageKey(owner), count: passages.length };
}

/** The set of a row, without what only the database asks for. */
export function toSet({ owner, hash, passages, model, vectors }: PassageRow): PassageSet {
  return { owner, hash, passages, model, vectors };
}

/** Sets of the owners, in the order asked; undefined where there is none. */
export async function readOwners({ passages }: Database, keys: OwnerKey[]): Promise<(PassageSet | undefined)[]> {
  return (await passages.bulkGet(keys.map(passageKey))).map((row) => row && toSet(row));
}

function toTokenRows({ owner, passages, model, tokens = [] }: PassageSet): TokenRow[] {
  return tokens.flatMap((own, place) => {
    const passage = passages[place];
    return own && passage ? [{ ...own, key: passage.id, owner: passageKey(owner), model }] : [];
  });
}

/** Tables that change with the passages: a transaction that puts or removes sets is over all of them. */
export function passageTables({ passages, tokens, indexChanges }: Database) {
  return [passages, tokens, indexChanges];
}

/** Stores sets in place of those of the same owners, token vectors included, and notes the change for the search index. */
export async function putSets({ passages, tokens, indexChanges }: Database, sets: PassageSet[]): Promise<void> {
  await tokens
    .where('owner')
    .anyOf(sets.map(({ owner }) => passageKey(owner)))
    .delete();
  await tokens.bulkPut(sets.flatMap(toTokenRows));
  await passages.bulkPut(sets.map(toRow));
  await indexChanges.bulkAdd(sets.map(({ owner }) => ({ key: passageKey(owner) })));
}

/** Removes the sets of the owners and their token vectors, and notes the change for the search index. */
export async function removeSets({ passages, tokens, indexChanges }: Database, keys: OwnerKey[]): Promise<void> {
  await tokens.where('owner').anyOf(keys.map(passageKey)).delete();
  await passages.bulkDelete(keys.map(passageKey));
  await indexChanges.bulkAdd(keys.map((key) => ({ key: passageKey(key) })));
}
