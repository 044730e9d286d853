import { type MeanLengths, makeShareTables, type QueryTerm, scoreWords } from './bm25';
import { findTerm, holdsTerm, rowCount, type Segment } from './segment';
import { topRows } from './top-rows';
import type { QueryVector } from './vector-block';

/** A segment with what may be found of it: 1 for owners that may, [owners]; null: all. */
export type SearchedSegment = { segment: Segment; allowed: Uint8Array | null };

/** A passage that may answer. `words`: its score by words; `covered`: summed weight of the query's words that it holds. */
export type Candidate = { segment: Segment; row: number; words: number; covered: number; cosine: number | null };

export type Asked = {
  terms: QueryTerm[];
  vector: QueryVector | null;
  means: MeanLengths;
  /** Candidates by words and by vector, so many of each. */
  poolSize: number;
};

/** Room for the scores of one segment, used by one search after the other. */
let room = { scores: new Float32Array(0), covered: new Float32Array(0) };

function roomFor(rows: number): typeof room {
  if (room.scores.length < rows) room = { scores: new Float32Array(rows), covered: new Float32Array(rows) };
  return room;
}

/** The best passages by words and those by vector, each with both scores; those by words first, best first. */
export function collectCandidates(segments: SearchedSegment[], asked: Asked): Candidate[] {
  const tables = makeShareTables(asked.means);
  const byWords: Candidate[] = [];
  const byVector: Candidate[] = [];
  for (const searched of segments) {
    const found = searchSegment(searched, asked, tables);
    byWords.push(...found.byWords);
    byVector.push(...found.byVector);
  }
  byWords.sort((a, b) => b.words - a.words);
  byVector.sort((a, b) => (b.cosine as number) - (a.cosine as number));
  const pool = byWords.slice(0, asked.poolSize);
  const known = new Set(pool.map(placeOf));
  return [...pool, ...byVector.slice(0, asked.poolSize).filter((one) => !known.has(placeOf(one)))];
}

const placeOf = ({ segment, row }: Candidate): string => `${segment.name} ${row}`;

function searchSegment(
  { segment, allowed }: SearchedSegment,
  { terms, vector, poolSize }: Asked,
  tables: ReturnType<typeof makeShareTables>,
): { byWords: Candidate[]; byVector: Candidate[] } {
  const rows = rowCount(segment);
  const words = roomFor(rows);
  scoreWords(segment, terms, tables, words);
  const { factors } = segment.vectors;
  const scores = vector && segment.vectors.scan(vector);
  const isForbidden = (row: number) => allowed !== null && allowed[segment.rowOwners[row] as number] !== 1;
  const toCandidate = (row: number): Candidate => ({
    segment,
    row,
    words: words.scores[row] as number,
    covered: words.covered[row] as number,
    cosine: scores && vector && factors[row] !== 0 ? cosineOf(scores[row] as number, vector) : null,
  });
  const options = { rows, count: poolSize };
  const byWords = topRows(words.scores, { ...options, floor: 0, isLeftOut: isForbidden });
  const byVector = scores
    ? topRows(scores, {
        ...options,
        floor: Number.NEGATIVE_INFINITY,
        isLeftOut: (row) => factors[row] === 0 || isForbidden(row),
      })
    : [];
  return { byWords: byWords.map(toCandidate), byVector: byVector.map(toCandidate) };
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
