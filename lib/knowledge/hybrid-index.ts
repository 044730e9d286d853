import type { Hit, Passage, SearchQuery } from '../core/knowledge';
import type { OwnerKey, PassageOwner } from '../core/stores';
import { createLexicalIndex, type LexicalDocument, type LexicalMatch, type WeightedTerm } from './lexical-index';
import type { IndexEntry, SearchIndex } from './search-index';
import { splitSentences } from './sentences';
import { tokenize } from './tokens';
import { createVectorTable, noScore, topRows, type VectorTable } from './vector-table';

/** Candidates taken from each half before they are fused. */
const poolSize = 100;

type Owner = { owner: PassageOwner; rows: number[]; terms?: Set<string> };
type Candidate = { row: number; words: number; cosine: number | null; terms: string[] };
type Ranked = Candidate & { score: number };

/**
 * Search by words (MiniSearch) and meaning (a scan over all vectors), fused by the sum of z-scores over the best candidates
 * of both (recall@5 .867 against .844 of reciprocal rank fusion, base models, 2026-11-23; see `fuse`). `dims`: numbers in a vector.
 */
export function createHybridIndex(dims = 384): SearchIndex {
  return new HybridIndex(dims);
}

class HybridIndex implements SearchIndex {
  readonly #dims: number;
  readonly #words = createLexicalIndex();
  readonly #vectors: VectorTable;
  readonly #owners = new Map<string, Owner>();
  #rows: ({ passage: Passage; owner: Owner } | undefined)[] = [];
  #free: number[] = [];

  constructor(dims: number) {
    this.#dims = dims;
    this.#vectors = createVectorTable(dims);
  }

  async add(entries: IndexEntry[]): Promise<void> {
    for (const entry of entries) {
      this.#removeOwner(entry.owner);
      this.#addOwner(entry);
    }
  }

  async remove(keys: OwnerKey[]): Promise<void> {
    for (const key of keys) this.#removeOwner(key);
  }

  async clear(): Promise<void> {
    this.#words.clear();
    this.#vectors.clear();
    this.#owners.clear();
    this.#rows = [];
    this.#free = [];
  }

  async size(): Promise<number> {
    return this.#rows.length - this.#free.length;
  }

  async search(query: SearchQuery, vector: Float32Array | null): Promise<Hit[]> {
    return this.searchPassages(query, vector, 0);
  }

  async searchPassages(query: SearchQuery, vector: Float32Array | null, count: number): Promise<Hit[]> {
    const terms = this.#words.weigh(query.text);
    const isAllowed = this.#filter(query);
    const matches = this.#words.search(terms, { limit: poolSize, isAllowed });
    const ranked = fuse(this.#candidates(matches, vector?.length === this.#dims ? vector : null, isAllowed), terms);
    return this.#choose(ranked, query.limit, count).map((best) => this.#toHit(best, ranked, terms));
  }

  #addOwner({ owner, passages, vectors }: IndexEntry): void {
    const record: Owner = { owner, rows: [] };
    passages.forEach((passage, index) => {
      const row = this.#free.pop() ?? this.#rows.length;
      this.#rows[row] = { passage, owner: record };
      record.rows.push(row);
      this.#words.add(toDocument(row, owner, passage));
      if (vectors?.dims === this.#dims) {
        this.#vectors.set(row, vectors.values.subarray(index * this.#dims, (index + 1) * this.#dims));
      }
    });
    this.#owners.set(ownerKey(owner), record);
  }

  #removeOwner(key: OwnerKey): void {
    const record = this.#owners.get(ownerKey(key));
    if (!record) return;
    for (const row of record.rows) {
      const passage = this.#rows[row]?.passage;
      if (passage) this.#words.remove(toDocument(row, record.owner, passage));
      this.#vectors.unset(row);
      this.#rows[row] = undefined;
      this.#free.push(row);
    }
    this.#owners.delete(ownerKey(key));
  }

  #filter({ kinds, sources, locale }: SearchQuery): ((row: number) => boolean) | null {
    if (!kinds && !sources && !locale) return null;
    const language = locale ? languageOf(locale) : undefined;
    return (row) => {
      const owner = this.#rows[row]?.owner.owner;
      if (!owner) return false;
      if (kinds && !kinds.includes(owner.kind)) return false;
      if (sources && !sources.includes(owner.source)) return false;
      return !language || !owner.locale || languageOf(owner.locale) === language;
    };
  }

  #candidates(
    matches: LexicalMatch[],
    vector: Float32Array | null,
    isAllowed: ((row: number) => boolean) | null,
  ): Candidate[] {
    const pool = new Map<number, Candidate>();
    for (const { id, score, terms } of matches) pool.set(id, { row: id, words: score, cosine: null, terms });
    if (!vector) return [...pool.values()];
    const { scores } = this.#vectors.scan(vector, isAllowed);
    for (const row of topRows(scores, poolSize)) {
      if (!pool.has(row)) pool.set(row, { row, words: 0, cosine: null, terms: [] });
    }
    for (const candidate of pool.values()) {
      const score = scores[candidate.row] ?? noScore;
      if (score > noScore) candidate.cosine = Math.max(-1, Math.min(1, score));
    }
    return [...pool.values()];
  }

  /** The first `count`, and the best one of each owner until there are `limit` owners. */
  #choose(ranked: Ranked[], limit: number, count: number): Ranked[] {
    const seen = new Set<Owner>();
    return ranked.filter(({ row }, place) => {
      const owner = this.#rows[row]?.owner;
      if (!owner) return false;
      const isFirst = !seen.has(owner) && seen.size < limit;
      if (isFirst) seen.add(owner);
      return isFirst || place < count;
    });
  }

  #toHit(best: Ranked, ranked: Ranked[], terms: WeightedTerm[]): Hit {
    const entry = this.#rows[best.row];
    if (!entry) throw new Error('a hit without its passage');
    const { passage, owner } = entry;
    const matched = ranked
      .filter(({ row }) => this.#rows[row]?.owner === owner)
      .flatMap((candidate) => candidate.terms);
    const hit: Hit = {
      ownerId: owner.owner.id,
      ownerKind: owner.owner.kind,
      title: owner.owner.title,
      passage,
      quote: bestSentence(passage, terms),
      score: best.score,
      cosine: best.cosine,
      match: null,
      overlap: shareOf(terms, new Set([...this.#termsOf(owner), ...matched])),
    };
    if (owner.owner.url !== undefined) hit.url = owner.owner.url;
    return hit;
  }

  #termsOf(owner: Owner): Set<string> {
    if (!owner.terms) {
      const passages = owner.rows.map((row) => this.#rows[row]?.passage);
      const texts = passages.flatMap((passage) => (passage ? [passage.heading, passage.text] : []));
      owner.terms = new Set([owner.owner.title, ...texts].flatMap(tokenize));
    }
    return owner.terms;
  }
}

function ownerKey({ kind, id }: OwnerKey): string {
  return `${kind}:${id}`;
}

function toDocument(row: number, owner: PassageOwner, passage: Passage): LexicalDocument {
  return { id: row, title: owner.title, heading: passage.heading, text: passage.text };
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Mean and standard deviation; deviation 1 when all are equal, so that they count for nothing. */
function spread(values: number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return { mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : 1 };
}

/**
 * Sum of z-scores of words and cosine over the candidates, best first; a passage without a vector counts as average. Words
 * count by how much of the query they cover: a few keywords decide, a chance word of a long message does not (on the
 * practice desk's 58 messages in customers' own words hit@3 .72 against .47 unweighted, 102 keyword queries 1.00 against
 * .99; 2026-11-24).
 */
function fuse(candidates: Candidate[], terms: WeightedTerm[]): Ranked[] {
  const words = spread(candidates.map((candidate) => candidate.words));
  const cosines = spread(candidates.flatMap(({ cosine }) => (cosine === null ? [] : [cosine])));
  return candidates
    .map((candidate) => {
      const byMeaning = candidate.cosine === null ? 0 : (candidate.cosine - cosines.mean) / cosines.deviation;
      const byWords = (candidate.words - words.mean) / words.deviation;
      return { ...candidate, score: byMeaning + byWords * shareOf(terms, new Set(candidate.terms)) };
    })
    .sort((a, b) => b.score - a.score || a.row - b.row);
}

/** Share of the query's weight that stands in `found`, 0 to 1. */
function shareOf(terms: WeightedTerm[], found: Set<string>): number {
  let total = 0;
  let shared = 0;
  for (const { term, weight } of terms) {
    total += weight;
    if (found.has(term)) shared += weight;
  }
  return total > 0 ? shared / total : 0;
}

/** The sentence that shares the most telling words with the query; among equals the first. */
function bestSentence(passage: Passage, terms: WeightedTerm[]): Hit['quote'] {
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
  const whole = { start: 0, end: passage.text.length };
  let best = { span: whole, score: -1 };
  for (const span of splitSentences(passage.text)) {
    const own = new Set(tokenize(passage.text.slice(span.start, span.end)));
    let score = 0;
    for (const term of own) score += weights.get(term) ?? 0;
    if (score > best.score) best = { span, score };
  }
  const { start, end } = best.span;
  return { text: passage.text.slice(start, end), start: passage.start + start, end: passage.start + end };
}
