/**
 * Rows of the highest scores above `floor`, best first, at most `count`; of equal scores the lower row first. `isLeftOut` is
 * asked of rows only that would be among them.
 */
export function topRows(
  scores: Float32Array,
  {
    rows,
    count,
    floor,
    isLeftOut,
  }: { rows: number; count: number; floor: number; isLeftOut: (row: number) => boolean },
): number[] {
  const heap = new Uint32Array(count);
  let size = 0;
  let least = floor;
  for (let row = 0; row < rows; row += 1) {
    if ((scores[row] as number) <= least || isLeftOut(row)) continue;
    if (size < count) {
      heap[size] = row;
      size += 1;
      siftUp(heap, size - 1, scores);
    } else {
      heap[0] = row;
      siftDown(heap, size, scores);
    }
    if (size === count) least = scores[heap[0] as number] as number;
  }
  return [...heap.subarray(0, size)].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** Whether row `a` is worse than `b`: what stands at the top of the heap goes first. */
function isWorse(scores: Float32Array, a: number, b: number): boolean {
  const scoreA = scores[a] as number;
  const scoreB = scores[b] as number;
  return scoreA < scoreB || (scoreA === scoreB && a > b);
}

function siftUp(heap: Uint32Array, from: number, scores: Float32Array): void {
  let at = from;
  const row = heap[at] as number;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isWorse(scores, row, heap[parent] as number)) break;
    heap[at] = heap[parent] as number;
    at = parent;
  }
  heap[at] = row;
}

function siftDown(heap: Uint32Array, size: number, scores: Float32Array): void {
  let at = 0;
  const row = heap[0] as number;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= size) break;
    if (child + 1 < size && isWorse(scores, heap[child + 1] as number, heap[child] as number)) child += 1;
    if (!isWorse(scores, heap[child] as number, row)) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = row;
}
