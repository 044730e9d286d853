import {
  addPostings,
  addToRows,
  findPostings,
  type PostingList,
  type QueryTerm,
  type ShareTables,
  scoreRows,
} from './bm25';
import { manyRows, rowCount, type SearchedSegment, type Segment } from './segment';
import { topRows } from './top-rows';

export type WantedByWords = {
  terms: QueryTerm[];
  tables: ShareTables;
  /** So many of the highest scores. */
  count: number;
  /** A score that all of them reach; 0 when none is known. */
  floor: number;
};

/** A list is that much longer than the rows it is looked up for where that is quicker than reading all of it. */
const worthSeeking = 4;
/** Postings read between two looks at what the best scores are by now: this share of the rows. */
const lookEvery = 1 / 2;
/** Sums of 32 bits depend on their order: what is left of a score by that. */
const slack = 1 - 1e-4;

/** Parts of the rows of which each tells its highest sum. */
const parts = 512;

/** Room for one segment's scores and the rows that are left, used by one search after the other. */
let room = { sums: new Float32Array(0), rows: new Uint16Array(0) };

function clearRoom(rows: number): typeof room {
  if (room.sums.length < rows) room = { sums: new Float32Array(rows), rows: new Uint16Array(rows) };
  return { ...room, sums: room.sums.fill(0, 0, rows).subarray(0, rows) };
}

const lengthOf = ({ first, end }: PostingList): number => end - first;

/** Postings of all variants, first those that can add most to a score. */
function findLists({ segment }: SearchedSegment, terms: QueryTerm[]): PostingList[] {
  const lists = terms.flatMap(({ variants }) => variants.flatMap((variant) => findPostings(segment, variant) ?? []));
  return lists.sort((a, b) => b.factor - a.factor);
}

/** The most that the lists from each place on can add to a score together, [lists + 1]. */
function sumRest(lists: PostingList[]): Float64Array {
  const rest = new Float64Array(lists.length + 1);
  for (let at = lists.length - 1; at >= 0; at -= 1)
    rest[at] = (rest[at + 1] as number) + (lists[at] as PostingList).factor;
  return rest;
}

/**
 * A sum that `count` of the rows that are open reach, hardly below the highest such; `floor` where that is higher. It is the
 * `count`-th of the parts' highest sums: quicker found than that of the rows, of which few of the best share a part.
 */
function leastOfBest(
  sums: Float32Array,
  { count, floor }: { count: number; floor: number },
  isOpen: (row: number) => boolean,
): number {
  const size = Math.ceil(sums.length / parts);
  const highest = new Float32Array(Math.min(sums.length, parts));
  for (let part = 0; part * size < sums.length; part += 1) {
    let most = 0;
    const end = Math.min(sums.length, (part + 1) * size);
    for (let row = part * size; row < end; row += 1) {
      const sum = sums[row] as number;
      if (sum > most && isOpen(row)) most = sum;
    }
    highest[part] = most;
  }
  return Math.max(floor, highest.sort()[highest.length - count] ?? 0);
}

/** Rows that are open and whose sums so far are above 0 and reach `least`, rising. */
function gather({ sums, rows }: typeof room, least: number, isOpen: (row: number) => boolean): Uint16Array {
  const above = Math.max(least, Number.MIN_VALUE);
  let size = 0;
  for (let row = 0; row < sums.length; row += 1) {
    if ((sums[row] as number) < above || !isOpen(row)) continue;
    rows[size] = row;
    size += 1;
  }
  return rows.slice(0, size);
}

/** Rows, rising, and the sums of their scores so far. */
type Pool = { rows: Uint16Array; scores: Float32Array };

/** Those of the rows whose sums reach `least`. */
function keepReaching({ rows, scores }: Pool, least: number): Pool {
  let size = 0;
  for (let place = 0; place < rows.length; place += 1) {
    if ((scores[place] as number) < least) continue;
    rows[size] = rows[place] as number;
    scores[size] = scores[place] as number;
    size += 1;
  }
  return { rows: rows.subarray(0, size), scores: scores.subarray(0, size) };
}

type Reading = WantedByWords & { lists: PostingList[]; rest: Float64Array };

/** Looks the rows up in the lists from number `from` on; answers those that can be among the best. */
function seekRest(
  segment: Segment,
  { lists, rest, tables, ...wanted }: Reading,
  from: number,
  pool: Pool,
): Uint16Array {
  let left = pool;
  for (let at = from; at < lists.length; at += 1) {
    addToRows(segment, lists[at] as PostingList, tables, left);
    const least = leastOfBest(left.scores, wanted, () => true);
    left = keepReaching(left, least * slack - (rest[at + 1] as number));
  }
  return left.rows;
}

/**
 * Rows that can be among those of the `count` highest scores, rising; hardly more. As MaxScore does (Turtle and Flood 1995),
 * the postings of frequent words are looked up only for rows that can still be among them, once these are few: a frequent word
 * adds little, and a row that holds no other cannot come up to those that do.
 */
function likelyByWords(searched: SearchedSegment, wanted: WantedByWords, many: number): Uint16Array {
  const { segment, allowed } = searched;
  const lists = findLists(searched, wanted.terms);
  const rest = sumRest(lists);
  const rows = rowCount(segment);
  const space = clearRoom(rows);
  const { sums } = space;
  const isOpen = (row: number) => allowed === null || allowed[segment.rowOwners[row] as number] === 1;
  let unseen = 0;
  for (const [at, list] of lists.entries()) {
    const more = rest[at] as number;
    unseen += lengthOf(list);
    if (rows >= many && unseen > rows * lookEvery && more * 2 < (rest[0] as number)) {
      unseen = lengthOf(list);
      const floor = leastOfBest(sums, wanted, isOpen);
      const left = more < floor * slack ? gather(space, floor * slack - more, isOpen) : null;
      if (left && left.length * worthSeeking < lengthOf(list)) {
        const scores = Float32Array.from(left, (row) => sums[row] as number);
        return seekRest(segment, { ...wanted, floor, lists, rest }, at, { rows: left, scores });
      }
    }
    addPostings(segment, list, wanted.tables, sums);
  }
  return gather(space, leastOfBest(sums, wanted, isOpen) * slack, isOpen);
}

/**
 * Rows of the `count` highest scores by words above 0, rising; of equal scores the lower row. Those below the floor may be
 * missing. Postings are passed over in segments of `many` rows.
 */
export function bestByWords(searched: SearchedSegment, wanted: WantedByWords, many = manyRows): Uint16Array {
  const likely = likelyByWords(searched, wanted, many);
  const { count, terms, tables } = wanted;
  if (likely.length <= count) return likely;
  const { scores } = scoreRows(searched.segment, terms, tables, likely);
  const top = topRows(scores, { rows: likely.length, count, floor: 0, isLeftOut: () => false });
  return Uint16Array.from(top, (place) => likely[place] as number).sort();
}
