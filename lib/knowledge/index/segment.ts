import type { VectorBlock } from './vector-block';

/**
 * A part of the index that never changes. Rows are passages; an owner's passages are neighbours, in their order. Counts of a
 * posting: `body | title << 4 | heading << 6 | labels << 7`, each at most what its bits hold.
 */
export type Segment = {
  /** Unique over all segments that were ever made. */
  name: string;
  /** Keys of the owners, in the order of their rows. */
  owners: string[];
  /** First row of each owner, and the number of rows at the end, [owners + 1]. */
  ownerRows: Uint32Array;
  /** Number of each owner's facet: its kind, source, locale and section. */
  ownerFacets: Uint16Array;
  /** Owner of each row, [rows]. */
  rowOwners: Uint16Array;
  /** Terms of each field of each row, at most what the type holds, [rows]. Body: 16 bits. */
  lengths: FieldLengths;
  /** Numbers of the terms that stand in it, rising, [terms]. */
  terms: Uint32Array;
  /** First posting of each term, and the number of postings at the end, [terms + 1]. */
  postings: Uint32Array;
  /** Row of each posting, rising within a term. */
  rows: Uint16Array;
  /** How often the term stands in the row's fields. */
  counts: Uint8Array;
  vectors: VectorBlock;
};

/** A segment with what may be found of it: 1 for owners that may, [owners]; null: all. */
export type SearchedSegment = { segment: Segment; allowed: Uint8Array | null };

export type FieldLengths = { title: Uint8Array; heading: Uint8Array; labels: Uint8Array; body: Uint16Array };

/** Rows a segment may have: a row's number has 16 bits. */
export const maxRows = 65_535;

/** How often a term counts at most in each field: what a posting's byte holds. */
export const maxCounts = { body: 15, title: 3, heading: 1, labels: 1 };

/** Rows from which on it pays to pass over some of a segment: of a smaller one every row is read sooner. */
export const manyRows = 16_384;

/** Number of rows. */
export const rowCount = (segment: Segment): number => segment.rowOwners.length;

/** Place of the term among the segment's, or −1. */
export function findTerm({ terms }: Segment, term: number): number {
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = terms[middle] as number;
    if (found === term) return middle;
    if (found < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The first of the postings from `at` to `end` (exclusive) whose row is not below `row`, else `end`; quick where it is near. */
export function seekRow(rows: Uint16Array, row: number, at: number, end: number): number {
  let low = at;
  let step = 1;
  while (low + step < end && (rows[low + step] as number) < row) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, end);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of the rows from `first` to `end` (exclusive) holds the segment's term of that place. */
export function holdsTerm(
  { postings, rows }: Segment,
  place: number,
  [first, end]: readonly [number, number],
): boolean {
  const last = postings[place + 1] as number;
  const found = seekRow(rows, first, postings[place] as number, last);
  return found < last && (rows[found] as number) < end;
}
