import type { PackedTokens } from '../core/engine';
import type { PassageTokens } from '../core/stores';
import { createVectorBlock, type VectorBlock, writeVector } from './index/vector-block';
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

function fill(
  block: VectorBlock,
  passages: readonly (PassageTokens | undefined)[],
  spans: readonly (Span | null)[],
): void {
  spans.forEach((span, at) => {
    const passage = passages[at];
    if (!span || !passage) return;
    const levels = unpackPassage(passage);
    for (let token = 0; token < passage.count; token += 1)
      writeVector(block, span.from + token, levels.subarray(token * passage.dims, (token + 1) * passage.dims));
  });
}

/**
 * Late interaction (ColBERT, Khattab and Zaharia 2020): for each passage the mean over the question's tokens of the best
 * cosine with one of the passage's tokens, −1 to 1. Null for a passage without token vectors or with those of another
 * length. All passages are scanned at once, a token of the question at a time.
 */
export function matchPassages(
  question: PackedTokens,
  passages: readonly (PassageTokens | undefined)[],
): (number | null)[] {
  const { dims, count, values, scale } = question;
  const { spans, rows } = layOut(passages, dims);
  const block = createVectorBlock(rows, dims);
  fill(block, passages, spans);
  const sums = spans.map(() => 0);
  const query = { values: new Int16Array(block.stride), scale };
  for (let token = 0; token < count; token += 1) {
    query.values.set(values.subarray(token * dims, (token + 1) * dims));
    const cosines = block.scan(query);
    spans.forEach((span, at) => {
      if (!span) return;
      let best = Number.NEGATIVE_INFINITY;
      for (let row = span.from; row < span.to; row += 1) best = Math.max(best, cosines[row] as number);
      sums[at] = (sums[at] as number) + best;
    });
  }
  return spans.map((span, at) => (span && count > 0 ? ((sums[at] as number) * scale) / count : null));
}
