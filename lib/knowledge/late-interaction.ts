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

/** How well a passage's tokens match the question's, and by how much better than those of the other passages. */
export type TokenMatch = { match: number; lead: number };

/** Best cosine of each of the question's tokens in each passage that has tokens, [spans × count]. */
function bestCosines({ dims, count, values, scale }: PackedTokens, block: VectorBlock, spans: readonly Span[]) {
  const best = new Float32Array(spans.length * count);
  const query = { values: new Int16Array(block.stride), scale };
  for (let token = 0; token < count; token += 1) {
    query.values.set(values.subarray(token * dims, (token + 1) * dims));
    const cosines = block.scan(query);
    spans.forEach(({ from, to }, at) => {
      let most = Number.NEGATIVE_INFINITY;
      for (let row = from; row < to; row += 1) most = Math.max(most, cosines[row] as number);
      best[at * count + token] = most * scale;
    });
  }
  return best;
}

/** Weighted means over the question's tokens: of the best cosine, and of the squared lead over the mean of all passages. */
function sumUp(best: Float32Array, { count, weights }: PackedTokens, passages: number): TokenMatch[] {
  const found = Array.from({ length: passages }, () => ({ match: 0, lead: 0 }));
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
  return found.map(({ match, lead }) => ({ match: match / total, lead: lead / total }));
}

/**
 * Late interaction (ColBERT, Khattab and Zaharia 2020): for each passage the mean over the question's tokens of the best
 * cosine with one of the passage's tokens, −1 to 1, and its lead. Null for a passage without token vectors or with those of
 * another length. All passages are scanned at once, a token of the question at a time.
 */
export function matchPassages(
  question: PackedTokens,
  passages: readonly (PassageTokens | undefined)[],
): (TokenMatch | null)[] {
  const { spans, rows } = layOut(passages, question.dims);
  const block = createVectorBlock(rows, question.dims);
  fill(block, passages, spans);
  const had = spans.filter((span) => span !== null);
  if (question.count === 0) return spans.map(() => null);
  const found = sumUp(bestCosines(question, block, had), question, had.length);
  let next = 0;
  return spans.map((span) => (span ? (found[next++] ?? null) : null));
}
