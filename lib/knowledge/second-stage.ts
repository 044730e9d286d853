import type { Reading } from '../core/engine';
import type { Hit, SearchQuery } from '../core/knowledge';
import type { PassageTokens } from '../core/stores';
import { matchPassages, type TokenMatch } from './late-interaction';
import type { SearchIndex } from './search-index';

/** What both stages read from. `readTokens` answers in the order asked, undefined where there are none. */
export type SearchParts = {
  index: SearchIndex;
  readTokens(passageIds: string[]): Promise<(PassageTokens | undefined)[]>;
};

/** Passages of the first stage whose token vectors are read. */
export const rerankedPassages = 16;

/**
 * What the match counts beside the first stage's sum of z-scores: chosen on the validation centres, right document in the first
 * three English .802 at .3, .836 at .5, .819 at 1, other languages .689, .689, .656 (`npm run -s lab -- matching --folder
 * training/data/matching --part validation --weights 0.3,0.5,1`, 2026-11-30).
 */
export const matchWeight = 0.5;

/** A database that is busy storing an import must not hold up the answer. */
const readLimitMs = 200;

/**
 * The library's search, for the library page, suggestions and the lab alike: the best passages by words and vector, ordered
 * anew by how well their token vectors match the question's; then one hit an owner. The first stage's own order stays where
 * the question or the passages have no token vectors.
 */
export async function searchInTwoStages(
  { index, readTokens }: SearchParts,
  query: SearchQuery,
  { reading, weight = matchWeight }: { reading: Reading | null; weight?: number },
): Promise<Hit[]> {
  if (!reading?.tokens) return index.search(query, reading?.vector ?? null);
  const passages = await index.searchPassages(query, reading.vector, rerankedPassages);
  const ids = passages.slice(0, rerankedPassages).map(({ passage }) => passage.id);
  const tokens = await withinLimit(readTokens(ids));
  return firstOfEachOwner(rerank(passages, matchPassages(reading.tokens, tokens), weight), query.limit);
}

/** No tokens when they cannot be read in time, or at all: the first stage has an answer already. */
async function withinLimit(read: Promise<(PassageTokens | undefined)[]>): Promise<(PassageTokens | undefined)[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<[]>((resolve) => {
    timer = setTimeout(() => resolve([]), readLimitMs);
  });
  try {
    return await Promise.race([read.catch(() => []), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Each hit's first-stage score as a z-score among them. */
function standOf(hits: Hit[]): number[] {
  const mean = hits.reduce((sum, { score }) => sum + score, 0) / hits.length;
  const deviation = Math.sqrt(hits.reduce((sum, { score }) => sum + (score - mean) ** 2, 0) / hits.length) || 1;
  return hits.map(({ score }) => (score - mean) / deviation);
}

/**
 * Passages, best first, by first-stage score plus `weight` times the z-score of their match; `matches` belongs to the first
 * of them. Among those read, one without token vectors (one in another language) counts by how it stood in the first stage;
 * those beyond count as the worst, and stay below.
 */
function rerank(passages: Hit[], matches: (TokenMatch | null)[], weight: number): Hit[] {
  const had = matches.flatMap((found) => (found ? [found.match] : []));
  const mean = had.reduce((sum, match) => sum + match, 0) / had.length;
  const deviation = Math.sqrt(had.reduce((sum, match) => sum + (match - mean) ** 2, 0) / had.length);
  if (had.length < 2 || deviation < 1e-6) return passages;
  const worst = (Math.min(...had) - mean) / deviation;
  const standings = standOf(passages.slice(0, matches.length));
  return passages
    .map((hit, place) => {
      const found = matches[place];
      const other = place < matches.length ? (standings[place] ?? 0) : worst;
      const gain = found ? (found.match - mean) / deviation : other;
      const read = { match: found?.match ?? null, lead: found?.lead ?? null, reverse: found?.reverse ?? null };
      return { ...hit, ...read, score: hit.score + weight * gain };
    })
    .sort((a, b) => b.score - a.score);
}

function firstOfEachOwner(hits: Hit[], limit: number): Hit[] {
  const seen = new Set<string>();
  return hits
    .filter(({ ownerKind, ownerId }) => {
      const owner = `${ownerKind}:${ownerId}`;
      if (seen.has(owner)) return false;
      seen.add(owner);
      return true;
    })
    .slice(0, limit);
}
