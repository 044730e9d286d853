import type { PackedTokens } from '../core/engine';
import type { PassageTokens } from '../core/stores';
import { createVectorBlock, strideOf, type VectorBlock, writeVectors } from './index/vector-block';
import { unpackPassage } from './token-vectors';

type Span = { from: number; to: number };

/** Rows of each passage's tokens in one block; null for those without any of that length. */
function layOut(
  passages: readonly (PassageTokens | undefined)[],
  dims: number,
): { spans: (Span | null)[]; rows: number } {
  let rows = 0;
  const spans = passages.map((passage) => {
    if (passage?.dims !== dims || passage.count === 0) return null;
    const from = rows;
    rows += passage.count;
    return { from, to: rows };
  });
  return { spans, rows };
}

/** Rows of the block in which passages are matched: sixteen of more than a hundred tokens each. */
const usualRows = 2048;
/** Kept from one question to the next: the kernel's memory takes longer to make than to fill. */
let kept: VectorBlock | undefined;

function blockFor(rows: number, dims: number): VectorBlock {
  const fits = kept?.stride === strideOf(dims) && kept.factors.length >= rows;
  const block = fits && kept ? kept : createVectorBlock(Math.max(rows, usualRows), dims);
  kept = block;
  return block;
}

function fill(
  block: VectorBlock,
  passages: readonly (PassageTokens | undefined)[],
  spans: readonly (Span | null)[],
): void {
  spans.forEach((span, at) => {
    const passage = passages[at];
    if (!span || !passage) return;
    writeVectors(block, span.from, { values: unpackPassage(passage), dims: passage.dims });
  });
}

/**
 * How well a passage's tokens match the question's, by how much better than those of the other passages, and how well the
 * question matches what the passage is about.
 */
export type TokenMatch = { match: number; lead: number; reverse: number };

/** Tokens of a passage that its `reverse` is the mean of. */
const reverseTokens = 8;

type BestCosines = {
  /** Of each of the question's tokens in each passage that has tokens, [spans × count]. */
  best: Float32Array;
  /** Of each of the passages' tokens in the question, [rows]. */
  rows: Float32Array;
};

function bestCosines(
  { dims, count, values, scale }: PackedTokens,
  block: VectorBlock,
  { spans, rows: rowCount }: { spans: readonly Span[]; rows: number },
): BestCosines {
  const best = new Float32Array(spans.length * count);
  const rows = new Float32Array(rowCount).fill(Number.NEGATIVE_INFINITY);
  const query = { values: new Int16Array(block.stride), scale };
  for (let token = 0; token < count; token += 1) {
    query.values.set(values.subarray(token * dims, (token + 1) * dims));
    const cosines = block.scan(query, rowCount);
    spans.forEach(({ from, to }, at) => {
      let most = Number.NEGATIVE_INFINITY;
      for (let row = from; row < to; row += 1) {
        const cosine = cosines[row] as number;
        if (cosine > most) most = cosine;
        if (cosine > (rows[row] as number)) rows[row] = cosine;
      }
      best[at * count + token] = most * scale;
    });
  }
  for (let row = 0; row < rowCount; row += 1) rows[row] = (rows[row] as number) * scale;
  return { best, rows };
}

/** Mean of the highest of a passage's rows. */
function meanOfHighest(rows: Float32Array, { from, to }: Span): number {
  const highest = rows.slice(from, to).sort().subarray(-reverseTokens);
  return highest.reduce((sum, cosine) => sum + cosine, 0) / highest.length;
}

/** Weighted means over the question's tokens: of the best cosine, and of the squared lead over the mean of all passages. */
function sumUp({ best, rows }: BestCosines, { count, weights }: PackedTokens, spans: readonly Span[]): TokenMatch[] {
  const passages = spans.length;
  const found = spans.map((span) => ({ match: 0, lead: 0, reverse: meanOfHighest(rows, span) }));
  let total = 0;
  for (let token = 0; token < count; token += 1) {
    const weight = weights?.[token] ?? 1;
    total += weight;
    let mean = 0;
    for (let at = 0; at < passages; at += 1) mean += (best[at * count + token] as number) / passages;
    found.forEach((one, at) => {
      const own = best[at * count + token] as number;
      one.match += weight * own;
      one.lead += weight * Math.max(0, own - mean) ** 2;
    });
  }
  return found.map(({ match, lead, reverse }) => ({ match: match / total, lead: lead / total, reverse }));
}

/**
 * Late interaction (ColBERT, Khattab and Zaharia 2020): for each passage the mean over the question's tokens of the best
 * cosine with one of the passage's tokens, −1 to 1, its lead, and the other way round. Null for a passage without token vectors or with those of
 * another length. All passages are scanned at once, a token of the question at a time.
 */
export function matchPassages(
  question: PackedTokens,
  passages: readonly (PassageTokens | undefined)[],
): (TokenMatch | null)[] {
  const { spans, rows } = layOut(passages, question.dims);
  const block = blockFor(rows, question.dims);
  fill(block, passages, spans);
  const had = spans.filter((span) => span !== null);
  if (question.count === 0) return spans.map(() => null);
  const found = sumUp(bestCosines(question, block, { spans: had, rows }), question, had);
  let next = 0;
  return spans.map((span) => (span ? (found[next++] ?? null) : null));
}
