import type { Hit, SearchQuery } from '../../core/knowledge';
import type { IndexStore, OwnerKey, PassageOwner } from '../../core/stores';
import { toIndexEntry } from '../embed';
import type { IndexEntry, SearchIndex } from '../search-index';
import { createAnalyser } from './analyser';
import { buildSegment, type SegmentEntry } from './build-segment';
import { type Candidate, collectCandidates } from './candidates';
import { readAllSets, readChangedSets } from './catch-up';
import { FacetTable } from './facets';
import { chooseOwners, fuse, ownerOf, type Ranked } from './fuse';
import { createSentenceReader, toHit, weightsOf } from './hits';
import { IndexFiles } from './index-files';
import { createLexicon } from './lexicon';
import { type LiveSegment, LiveSegments } from './live-segments';
import { indexKey, type OwnerTexts, PassageCache } from './passage-cache';
import { holdsPhrases } from './phrases';
import { type QueryTerms, readQueryTerms } from './query-terms';
import type { SearchedSegment } from './segment';
import { stemLanguage } from './stems';
import { quantiseQuery } from './vector-block';

/** Candidates taken from each half before they are fused. */
const poolSize = 100;
/** Passages that become one segment when many come at once. */
const segmentRows = 8192;

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

type IndexOptions = {
  /** Numbers in a vector. */
  dims?: number;
  /** Where the index is kept and texts are read that are not in memory; without it everything is in memory only. */
  store?: IndexStore;
  /** ISO 639-1 code of a text; asked for owners without a locale. */
  detectLanguage?: (text: string) => string;
  newName?: () => string;
};

/** An empty index; see `KnowledgeIndex`. */
export function createKnowledgeIndex(options: IndexOptions = {}): KnowledgeIndex {
  return new KnowledgeIndex(options);
}

/**
 * Search by words (BM25F over stems) and meaning (int8 vectors, in a large segment those that signs tell are near), fused by
 * the sum of z-scores over the best candidates of both. Passages live in segments that never change; what comes is a new
 * segment, what goes is struck out, and segments are merged between searches.
 */
export class KnowledgeIndex implements SearchIndex {
  readonly #dims: number;
  readonly #lexicon = createLexicon();
  readonly #analyser = createAnalyser(this.#lexicon);
  readonly #sentences = createSentenceReader(this.#analyser);
  readonly #facets = new FacetTable();
  readonly #segments: LiveSegments;
  readonly #texts: PassageCache;
  readonly #pending = new Map<string, SegmentEntry>();
  readonly #detectLanguage: (text: string) => string;
  readonly #newName: () => string;
  readonly #store: IndexStore | undefined;
  readonly #files: IndexFiles | undefined;
  #pendingRows = 0;
  #model = '';
  /** Answers when the files are read: numbers of terms must not be given before. */
  #restored: Promise<unknown> = Promise.resolve();
  #saving: Promise<void> = Promise.resolve();
  #generation = 0;
  /** Owners that came or went while the index is being loaded; what is read of them may be old. */
  #touched: Set<string> | undefined;

  constructor({ dims = 384, store, detectLanguage, newName }: IndexOptions) {
    this.#dims = dims;
    this.#newName = newName ?? (() => crypto.randomUUID());
    this.#segments = new LiveSegments(this.#newName);
    this.#store = store;
    this.#texts = new PassageCache(store && ((keys) => store.readOwners(keys)));
    this.#detectLanguage = detectLanguage ?? (() => 'und');
    const parts = { lexicon: this.#lexicon, facets: this.#facets, segments: this.#segments, dims };
    this.#files = store && new IndexFiles(store, parts, this.#newName);
  }

  async load(model: string): Promise<void> {
    this.#model = model;
    if (!this.#store || !this.#files) return;
    const touched = new Set<string>();
    this.#touched = touched;
    const loading = this.#files.load(model, (key) => touched.has(key));
    this.#restored = loading.catch(() => undefined);
    try {
      const { change, isWhole, isCurrent } = await loading;
      if (change !== null) await this.#readChanged(this.#store, change);
      if (!isWhole || !isCurrent) await this.#readMissing(this.#store, isCurrent);
      // Ahead of the first search; a text that is not there by then is read when it is found.
      void this.#fillTexts(this.#store).catch(() => undefined);
    } finally {
      if (this.#touched === touched) this.#touched = undefined;
    }
  }

  async save(): Promise<void> {
    const files = this.#files;
    if (!this.#store || !files || this.#model === '') return;
    await this.#restored;
    const change = await this.#store.lastChange();
    this.#flush();
    const generation = this.#generation;
    const isStale = () => generation !== this.#generation;
    const write = async () => {
      await this.#segments.tidy();
      if (!isStale()) await files.save({ model: this.#model, change }, isStale);
    };
    // What cannot be written now is made up for by the next load.
    this.#saving = this.#saving.then(write).catch(() => undefined);
  }

  /** Answers when what `save` began is written. */
  async settle(): Promise<void> {
    await this.#saving;
  }

  async add(entries: IndexEntry[]): Promise<void> {
    for (const { owner } of entries) this.#touched?.add(indexKey(owner));
    await this.#restored;
    for (const entry of entries) this.#addEntry(entry);
  }

  async remove(keys: OwnerKey[]): Promise<void> {
    for (const key of keys) this.#touched?.add(indexKey(key));
    await this.#restored;
    for (const key of keys) this.#removeKey(indexKey(key));
  }

  async clear(): Promise<void> {
    await this.#restored;
    this.#generation += 1;
    this.#segments.clear();
    this.#texts.clear();
    this.#pending.clear();
    this.#pendingRows = 0;
    await this.#saving;
    await this.#files?.clear();
  }

  async size(): Promise<number> {
    return this.#segments.rows + this.#pendingRows;
  }

  async search(query: SearchQuery, vector: Float32Array | null): Promise<Hit[]> {
    return this.searchPassages(query, vector, 0);
  }

  async searchPassages(query: SearchQuery, vector: Float32Array | null, count: number): Promise<Hit[]> {
    await this.#restored;
    const { ranked, terms } = this.rank(query, vector);
    const kept = terms.phrases.length > 0 ? await this.#keepPhrases(ranked, terms.phrases) : ranked;
    const chosen = chooseOwners(kept, query.limit, count);
    const texts = await this.#texts.find(chosen.map(ownerOf));
    const maker = { terms, weights: weightsOf(terms.asked), sentences: this.#sentences };
    return chosen.flatMap((one) => {
      const own = texts.get(ownerOf(one));
      const facet = one.segment.ownerFacets[one.segment.rowOwners[one.row] as number] as number;
      const language = this.#facets.languageOf(facet);
      return (own && toHit(one, { ...own, language }, maker)) ?? [];
    });
  }

  /** What `searchPassages` reads no text for: candidates in their order, and the query's words. */
  rank(query: SearchQuery, vector: Float32Array | null): { ranked: Ranked[]; terms: QueryTerms } {
    const terms = this.#readTerms(query.text);
    const candidates = this.#collect(query, terms, vector?.length === this.#dims ? vector : null);
    const weight = terms.asked.reduce((sum, term) => sum + term.weight, 0);
    return { ranked: fuse(candidates, weight), terms };
  }

  /** Answers when everything is in as few segments as can be and nothing that is gone counts any more. */
  async compact(): Promise<void> {
    this.#flush();
    await this.#segments.compact();
  }

  #addEntry(entry: IndexEntry): void {
    const key = indexKey(entry.owner);
    this.#removeKey(key);
    this.#texts.put({ owner: entry.owner, passages: entry.passages });
    const language = this.#languageOf(entry);
    const facet = this.#facets.add({ ...entry.owner, language });
    this.#pending.set(key, { key, facet, language, entry });
    this.#pendingRows += entry.passages.length;
    if (this.#pendingRows >= segmentRows) this.#flush();
  }

  /** Adds and removes owners that changed since the files were written. */
  async #readChanged(store: IndexStore, since: number): Promise<void> {
    for await (const changes of readChangedSets(store, since))
      for (const { key, set } of changes) {
        if (this.#touched?.has(indexKey(key))) continue;
        if (set) this.#addEntry(toIndexEntry(set, this.#model));
        else this.#removeKey(indexKey(key));
      }
  }

  /** Adds all owners that are not there, and those that are there without the vectors they have. */
  async #readMissing(store: IndexStore, isCurrent: boolean): Promise<void> {
    const generation = this.#generation;
    for await (const sets of readAllSets(store)) {
      if (generation !== this.#generation) return;
      for (const set of sets) {
        const key = indexKey(set.owner);
        if (this.#touched?.has(key)) continue;
        const isThere = this.#segments.has(key) || this.#pending.has(key);
        if (!isThere || (!isCurrent && set.model === this.#model)) this.#addEntry(toIndexEntry(set, this.#model));
      }
    }
  }

  /** Reads texts ahead while there is room for them. */
  async #fillTexts(store: IndexStore): Promise<void> {
    const generation = this.#generation;
    for await (const sets of readAllSets(store)) {
      if (generation !== this.#generation || !this.#texts.hasRoom) return;
      for (const { owner, passages } of sets) {
        const key = indexKey(owner);
        if (!this.#texts.has(key) && this.#segments.has(key)) this.#texts.put({ owner, passages });
      }
      await nextTurn();
    }
  }

  #readTerms(text: string): QueryTerms {
    this.#flush();
    return readQueryTerms(text, {
      lexicon: this.#lexicon,
      languages: this.#facets.languages(),
      passages: this.#segments.rows,
      frequency: (term) => this.#segments.frequency(term),
    });
  }

  #collect(query: SearchQuery, terms: QueryTerms, vector: Float32Array | null): Candidate[] {
    const allowed = this.#facets.allowed(query);
    return collectCandidates(
      this.#segments.all.map((live) => withAllowed(live, allowed)),
      {
        terms: terms.searched,
        vector: vector && quantiseQuery(vector),
        means: this.#segments.means(),
        poolSize,
      },
    );
  }

  /** Candidates that hold the phrases; all of them where none does. */
  async #keepPhrases(ranked: Ranked[], phrases: string[][]): Promise<Ranked[]> {
    const texts = await this.#texts.find(ranked.map(ownerOf));
    const kept = ranked.filter((one) => {
      const own: OwnerTexts | undefined = texts.get(ownerOf(one));
      const first = one.segment.ownerRows[one.segment.rowOwners[one.row] as number] as number;
      return own !== undefined && holdsPhrases(own, one.row - first, phrases);
    });
    return kept.length > 0 ? kept : ranked;
  }

  #languageOf({ owner, passages }: { owner: PassageOwner; passages: { text: string }[] }): string {
    return stemLanguage(owner.locale ?? this.#detectLanguage(`${owner.title}\n${passages[0]?.text ?? ''}`));
  }

  #removeKey(key: string): void {
    this.#segments.remove(key);
    this.#texts.remove(key);
    const pending = this.#pending.get(key);
    if (!pending) return;
    this.#pending.delete(key);
    this.#pendingRows -= pending.entry.passages.length;
  }

  /** Makes what came last a segment; merging goes on by itself. */
  #flush(): void {
    if (this.#pending.size === 0) return;
    const entries = [...this.#pending.values()];
    this.#pending.clear();
    this.#pendingRows = 0;
    const building = { analyser: this.#analyser, dims: this.#dims };
    this.#segments.add(buildSegment(this.#newName(), entries, building));
    void this.#segments.tidy();
  }
}

/** Owners of the segment that are there and that the query may find. */
function withAllowed({ segment, alive, goneRows }: LiveSegment, allowed: Uint8Array | null): SearchedSegment {
  if (!allowed) return { segment, allowed: goneRows > 0 ? alive : null };
  const { ownerFacets } = segment;
  return {
    segment,
    allowed: alive.map((is, owner) => (is === 1 && allowed[ownerFacets[owner] as number] === 1 ? 1 : 0)),
  };
}
