import type { HealthItem } from '../../core/health';
import type { PackedVectors } from '../../core/stores';
import { hashParts } from '../hash';

/** What the checks need of an article or macro. `vector` is the mean of its passages' vectors, L2 norm 1; null without any. */
export type CheckedItem = HealthItem & { text: string; locale: string; tags: string[]; vector: Float32Array | null };

/** Mean of unit vectors, of unit length again; null where there are none. */
export function meanVector({ dims, values, scales }: PackedVectors): Float32Array | null {
  const mean = new Float32Array(dims);
  for (let row = 0; row < scales.length; row += 1) {
    const scale = scales[row] ?? 0;
    for (let index = 0; index < dims; index += 1)
      mean[index] = (mean[index] ?? 0) + (values[row * dims + index] ?? 0) * scale;
  }
  const norm = Math.hypot(...mean);
  return norm > 0 ? mean.map((value) => value / norm) : null;
}

/** Words of a text in lower case, placeholders and signs left out. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(/\{\{[^{}]*\}\}/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  );
}

/** Hashes of every three words in a row (Broder 1997 calls them shingles); of a shorter text one for the whole. */
export function shinglesOf(text: string): Set<string> {
  const words = wordsOf(text);
  if (words.length === 0) return new Set();
  if (words.length < 3) return new Set([hashParts(words)]);
  return new Set(words.slice(2).map((word, index) => hashParts([words[index], words[index + 1], word])));
}

/** Share of the smaller set that is in the other, 0 to 1: Broder's containment. */
export function containment(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  return shared / small.size;
}

/** Cosine of two unit vectors. */
export function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < one.length; index += 1) sum += (one[index] ?? 0) * (other[index] ?? 0);
  return sum;
}
