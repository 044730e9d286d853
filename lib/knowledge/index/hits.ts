import type { Hit, Passage } from '../../core/knowledge';
import { splitSentences } from '../sentences';
import type { Analyser } from './analyser';
import type { QueryTerm } from './bm25';
import { shareInOwner } from './candidates';
import type { Ranked } from './fuse';
import type { OwnerTexts } from './passage-cache';
import type { QueryTerms } from './query-terms';

export type HitMaker = { analyser: Analyser; terms: QueryTerms; language: string };

/** A ranked passage as a search's result. */
export function toHit(ranked: Ranked, { owner, passages }: OwnerTexts, maker: HitMaker): Hit | undefined {
  const first = ranked.segment.ownerRows[ranked.segment.rowOwners[ranked.row] as number] as number;
  const passage = passages[ranked.row - first];
  if (!passage) return undefined;
  const hit: Hit = {
    ownerId: owner.id,
    ownerKind: owner.kind,
    title: owner.title,
    passage,
    quote: bestSentence(passage, maker),
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

function weightsOf(terms: QueryTerm[]): Map<number, number> {
  return new Map(terms.flatMap(({ weight, variants }) => variants.map(({ term }) => [term, weight])));
}

/** The sentence that shares the most telling words with the query; among equals the first. */
function bestSentence(passage: Passage, { analyser, terms, language }: HitMaker): Hit['quote'] {
  const weights = weightsOf(terms.asked);
  let best = { span: { start: 0, end: passage.text.length }, score: -1 };
  for (const span of splitSentences(passage.text)) {
    const own = analyser.read(passage.text.slice(span.start, span.end), language);
    let score = 0;
    for (const term of new Set(own.terms.subarray(0, own.count))) score += weights.get(term) ?? 0;
    if (score > best.score) best = { span, score };
  }
  const { start, end } = best.span;
  return { text: passage.text.slice(start, end), start: passage.start + start, end: passage.start + end };
}
