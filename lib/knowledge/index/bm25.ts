import { type FieldLengths, findTerm, maxCounts, rowCount, type Segment } from './segment';

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

/** Tables for `scoreWords`; made anew when the mean lengths are others than the last time. */
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

/**
 * Adds up BM25F (Robertson, Zaragoza and Taylor 2004) over the rows of a segment into `into`, which is cleared before and
 * may be longer than the segment.
 */
export function scoreWords(segment: Segment, terms: QueryTerm[], tables: ShareTables, into: WordScores): void {
  into.scores.fill(0, 0, rowCount(segment));
  into.covered.fill(0, 0, rowCount(segment));
  for (const { variants, weight } of terms) {
    const [only] = variants;
    if (variants.length === 1 && only) {
      addVariant(segment, only, tables, into.scores);
      addCovered(segment, only.term, weight, into.covered);
    } else if (variants.length > 1) {
      for (const variant of variants) addVariant(segment, variant, tables, into.scores);
      addCoveredOnce(segment, variants, weight, into.covered);
    }
  }
}

function addVariant(segment: Segment, { term, share, idf }: Variant, tables: ShareTables, scores: Float32Array): void {
  const place = findTerm(segment, term);
  if (place < 0) return;
  const { rows, counts, lengths } = segment;
  const { body } = lengths;
  const bodyShares = tables.body;
  const factor = idf * share;
  const end = segment.postings[place + 1] as number;
  for (let at = segment.postings[place] as number; at < end; at += 1) {
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

function addCovered(segment: Segment, term: number, weight: number, covered: Float32Array): void {
  const place = findTerm(segment, term);
  if (place < 0) return;
  const { rows } = segment;
  const end = segment.postings[place + 1] as number;
  for (let at = segment.postings[place] as number; at < end; at += 1) {
    const row = rows[at] as number;
    covered[row] = (covered[row] as number) + weight;
  }
}

/** A passage that holds several variants of a word covers it once. */
function addCoveredOnce(segment: Segment, variants: Variant[], weight: number, covered: Float32Array): void {
  const seen = new Uint8Array(rowCount(segment));
  for (const { term } of variants) {
    const place = findTerm(segment, term);
    if (place < 0) continue;
    const end = segment.postings[place + 1] as number;
    for (let at = segment.postings[place] as number; at < end; at += 1) {
      const row = segment.rows[at] as number;
      if (seen[row] === 1) continue;
      seen[row] = 1;
      covered[row] = (covered[row] as number) + weight;
    }
  }
}
