/** Cosines of one query to all rows; `scores[row]` is −2 where the row is empty or left out. */
type Scan = { scores: Float32Array; count: number; mean: number; deviation: number };

/** What a scan writes for rows that it leaves out; no cosine is that low. */
export const noScore = -2;

/** Unit vectors in one contiguous array, by row number. Rows may be empty. */
export type VectorTable = {
  set(row: number, vector: Float32Array): void;
  unset(row: number): void;
  has(row: number): boolean;
  /** Cosine of `query` to every row that has a vector and that `isAllowed` lets pass. The scores are reused by the next scan. */
  scan(query: Float32Array, isAllowed: ((row: number) => boolean) | null): Scan;
  clear(): void;
};

/** A table of vectors of `dims` numbers; it grows by half when full. */
export function createVectorTable(dims: number): VectorTable {
  let values = new Float32Array(256 * dims);
  let filled = new Uint8Array(256);
  let scores = new Float32Array(256);
  let rows = 0;

  function grow(needed: number): void {
    if (needed <= filled.length) return;
    const capacity = Math.max(needed, Math.ceil(filled.length * 1.5));
    const moreValues = new Float32Array(capacity * dims);
    moreValues.set(values);
    const moreFilled = new Uint8Array(capacity);
    moreFilled.set(filled);
    values = moreValues;
    filled = moreFilled;
    scores = new Float32Array(capacity);
  }

  return {
    set(row, vector) {
      if (vector.length !== dims) throw new RangeError(`a vector of ${vector.length} numbers, ${dims} expected`);
      grow(row + 1);
      values.set(vector, row * dims);
      filled[row] = 1;
      rows = Math.max(rows, row + 1);
    },
    unset(row) {
      if (row < filled.length) filled[row] = 0;
    },
    has: (row) => filled[row] === 1,
    scan(query, isAllowed) {
      let count = 0;
      let sum = 0;
      let squares = 0;
      for (let row = 0; row < rows; row += 1) {
        if (filled[row] !== 1 || (isAllowed && !isAllowed(row))) {
          scores[row] = noScore;
          continue;
        }
        const score = dot(query, values, row * dims);
        scores[row] = score;
        count += 1;
        sum += score;
        squares += score * score;
      }
      const mean = count > 0 ? sum / count : 0;
      const deviation = count > 0 ? Math.sqrt(Math.max(0, squares / count - mean * mean)) : 0;
      return { scores: scores.subarray(0, rows), count, mean, deviation };
    },
    clear() {
      values = new Float32Array(256 * dims);
      filled = new Uint8Array(256);
      scores = new Float32Array(256);
      rows = 0;
    },
  };
}

/** Four sums side by side: the processor need not wait for one addition before the next. */
function dot(query: Float32Array, values: Float32Array, offset: number): number {
  const length = query.length & ~3;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < length; i += 4) {
    // Indexes stay inside both arrays: `set` checks the length of every row.
    a += (query[i] as number) * (values[offset + i] as number);
    b += (query[i + 1] as number) * (values[offset + i + 1] as number);
    c += (query[i + 2] as number) * (values[offset + i + 2] as number);
    d += (query[i + 3] as number) * (values[offset + i + 3] as number);
  }
  for (let i = length; i < query.length; i += 1) a += (query[i] as number) * (values[offset + i] as number);
  return a + b + c + d;
}

/** The rows with the highest scores, best first, at most `count`; rows that were left out are no candidates. */
export function topRows(scores: Float32Array, count: number): number[] {
  const best: number[] = [];
  let floor = noScore;
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] as number;
    if (score <= floor) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] as number] as number) < score) at -= 1;
    best.splice(at, 0, row);
    if (best.length > count) best.pop();
    if (best.length === count) floor = scores[best[count - 1] as number] as number;
  }
  return best;
}
