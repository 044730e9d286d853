/** Okapi BM25 (Robertson et al. 1995) with the usual constants. */
const k1 = 1.2;
const b = 0.75;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Scores of all documents for a query, in their order; 0 where no word is shared. */
export type Bm25 = (query: string) => number[];

/**
 * Plain BM25 over texts, the way a search comes off the shelf: whole words in lower case, neither stems nor a list of common
 * words; idf as ln(1 + (N − n + 0.5) / (n + 0.5)).
 */
export function createBm25(texts: readonly string[]): Bm25 {
  const postings = new Map<string, Map<number, number>>();
  const lengths = texts.map((text, document) => {
    const words = wordsOf(text);
    for (const word of words) {
      const counts = postings.get(word) ?? new Map<number, number>();
      postings.set(word, counts.set(document, (counts.get(document) ?? 0) + 1));
    }
    return words.length;
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return (query) => {
    const scores = texts.map(() => 0);
    for (const word of new Set(wordsOf(query))) {
      const counts = postings.get(word) ?? new Map<number, number>();
      const idf = Math.log(1 + (texts.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [document, count] of counts) {
        const norm = k1 * (1 - b + (b * (lengths[document] ?? 0)) / mean);
        scores[document] = (scores[document] ?? 0) + (idf * count * (k1 + 1)) / (count + norm);
      }
    }
    return scores;
  };
}
