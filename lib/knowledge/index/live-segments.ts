import type { MeanLengths } from './bm25';
import { mergeSegments } from './merge-segments';
import { findTerm, maxRows, rowCount, type Segment } from './segment';

/** A segment and which of its owners are still there. */
export type LiveSegment = {
  segment: Segment;
  /** 1 for owners that are still there, [owners]. */
  alive: Uint8Array;
  /** Rows of owners that are gone. */
  goneRows: number;
};

/** So many segments of about one size become one. */
const mergeFactor = 4;
/** A segment that has lost so much of itself is written anew. */
const worthRewriting = 0.3;
const fieldNames = ['title', 'heading', 'labels', 'body'] as const;

/** Lets messages and timers through. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Segments that come and are merged, owners that go; counts of what is there. */
export class LiveSegments {
  #all: LiveSegment[] = [];
  readonly #owners = new Map<string, { live: LiveSegment; owner: number }>();
  readonly #sums: MeanLengths = { title: 0, heading: 0, labels: 0, body: 0 };
  #rows = 0;
  #merging: Promise<void> | undefined;
  #generation = 0;
  readonly #newName: () => string;

  constructor(newName: () => string) {
    this.#newName = newName;
  }

  get all(): readonly LiveSegment[] {
    return this.#all;
  }

  /** Number of passages of owners that are there. */
  get rows(): number {
    return this.#rows;
  }

  has(key: string): boolean {
    return this.#owners.has(key);
  }

  /** Mean lengths of the fields over those passages. */
  means(): MeanLengths {
    const mean = (sum: number) => (this.#rows > 0 ? sum / this.#rows : 0);
    const { title, heading, labels, body } = this.#sums;
    return { title: mean(title), heading: mean(heading), labels: mean(labels), body: mean(body) };
  }

  /** Passages that hold the term; those of owners that are gone count until their segment is written anew. */
  frequency(term: number): number {
    let sum = 0;
    for (const { segment } of this.#all) {
      const place = findTerm(segment, term);
      if (place >= 0) sum += (segment.postings[place + 1] as number) - (segment.postings[place] as number);
    }
    return sum;
  }

  /** Adds a segment; those of its owners that are not `alive` count as gone, and owners that are there already go. */
  add(segment: Segment, alive = new Uint8Array(segment.owners.length).fill(1)): void {
    const live: LiveSegment = { segment, alive, goneRows: 0 };
    this.#all.push(live);
    segment.owners.forEach((key, owner) => {
      if (alive[owner] !== 1) {
        live.goneRows += rowsOf(segment, owner);
        return;
      }
      this.remove(key);
      this.#owners.set(key, { live, owner });
      this.#count(segment, owner, 1);
    });
  }

  remove(key: string): void {
    const found = this.#owners.get(key);
    if (!found) return;
    this.#owners.delete(key);
    const { live, owner } = found;
    live.alive[owner] = 0;
    live.goneRows += rowsOf(live.segment, owner);
    this.#count(live.segment, owner, -1);
  }

  clear(): void {
    this.#generation += 1;
    this.#all = [];
    this.#owners.clear();
    this.#rows = 0;
    for (const field of fieldNames) this.#sums[field] = 0;
  }

  /** Merges what is worth it, a few milliseconds at a time; answers when there is nothing left to merge. */
  tidy(): Promise<void> {
    this.#merging ??= this.#mergeAll().finally(() => {
      this.#merging = undefined;
    });
    return this.#merging;
  }

  /** Writes everything anew as few segments as can be, without what is gone. */
  async compact(): Promise<void> {
    await this.tidy();
    const parts = [...this.#all].sort((a, b) => rowCount(a.segment) - rowCount(b.segment));
    for (let group = takeFitting(parts); group.length > 0; group = takeFitting(parts)) await this.#merge(group);
  }

  #count(segment: Segment, owner: number, by: 1 | -1): void {
    const first = segment.ownerRows[owner] as number;
    const end = segment.ownerRows[owner + 1] as number;
    this.#rows += by * (end - first);
    for (const field of fieldNames)
      for (let row = first; row < end; row += 1) this.#sums[field] += by * (segment.lengths[field][row] as number);
  }

  async #mergeAll(): Promise<void> {
    await nextTurn();
    for (let group = chooseMerge(this.#all); group; group = chooseMerge(this.#all)) await this.#merge(group);
  }

  async #merge(group: LiveSegment[]): Promise<void> {
    const generation = this.#generation;
    const parts = group.map(({ segment, alive }) => ({ segment, alive: alive.slice() }));
    const steps = mergeSegments(this.#newName(), parts);
    let step = steps.next();
    while (!step.done) {
      await nextTurn();
      if (generation !== this.#generation) return;
      step = steps.next();
    }
    if (generation === this.#generation) this.#replace(group, step.value);
  }

  /** Owners that went, or came anew, while their segments were merged are gone from the merged one. */
  #replace(group: LiveSegment[], segment: Segment): void {
    const alive = Uint8Array.from(segment.owners, (key) => {
      const live = this.#owners.get(key)?.live;
      return live && group.includes(live) ? 1 : 0;
    });
    const live: LiveSegment = { segment, alive, goneRows: 0 };
    segment.owners.forEach((key, owner) => {
      if (alive[owner] === 1) this.#owners.set(key, { live, owner });
      else live.goneRows += rowsOf(segment, owner);
    });
    this.#all = this.#all.filter((one) => !group.includes(one));
    if (alive.length > 0) this.#all.push(live);
  }
}

function rowsOf({ ownerRows }: Segment, owner: number): number {
  return (ownerRows[owner + 1] as number) - (ownerRows[owner] as number);
}

const rowsLeft = ({ segment, goneRows }: LiveSegment): number => rowCount(segment) - goneRows;

/** Segments of a size class are within a factor of four of each other. */
const sizeClass = (live: LiveSegment): number => Math.floor(Math.log2(Math.max(64, rowsLeft(live))) / 2);

/** The next segments to write as one, or undefined. */
function chooseMerge(all: readonly LiveSegment[]): LiveSegment[] | undefined {
  const shrunk = all.find(({ segment, goneRows }) => goneRows > worthRewriting * rowCount(segment));
  if (shrunk) return [shrunk];
  const classes = new Map<number, LiveSegment[]>();
  for (const live of all) classes.set(sizeClass(live), [...(classes.get(sizeClass(live)) ?? []), live]);
  for (const group of classes.values()) {
    const chosen = group.slice(0, mergeFactor);
    const rows = chosen.reduce((sum, live) => sum + rowsLeft(live), 0);
    if (chosen.length === mergeFactor && rows <= maxRows) return chosen;
  }
  return undefined;
}

/** Takes segments that fit into one off the list. */
function takeFitting(parts: LiveSegment[]): LiveSegment[] {
  const group: LiveSegment[] = [];
  let rows = 0;
  for (let next = parts[0]; next && rows + rowsLeft(next) <= maxRows; next = parts[0]) {
    rows += rowsLeft(next);
    group.push(next);
    parts.shift();
  }
  return group;
}
