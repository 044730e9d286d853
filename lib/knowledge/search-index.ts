import type { Hit, Passage, SearchQuery } from '../core/knowledge';
import type { OwnerKey, PackedVectors, PassageOwner } from '../core/stores';

/** An owner on its way into the index. `vectors`: one a passage; null: words only. */
export type IndexEntry = {
  owner: PassageOwner;
  passages: Passage[];
  vectors: PackedVectors | null;
};

/**
 * Finds passages by their words and their meaning. Every method is asynchronous and takes plain data, so that an index may
 * live in a worker; what is behind it is free to change.
 */
export type SearchIndex = {
  /**
   * Reads what was saved, then what changed in the store since; vectors are those of `model`. An index without a store is
   * ready. Searches wait for what was saved, and meanwhile find what is there of the rest; what is added or removed meanwhile
   * counts.
   */
  load(model: string): Promise<void>;
  /** Writes the index in the background, so that `load` is quick. Call it when all changes of the store were added; before `load` it does nothing. */
  save(): Promise<void>;
  /** Adds owners with all their passages; an owner that is there is replaced. */
  add(entries: IndexEntry[]): Promise<void>;
  /** Takes the owners and their passages out; those that are not there are no error. */
  remove(keys: OwnerKey[]): Promise<void>;
  clear(): Promise<void>;
  /**
   * Best owners first, one hit an owner, at most `query.limit`. `vector` is the query's (L2 norm 1); null searches by words
   * only. `query.locale` leaves out owners known to be in another language. A query without a word and without a vector
   * finds nothing.
   */
  search(query: SearchQuery, vector: Float32Array | null): Promise<Hit[]>;
  /** As `search`, with all of the best `count` passages: an owner may come more than once, its best passage first. */
  searchPassages(query: SearchQuery, vector: Float32Array | null, count: number): Promise<Hit[]>;
  /** Number of passages. */
  size(): Promise<number>;
};
