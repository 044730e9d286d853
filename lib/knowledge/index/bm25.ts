import { type FieldLengths, findTerm, maxCounts, type Segment, seekRow } from './segment';

/** A term of the index that a word of the query stands for. `share`: 1 for the word itself, less for a guess. */
export type Variant = { term: number; share: number; idf: number };

/** A word of the query. `weight` is its idf: high when few passages hold it. */
export type QueryTerm = { form: string; weight: number; variants: Variant[] };

/** Mean length of each field over all passages, in terms. */
export type MeanLengths = { title: number; heading: number; labels: number; body: number };

/** Each row's score by words and the sum of the weights of the query's words that it holds, [rows]. */
export type WordScores = { scores: Float32Array; covered: Float32Array };

type Field = keyof MeanLengths;

/** What a word counts in each field, and how much the field's length counts against it (b). */
const fields: Record<Field, { weight: number; b: number }> = {
  title: { weight: 2, b: 0.5 },
  heading: { weight: 1.5, b: 0.5 },
  labels: { weight: 1.5, b: 0.5 },
  body: { weight: 1, b: 0.7 },
};

/** How soon further repetitions of a word count for nothing. */
const saturation = 1.2;

/** Longer fields count as that long. */
const longest = 4095;

/** Inverse document frequency (Robertson and Spärck Jones 1976, never negative) of a term in `found` of `all` passages. */
export function idfOf(found: number, all: number): number {
  return Math.log(1 + (Math.max(0, all - found) + 0.5) / (found + 0.5));
}

/** What one occurrence in a field of that length counts. */
export function fieldShare(field: Field, length: number, mean: number): number {
  const { weight, b } = fields[field];
  return weight / (1 - b + (b * Math.min(length, longest)) / (mean || 1));
}

/** Saturates the weighted frequency of a term in a passage, 0 to 1. */
export function saturate(frequency: number): number {
  return frequency / (saturation + frequency);
}

/** Shares of all lengths of a field that occur, by length. */
function shareTable(field: Field, mean: number, most: number): Float32Array {
  const table = new Float32Array(Math.min(most, longest) + 1);
  for (let length = 0; length < table.length; length += 1) table[length] = fieldShare(field, length, mean);
  return table;
}

export type ShareTables = Record<Field, Float32Array>;

let latest: { means: MeanLengths; tables: ShareTables } | undefined;

/** Tables of what an occurrence counts; made anew when the mean lengths are others than the last time. */
export function makeShareTables(means: MeanLengths): ShareTables {
  const { title, heading, labels, body } = means;
  const known = latest?.means;
  if (latest && known?.title === title && known.heading === heading && known.labels === labels && known.body === body)
    return latest.tables;
  const tables = {
    title: shareTable('title', title, 255),
    heading: shareTable('heading', heading, 255),
    labels: shareTable('labels', labels, 255),
    body: shareTable('body', body, longest),
  };
  latest = { means, tables };
  return tables;
}

/** Postings of a variant in a segment. `factor`: what its saturated frequency counts, so the most that it can add to a score. */
export type PostingList = { first: number; end: number; factor: number };

/** The variant's postings, undefined where the segment has none. */
export function findPostings(segment: Segment, { term, share, idf }: Variant): PostingList | undefined {
  const place = findTerm(segment, term);
  if (place < 0) return undefined;
  const { postings } = segment;
  return { first: postings[place] as number, end: postings[place + 1] as number, factor: idf * share };
}

/** Adds what the postings count to the scores of their rows, [rows]. */
export function addPostings(segment: Segment, list: PostingList, tables: ShareTables, scores: Float32Array): void {
  const { rows, counts, lengths } = segment;
  const { body } = lengths;
  const bodyShares = tables.body;
  const { first, end, factor } = list;
  for (let at = first; at < end; at += 1) {
    const row = rows[at] as number;
    const count = counts[at] as number;
    let frequency = (count & maxCounts.body) * (bodyShares[Math.min(body[row] as number, longest)] as number);
    if (count > maxCounts.body) frequency += aboveBody(row, count, lengths, tables);
    scores[row] = (scores[row] as number) + (factor * frequency) / (saturation + frequency);
  }
}

/** What the other fields add to a term's frequency. */
function aboveBody(row: number, count: number, lengths: FieldLengths, tables: ShareTables): number {
  return (
    ((count >> 4) & maxCounts.title) * (tables.title[lengths.title[row] as number] as number) +
    ((count >> 6) & maxCounts.heading) * (tables.heading[lengths.heading[row] as number] as number) +
    (count >> 7) * (tables.labels[lengths.labels[row] as number] as number)
  );
}

/** As `addPostings`, to the scores of some rows alone, which rise; marks in `held` the places of those that hold the term. */
export function addToRows(
  segment: Segment,
  list: PostingList,
  tables: ShareTables,
  { rows, scores, held }: { rows: Uint16Array; scores: Float32Array; held?: Uint8Array },
): void {
  const { counts, lengths } = segment;
  let at = list.first;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] as number;
    at = seekRow(segment.rows, row, at, list.end);
    if (at === list.end) return;
    if (segment.rows[at] !== row) continue;
    const count = counts[at] as number;
    let frequency = (count & maxCounts.body) * (tables.body[Math.min(lengths.body[row] as number, longest)] as number);
    if (count > maxCounts.body) frequency += aboveBody(row, count, lengths, tables);
    scores[place] = (scores[place] as number) + (list.factor * frequency) / (saturation + frequency);
    if (held) held[place] = 1;
  }
}

/**
 * BM25F (Robertson, Zaragoza and Taylor 2004) of some rows of a segment, which rise, and the summed weight of the words that
 * each holds, [rows]. A passage that holds several variants of a word covers it once.
 */
export function scoreRows(segment: Segment, terms: QueryTerm[], tables: ShareTables, rows: Uint16Array): WordScores {
  const scores = new Float32Array(rows.length);
  const covered = new Float32Array(rows.length);
  const held = new Uint8Array(rows.length);
  for (const { variants, weight } of terms) {
    held.fill(0);
    for (const variant of variants) {
      const list = findPostings(segment, variant);
      if (list) addToRows(segment, list, tables, { rows, scores, held });
    }
    for (let place = 0; place < rows.length; place += 1)
      if (held[place] === 1) covered[place] = (covered[place] as number) + weight;
  }
  return { scores, covered };
}
