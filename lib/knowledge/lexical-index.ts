import MiniSearch from 'minisearch';
import { tokenize } from './tokens';

/** A passage as the words see it. */
export type LexicalDocument = { id: number; title: string; heading: string; text: string };

/** A query's term and how much it tells: high when few passages hold it. */
export type WeightedTerm = { term: string; weight: number };
export type LexicalMatch = {
  id: number;
  score: number /** Terms of the query found in the passage. */;
  terms: string[];
};

export type LexicalIndex = {
  add(document: LexicalDocument): void;
  /** Takes the document out; it must be as it was added. */
  remove(document: LexicalDocument): void;
  /** Distinct terms of the text in its order, each with its idf in this index; unknown ids and numbers are left out. */
  weigh(text: string): WeightedTerm[];
  /** Best passages first, at most `limit`. */
  search(
    terms: WeightedTerm[],
    options: { limit: number; isAllowed: ((id: number) => boolean) | null },
  ): LexicalMatch[];
  clear(): void;
};

/**
 * Postings one query may touch. MiniSearch builds and sorts an object for every passage that holds any of the terms (7 ms
 * p95 at 10k, 94 ms at 100k passages, benchmarks of 2026-11-22), so frequent words are dropped first.
 */
const postingBudget = 3000;
/** A long message has no more telling words than this. */
const maxTerms = 32;
/** Words looked up with typing errors: each one walks the dictionary. */
const maxFuzzy = { small: 6, large: 2 };
const largeIndex = 20_000;

/** Words in MiniSearch (BM25+): titles twice and headings one and a half times, typing errors, unfinished last word. */
export function createLexicalIndex(): LexicalIndex {
  const frequency = new Map<string, number>();
  let collected: Set<string> | undefined;
  const collectTerms = (text: string) => {
    const terms = tokenize(text);
    for (const term of terms) collected?.add(term);
    return terms;
  };
  const words = new MiniSearch<LexicalDocument>({
    fields: ['title', 'heading', 'text'],
    tokenize: collectTerms,
    processTerm: (term) => term,
  });

  /** Runs the change and counts in how many passages each term stands. */
  function count(change: () => void, by: 1 | -1): void {
    collected = new Set();
    change();
    for (const term of collected) {
      const now = (frequency.get(term) ?? 0) + by;
      if (now > 0) frequency.set(term, now);
      else frequency.delete(term);
    }
    collected = undefined;
  }

  function weight(term: string): number {
    const found = frequency.get(term) ?? 0;
    return Math.log(1 + (words.documentCount - found + 0.5) / (found + 0.5));
  }

  /** Rarest terms first while they fit the budget; the order of the query is kept. */
  function choose(terms: WeightedTerm[]): string[] {
    const byWeight = [...terms].sort((a, b) => b.weight - a.weight).slice(0, maxTerms);
    let postings = 0;
    const chosen = new Set<string>();
    for (const { term } of byWeight) {
      postings += frequency.get(term) ?? 0;
      if (postings > postingBudget && chosen.size > 0) break;
      chosen.add(term);
    }
    return terms.map(({ term }) => term).filter((term) => chosen.has(term));
  }

  /** Unknown words may be typing errors; a known word is what it is. */
  function chooseFuzzy(terms: string[]): Set<string> {
    const unknown = terms.filter((term) => term.length >= 5 && !/\d/.test(term) && !frequency.has(term));
    return new Set(unknown.slice(0, words.documentCount > largeIndex ? maxFuzzy.large : maxFuzzy.small));
  }

  return {
    add: (document) => count(() => words.add(document), 1),
    remove: (document) => count(() => words.remove(document), -1),
    weigh(text) {
      const known = [...new Set(tokenize(text))].filter((term) => frequency.has(term) || !/\d/.test(term));
      return known.map((term) => ({ term, weight: weight(term) }));
    },
    search(terms, { limit, isAllowed }) {
      const chosen = choose(terms);
      if (chosen.length === 0) return [];
      const fuzzy = chooseFuzzy(chosen);
      const last = chosen.length - 1;
      const results = words.search('', {
        tokenize: () => chosen,
        processTerm: (term) => term,
        boost: { title: 2, heading: 1.5 },
        fuzzy: (term) => (fuzzy.has(term) ? 0.2 : false),
        prefix: (term, index) => index === last && term.length >= 3 && !fuzzy.has(term) && !isFrequent(term),
        ...(isAllowed ? { filter: (result) => isAllowed(result.id as number) } : {}),
      });
      return results
        .slice(0, limit)
        .map(({ id, score, queryTerms }) => ({ id: id as number, score, terms: queryTerms }));
    },
    clear() {
      words.removeAll();
      frequency.clear();
    },
  };

  /** The start of a frequent word is the start of too many others. */
  function isFrequent(term: string): boolean {
    return (frequency.get(term) ?? 0) > postingBudget / 20;
  }
}
