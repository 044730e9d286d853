import type { Hit } from '../core/knowledge';
import type { TextTools } from './define-suggestion';

/** Terms of the hits' texts, kept while their passages live: tokenising is the dearest part. */
const termsByPassage = new WeakMap<Hit['passage'], string[]>();

/** Distinct terms of a hit's title, heading and passage. */
export function termsOf(hit: Hit, tools: TextTools): string[] {
  const known = termsByPassage.get(hit.passage);
  if (known) return known;
  const terms = [...new Set(tools.tokenize(`${hit.title} ${hit.passage.heading} ${hit.passage.text}`))];
  termsByPassage.set(hit.passage, terms);
  return terms;
}

/** Inverse document frequency of terms over the given documents. */
function weighTerms(documents: string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of documents) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, Math.log((documents.length + 1) / count)]));
}

const squareSum = (terms: string[], weights: Map<string, number>): number =>
  terms.reduce((sum, term) => sum + (weights.get(term) ?? 0) ** 2, 0);

/**
 * How far texts agree with others, each given by its distinct terms; the others count by their `shares`. The cosine of both by
 * rare words: inverse document frequency over all of them. One number a text, from 0 to the sum of the shares.
 */
export function linkTexts(own: readonly string[][], others: readonly string[][], shares: readonly number[]): number[] {
  const weights = weighTerms([...own, ...others]);
  const otherSets = others.map((terms) => ({ terms: new Set(terms), norm: squareSum(terms, weights) }));
  return own.map((terms) => {
    const norm = squareSum(terms, weights);
    return otherSets.reduce((sum, set, index) => {
      const shared = squareSum(
        terms.filter((term) => set.terms.has(term)),
        weights,
      );
      const link = norm > 0 && set.norm > 0 ? shared / Math.sqrt(norm * set.norm) : 0;
      return sum + (shares[index] ?? 0) * link;
    }, 0);
  });
}

/**
 * How far these hits agree with the other kind's: macros and articles about one matter use the same words, and the two are
 * found independently.
 */
export function linkTo(
  hits: readonly Hit[],
  others: readonly Hit[],
  { shares, tools }: { shares: readonly number[]; tools: TextTools },
): number[] {
  const termsOfAll = (list: readonly Hit[]) => list.map((hit) => termsOf(hit, tools));
  return linkTexts(termsOfAll(hits), termsOfAll(others), shares);
}
