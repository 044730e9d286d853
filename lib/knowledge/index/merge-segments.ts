import { startsOf } from './build-segment';
import { rowCount, type Segment } from './segment';
import { createVectorBlock } from './vector-block';

/** A segment and which of its owners are still there: 1 where they are, [owners]. */
export type MergePart = { segment: Segment; alive: Uint8Array };

/** Postings handled between two turns: about 2 ms. */
const turnPostings = 400_000;

/** The owners of the parts that are still there, in a segment of the given name; yields where other work may go first. */
export function* mergeSegments(name: string, parts: MergePart[]): Generator<void, Segment> {
  const moves = placeRows(parts);
  const rows = moves.reduce((sum, { rows: own }) => sum + own, 0);
  const merged = copyOwners(name, parts, moves, rows);
  yield;
  yield* copyVectors(merged, parts, moves);
  const starts = yield* countTerms(parts, moves);
  const { present, postings } = startsOf(starts);
  const total = postings[present.length] as number;
  const target = { rows: new Uint16Array(total), counts: new Uint8Array(total) };
  for (const [at, { segment }] of parts.entries()) {
    const { rows: own, counts } = segment;
    const move = (moves[at] as Move).to;
    let since = 0;
    for (let place = 0; place < segment.terms.length; place += 1) {
      const term = segment.terms[place] as number;
      let next = starts[term] as number;
      const end = segment.postings[place + 1] as number;
      for (let posting = segment.postings[place] as number; posting < end; posting += 1) {
        const row = move[own[posting] as number] as number;
        if (row < 0) continue;
        target.rows[next] = row;
        target.counts[next] = counts[posting] as number;
        next += 1;
      }
      starts[term] = next;
      since += end - (segment.postings[place] as number);
      if (since > turnPostings) {
        since = 0;
        yield;
      }
    }
  }
  return { ...merged, terms: present, postings, ...target };
}

/** New row of each old one, −1 where its owner is gone, and the rows that stay. */
type Move = { to: Int32Array; rows: number };

function placeRows(parts: MergePart[]): Move[] {
  let next = 0;
  return parts.map(({ segment, alive }) => {
    const to = new Int32Array(rowCount(segment));
    const before = next;
    for (let row = 0; row < to.length; row += 1) {
      const stays = alive[segment.rowOwners[row] as number] === 1;
      to[row] = stays ? next : -1;
      if (stays) next += 1;
    }
    return { to, rows: next - before };
  });
}

type Copied = Omit<Segment, 'terms' | 'postings' | 'rows' | 'counts'>;

function copyOwners(name: string, parts: MergePart[], moves: Move[], rows: number): Copied {
  const kept = parts.flatMap(({ segment, alive }) =>
    segment.owners.flatMap((key, owner) => (alive[owner] === 1 ? [{ segment, key, owner }] : [])),
  );
  const ownerRows = new Uint32Array(kept.length + 1);
  const rowOwners = new Uint16Array(rows);
  let row = 0;
  kept.forEach(({ segment, owner }, place) => {
    ownerRows[place] = row;
    const own = (segment.ownerRows[owner + 1] as number) - (segment.ownerRows[owner] as number);
    rowOwners.fill(place, row, row + own);
    row += own;
  });
  ownerRows[kept.length] = rows;
  return {
    name,
    owners: kept.map(({ key }) => key),
    ownerRows,
    ownerFacets: Uint16Array.from(kept, ({ segment, owner }) => segment.ownerFacets[owner] as number),
    rowOwners,
    lengths: {
      title: gather(new Uint8Array(rows), parts, moves, ({ lengths }) => lengths.title),
      heading: gather(new Uint8Array(rows), parts, moves, ({ lengths }) => lengths.heading),
      labels: gather(new Uint8Array(rows), parts, moves, ({ lengths }) => lengths.labels),
      body: gather(new Uint16Array(rows), parts, moves, ({ lengths }) => lengths.body),
    },
    vectors: createVectorBlock(rows, parts[0]?.segment.vectors.stride ?? 0),
  };
}

type Numbers = Uint8Array | Uint16Array | Float32Array;

/** One number a row, in the new rows. */
function gather<T extends Numbers>(into: T, parts: MergePart[], moves: Move[], of: (segment: Segment) => Numbers): T {
  parts.forEach(({ segment }, part) => {
    const from = of(segment);
    const { to } = moves[part] as Move;
    for (let row = 0; row < to.length; row += 1)
      if ((to[row] as number) >= 0) into[to[row] as number] = from[row] as number;
  });
  return into;
}

function* copyVectors(merged: Copied, parts: MergePart[], moves: Move[]): Generator<void, void> {
  const { values, factors, stride } = merged.vectors;
  gather(factors, parts, moves, ({ vectors }) => vectors.factors);
  for (const [at, { segment }] of parts.entries()) {
    const { to } = moves[at] as Move;
    for (let row = 0; row < to.length; row += 1) {
      const target = to[row] as number;
      if (target >= 0) values.set(segment.vectors.values.subarray(row * stride, (row + 1) * stride), target * stride);
      if (row % 8192 === 8191) yield;
    }
  }
}

/** How often each term will stand in the merged segment, by its number. */
function* countTerms(parts: MergePart[], moves: Move[]): Generator<void, Uint32Array> {
  const highest = parts.reduce((most, { segment }) => Math.max(most, segment.terms.at(-1) ?? -1), -1);
  const counted = new Uint32Array(highest + 1);
  for (const [at, { segment }] of parts.entries()) {
    const { to } = moves[at] as Move;
    const isWhole = (moves[at] as Move).rows === to.length;
    for (let place = 0; place < segment.terms.length; place += 1) {
      const start = segment.postings[place] as number;
      const end = segment.postings[place + 1] as number;
      const term = segment.terms[place] as number;
      let own = end - start;
      if (!isWhole) {
        own = 0;
        for (let posting = start; posting < end; posting += 1)
          if ((to[segment.rows[posting] as number] as number) >= 0) own += 1;
      }
      counted[term] = (counted[term] as number) + own;
    }
    yield;
  }
  return counted;
}
