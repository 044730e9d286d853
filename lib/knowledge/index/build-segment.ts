import type { IndexEntry } from '../search-index';
import type { Analyser } from './analyser';
import { maxCounts, maxRows, type Segment } from './segment';
import { createVectorBlock, writeVector } from './vector-block';

/** An owner on its way into a segment; `language` is that of its stems. */
export type SegmentEntry = { key: string; facet: number; language: string; entry: IndexEntry };

type Postings = { terms: Uint32Array; packed: Uint32Array; count: number };

/** The first rows of a segment that fit. */
function fitEntries(entries: SegmentEntry[]): SegmentEntry[] {
  let rows = 0;
  return entries.map((one) => {
    const passages = one.entry.passages.slice(0, maxRows - rows);
    rows += passages.length;
    return { ...one, entry: { ...one.entry, passages } };
  });
}

/**
 * A segment of owners, whose passages are at most `maxRows` in all; those of one owner beyond that are left out. New words
 * go into the analyser's lexicon. `dims`: numbers in a vector; vectors of another length are left out.
 */
export function buildSegment(
  name: string,
  wanted: SegmentEntry[],
  { analyser, dims }: { analyser: Analyser; dims: number },
): Segment {
  const entries = fitEntries(wanted);
  const rows = entries.reduce((sum, { entry }) => sum + entry.passages.length, 0);
  const lengths = {
    title: new Uint8Array(rows),
    heading: new Uint8Array(rows),
    labels: new Uint8Array(rows),
    body: new Uint16Array(rows),
  };
  const ownerRows = new Uint32Array(entries.length + 1);
  const rowOwners = new Uint16Array(rows);
  const vectors = createVectorBlock(rows, dims);
  const collector = new PostingCollector(analyser, lengths);
  let row = 0;
  entries.forEach(({ entry, language }, owner) => {
    ownerRows[owner] = row;
    collector.begin(entry.owner, language);
    entry.passages.forEach((passage, place) => {
      rowOwners[row] = owner;
      collector.add(row, passage);
      if (entry.vectors?.dims === dims)
        writeVector(vectors, row, entry.vectors.values.subarray(place * dims, (place + 1) * dims));
      row += 1;
    });
  });
  ownerRows[entries.length] = rows;
  return {
    name,
    owners: entries.map(({ key }) => key),
    ownerRows,
    ownerFacets: Uint16Array.from(entries, ({ facet }) => facet),
    rowOwners,
    lengths,
    ...sortPostings(collector.postings()),
    vectors,
  };
}

type OwnerWords = { title: string; labels?: string[] };

/** Collects postings passage by passage. */
class PostingCollector {
  readonly #analyser: Analyser;
  readonly #lengths: Segment['lengths'];
  #terms = new Uint32Array(4096);
  #packed = new Uint32Array(4096);
  #count = 0;
  /** Place of each term among the postings of the passage, plus one; 0: not there. */
  #places = new Int32Array(4096);
  #first = 0;
  #title = new Uint32Array(0);
  #labels = new Uint32Array(0);
  #language = 'und';

  constructor(analyser: Analyser, lengths: Segment['lengths']) {
    this.#analyser = analyser;
    this.#lengths = lengths;
  }

  begin({ title, labels = [] }: OwnerWords, language: string): void {
    this.#language = language;
    this.#title = this.#read(title).slice();
    this.#labels = this.#read(labels.join('\n')).slice();
  }

  add(row: number, { heading, text }: { heading: string; text: string }): void {
    this.#first = this.#count;
    const { title, heading: headings, labels, body } = this.#lengths;
    title[row] = this.#addAll(this.#title, row, [4, maxCounts.title], 255);
    labels[row] = this.#addAll(this.#labels, row, [7, maxCounts.labels], 255);
    headings[row] = heading === '' ? 0 : this.#addAll(this.#read(heading), row, [6, maxCounts.heading], 255);
    body[row] = this.#addAll(this.#read(text), row, [0, maxCounts.body], 65_535);
    for (let at = this.#first; at < this.#count; at += 1) this.#places[this.#terms[at] as number] = 0;
  }

  postings(): Postings {
    return { terms: this.#terms, packed: this.#packed, count: this.#count };
  }

  #read(text: string): Uint32Array {
    const { terms, count } = this.#analyser.read(text, this.#language);
    return terms.subarray(0, count);
  }

  /** Counts the terms in the field of those bits; answers how many there are, at most `longest`. */
  #addAll(terms: Uint32Array, row: number, [shift, most]: readonly [number, number], longest: number): number {
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] as number;
      const place = this.#placeOf(term, row);
      const packed = this.#packed[place] as number;
      if (((packed >>> shift) & most) < most) this.#packed[place] = packed + (1 << shift);
    }
    return Math.min(longest, terms.length);
  }

  #placeOf(term: number, row: number): number {
    if (term >= this.#places.length) this.#places = grow(this.#places, new Int32Array((term + 1) * 2));
    const known = this.#places[term] as number;
    if (known > this.#first) return known - 1;
    const place = this.#count;
    if (place === this.#terms.length) {
      this.#terms = grow(this.#terms, new Uint32Array(place * 2));
      this.#packed = grow(this.#packed, new Uint32Array(place * 2));
    }
    this.#terms[place] = term;
    this.#packed[place] = row << 8;
    this.#places[term] = place + 1;
    this.#count += 1;
    return place;
  }
}

function grow<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Postings by term, rows rising within one: they were collected in the order of rows. */
function sortPostings({ terms, packed, count }: Postings): Pick<Segment, 'terms' | 'postings' | 'rows' | 'counts'> {
  let highest = 0;
  for (let at = 0; at < count; at += 1) highest = Math.max(highest, terms[at] as number);
  const cursor = new Uint32Array(highest + 2);
  for (let at = 0; at < count; at += 1) cursor[terms[at] as number] = (cursor[terms[at] as number] as number) + 1;
  const { present, postings } = startsOf(cursor);
  const rows = new Uint16Array(count);
  const counts = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    const term = terms[at] as number;
    const place = cursor[term] as number;
    cursor[term] = place + 1;
    rows[place] = (packed[at] as number) >>> 8;
    counts[place] = (packed[at] as number) & 255;
  }
  return { terms: present, postings, rows, counts };
}

/** Terms that are counted, their first postings; the counts become each term's first posting. */
export function startsOf(counted: Uint32Array): { present: Uint32Array; postings: Uint32Array } {
  let size = 0;
  for (let term = 0; term < counted.length; term += 1) if (counted[term] !== 0) size += 1;
  const present = new Uint32Array(size);
  const postings = new Uint32Array(size + 1);
  let at = 0;
  let sum = 0;
  for (let term = 0; term < counted.length; term += 1) {
    const own = counted[term] as number;
    if (own === 0) continue;
    present[at] = term;
    postings[at] = sum;
    counted[term] = sum;
    sum += own;
    at += 1;
  }
  postings[size] = sum;
  return { present, postings };
}
