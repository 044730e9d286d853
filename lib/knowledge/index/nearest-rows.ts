import { manyRows, rowCount, type SearchedSegment } from './segment';
import { highestEstimate } from './sign-codes';
import { topRows } from './top-rows';
import type { QueryVector } from './vector-block';

/** Rows by their estimates whose cosines are computed: so many, and this share of all. */
const leastChecked = 768;
const checkedShare = 1 / 128;

/** Of so many rows one is counted to find out which estimate is enough. */
const countedEvery = 4;

type Estimated = { searched: SearchedSegment; estimates: Uint16Array };

/** Whether a row has a vector and may be found. */
function openRows({ segment, allowed }: SearchedSegment): (row: number) => boolean {
  const { rowOwners, vectors } = segment;
  const { factors } = vectors;
  return (row) => factors[row] !== 0 && (allowed === null || allowed[rowOwners[row] as number] === 1);
}

/** How often each estimate is that of a counted row that may be found, added to `found`. */
function countEstimates({ searched, estimates }: Estimated, found: Uint32Array): void {
  const { rowOwners, vectors } = searched.segment;
  const { factors } = vectors;
  const { allowed } = searched;
  for (let row = 0; row < rowOwners.length; row += countedEvery) {
    if (factors[row] === 0 || (allowed !== null && allowed[rowOwners[row] as number] !== 1)) continue;
    const estimate = estimates[row] as number;
    found[estimate] = (found[estimate] as number) + 1;
  }
}

/** Estimate that about `count` rows that may be found reach, over all segments; 0 where there are fewer. */
function leastLikely(all: readonly Estimated[], count: number): number {
  const [first] = all;
  if (!first) return 0;
  const found = new Uint32Array(highestEstimate(first.searched.segment.vectors.stride) + 1);
  for (const one of all) countEstimates(one, found);
  let least = found.length - 1;
  const enough = count / countedEvery;
  for (let sum = found[least] as number; sum < enough && least > 0; sum += found[least] as number) least -= 1;
  return least;
}

/** Rows that may be found of that estimate or more, rising. */
function rowsAbove({ searched, estimates }: Estimated, least: number): Uint16Array {
  const isOpen = openRows(searched);
  const rows: number[] = [];
  const all = rowCount(searched.segment);
  for (let row = 0; row < all; row += 1) if ((estimates[row] as number) >= least && isOpen(row)) rows.push(row);
  return new Uint16Array(rows);
}

function nearestOfAll(searched: SearchedSegment, query: QueryVector, count: number): Uint16Array {
  const isOpen = openRows(searched);
  const top = topRows(searched.segment.vectors.scan(query), {
    rows: rowCount(searched.segment),
    count,
    floor: Number.NEGATIVE_INFINITY,
    isLeftOut: (row) => !isOpen(row),
  });
  return Uint16Array.from(top).sort();
}

function nearestOf(rows: Uint16Array, scores: Float32Array, count: number): Uint16Array {
  const floor = Number.NEGATIVE_INFINITY;
  const top = topRows(scores, { rows: rows.length, count, floor, isLeftOut: () => false });
  return Uint16Array.from(top, (place) => rows[place] as number).sort();
}

/**
 * Of each segment its rows, rising, that can be among the `count` nearest to the query: in a small segment exactly, in a larger
 * one (of `many` rows) but for rows that are far nearer than the signs of their numbers tell.
 */
export function nearestRows(
  segments: readonly SearchedSegment[],
  query: QueryVector,
  count: number,
  many = manyRows,
): Uint16Array[] {
  const all = segments.map((searched) => {
    const { segment } = searched;
    const estimates = rowCount(segment) >= many ? segment.vectors.estimate(query) : null;
    return { searched, estimates };
  });
  const estimated = all.filter((one): one is Estimated => one.estimates !== null);
  const rows = estimated.reduce((sum, { searched }) => sum + rowCount(searched.segment), 0);
  const least = leastLikely(estimated, leastChecked + Math.floor(rows * checkedShare));
  return all.map(({ searched, estimates }) => {
    if (!estimates) return nearestOfAll(searched, query, count);
    const likely = rowsAbove({ searched, estimates }, least);
    return nearestOf(likely, searched.segment.vectors.scanRows(query, likely), count);
  });
}
