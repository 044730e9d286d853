import { bestByWords } from './best-by-words';
import { type MeanLengths, makeShareTables, type QueryTerm, type ShareTables, scoreRows } from './bm25';
import { nearestRows } from './nearest-rows';
import { findTerm, holdsTerm, type SearchedSegment, type Segment } from './segment';
import type { QueryVector } from './vector-block';

/** A passage that may answer. `words`: its score by words; `covered`: summed weight of the query's words that it holds. */
export type Candidate = { segment: Segment; row: number; words: number; covered: number; cosine: number | null };

export type Asked = {
  terms: QueryTerm[];
  vector: QueryVector | null;
  means: MeanLengths;
  /** Candidates by words and by vector, so many of each. */
  poolSize: number;
};

type Search = Asked & { tables: ShareTables };

/** The best passages by words and those by vector, each with both scores; those by words first, best first. */
export function collectCandidates(segments: SearchedSegment[], asked: Asked): Candidate[] {
  const search = { ...asked, tables: makeShareTables(asked.means) };
  const byWords = findByWords(segments, search);
  const known = new Set(byWords.map(placeOf));
  return [...byWords, ...findByVector(segments, search).filter((one) => !known.has(placeOf(one)))];
}

const placeOf = ({ segment, row }: Candidate): string => `${segment.name} ${row}`;

function findByWords(segments: SearchedSegment[], search: Search): Candidate[] {
  const { poolSize: count } = search;
  let best: Candidate[] = [];
  for (const searched of segments) {
    // What the segments before have found, this one has to come up to.
    const floor = best[count - 1]?.words ?? 0;
    const found = toCandidates(searched.segment, bestByWords(searched, { ...search, count, floor }), search);
    best = [...best, ...found].sort((a, b) => b.words - a.words).slice(0, count);
  }
  return best;
}

function findByVector(segments: SearchedSegment[], search: Search): Candidate[] {
  const { vector, poolSize } = search;
  if (!vector) return [];
  const found = nearestRows(segments, vector, poolSize).flatMap((rows, at) =>
    toCandidates((segments[at] as SearchedSegment).segment, rows, search),
  );
  return found.sort((a, b) => (b.cosine as number) - (a.cosine as number)).slice(0, poolSize);
}

/** `rows` rise. */
function toCandidates(segment: Segment, rows: Uint16Array, { terms, tables, vector }: Search): Candidate[] {
  const { scores, covered } = scoreRows(segment, terms, tables, rows);
  const { factors } = segment.vectors;
  const cosines = vector && segment.vectors.scanRows(vector, rows);
  return Array.from(rows, (row, place) => ({
    segment,
    row,
    words: scores[place] as number,
    covered: covered[place] as number,
    cosine: cosines && vector && factors[row] !== 0 ? cosineOf(cosines[place] as number, vector) : null,
  }));
}

function cosineOf(score: number, { scale }: QueryVector): number {
  return Math.max(-1, Math.min(1, score * scale));
}

/** Share of the words' weight that the owner of a row holds in any of its passages, 0 to 1. */
export function shareInOwner({ segment, row }: Candidate, terms: QueryTerm[]): number {
  const owner = segment.rowOwners[row] as number;
  const rows = [segment.ownerRows[owner] as number, segment.ownerRows[owner + 1] as number] as const;
  let total = 0;
  let shared = 0;
  for (const { weight, variants } of terms) {
    total += weight;
    const isHeld = variants.some(({ term }) => {
      const place = findTerm(segment, term);
      return place >= 0 && holdsTerm(segment, place, rows);
    });
    if (isHeld) shared += weight;
  }
  return total > 0 ? shared / total : 0;
}
