import type { PackedTokens } from '../core/engine';

/** Token vectors as the graph gives them: `values` is [count × dims], the two marks at both ends included. */
export type RawTokens = { values: Float32Array; count: number; dims: number };

/**
 * Packs the vectors of the tokens that `isWord` lets pass (by place) into int8 with one scale; the two marks are left out.
 * Null when no token is left. One step is the peak / 127: at 96 numbers a cosine moves by about 0.002.
 */
export function packTokens(
  { values, count, dims }: RawTokens,
  isWord: (place: number) => boolean,
): PackedTokens | null {
  const places: number[] = [];
  for (let place = 1; place < count - 1; place += 1) if (isWord(place)) places.push(place);
  if (places.length === 0) return null;
  let peak = 0;
  for (const place of places)
    for (let at = place * dims; at < (place + 1) * dims; at += 1) peak = Math.max(peak, Math.abs(values[at] as number));
  const scale = peak / 127 || 1;
  const packed = new Int8Array(places.length * dims);
  places.forEach((place, row) => {
    for (let at = 0; at < dims; at += 1)
      packed[row * dims + at] = Math.round((values[place * dims + at] as number) / scale);
  });
  return { dims, count: places.length, values: packed, scale };
}

/** Ids of pieces that hold a letter or a digit; the vocabulary maps a piece to its id. */
export function wordIds(vocabulary: ReadonlyMap<string, number>): Set<number> {
  const ids = new Set<number>();
  for (const [piece, id] of vocabulary) if (/[\p{L}\p{N}]/u.test(piece)) ids.add(id);
  return ids;
}
