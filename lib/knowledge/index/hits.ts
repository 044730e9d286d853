import type { Hit, Passage } from '../../core/knowledge';
import { splitSentences } from '../sentences';
import type { Analyser } from './analyser';
import type { QueryTerm } from './bm25';
import { shareInOwner } from './candidates';
import type { Ranked } from './fuse';
import type { OwnerTexts } from './passage-cache';
import type { QueryTerms } from './query-terms';

/** What hits of one search are made with. `weights`: of the query's terms, by number. */
export type HitMaker = { terms: QueryTerms; weights: Map<number, number>; sentences: SentenceReader };

/** A sentence of a passage: offsets into its text, and its distinct terms. */
type Sentence = { start: number; end: number; terms: Uint32Array };

/** Sentences of a passage in the language it is read in. */
export type SentenceReader = (passage: Passage, language: string) => Sentence[];

/** Reads each passage once while it stays in memory: messages of one conversation find the same ones. */
export function createSentenceReader(analyser: Analyser): SentenceReader {
  const known = new WeakMap<Passage, { language: string; sentences: Sentence[] }>();
  return (passage, language) => {
    const had = known.get(passage);
    if (had?.language === language) return had.sentences;
    const sentences = splitSentences(passage.text).map(({ start, end }) => {
      const own = analyser.read(passage.text.slice(start, end), language);
      return { start, end, terms: Uint32Array.from(new Set(own.terms.subarray(0, own.count))) };
    });
    known.set(passage, { language, sentences });
    return sentences;
  };
}

/** A ranked passage as a search's result. */
export function toHit(
  ranked: Ranked,
  { owner, passages, language }: OwnerTexts & { language: string },
  maker: HitMaker,
): Hit | undefined {
  const first = ranked.segment.ownerRows[ranked.segment.rowOwners[ranked.row] as number] as number;
  const passage = passages[ranked.row - first];
  if (!passage) return undefined;
  const hit: Hit = {
    ownerId: owner.id,
    ownerKind: owner.kind,
    title: owner.title,
    passage,
    quote: bestSentence(passage, maker.sentences(passage, language), maker.weights),
    score: ranked.score,
    cosine: ranked.cosine,
    match: null,
    lead: null,
    reverse: null,
    words: ranked.words,
    overlap: shareInOwner(ranked, maker.terms.asked),
  };
  if (owner.url !== undefined) hit.url = owner.url;
  return hit;
}

/** Weights of a query's terms by their numbers. */
export function weightsOf(terms: QueryTerm[]): Map<number, number> {
  return new Map(terms.flatMap(({ weight, variants }) => variants.map(({ term }) => [term, weight])));
}

/** The sentence that shares the most telling words with the query; among equals the first. */
function bestSentence(passage: Passage, sentences: Sentence[], weights: Map<number, number>): Hit['quote'] {
  let best = { span: { start: 0, end: passage.text.length }, score: -1 };
  for (const span of sentences) {
    let score = 0;
    for (const term of span.terms) score += weights.get(term) ?? 0;
    if (score > best.score) best = { span, score };
  }
  const { start, end } = best.span;
  return { text: passage.text.slice(start, end), start: passage.start + start, end: passage.start + end };
}
