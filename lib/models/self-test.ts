import type { Encoding } from '../core/engine';

/** `public/models/<id>/self-test.json`: sentences and the vectors that the shipped weights gave for them in Node. */
export type SelfTestFile = {
  id: string;
  /** SHA-256 of the weights the vectors come from. */
  weights: string;
  sentences: { language: string; text: string; vector: number[] }[];
};

/** From this cosine on a vector counts as the stored one; int8 kernels differ in the last digits between machines. */
const closeEnough = 0.99;

/** A vector as whole numbers from -127 to 127, the largest part 127: its direction is kept, its length is not. */
export function packVector(vector: Float32Array): number[] {
  const top = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return Array.from(vector, (value) => Math.round((value / top) * 127));
}

/** Cosine of two vectors of one length; 0 where one is empty, of another length or no number. */
export function cosine(left: ArrayLike<number>, right: ArrayLike<number>): number {
  if (left.length !== right.length) return 0;
  let [dot, first, second] = [0, 0, 0];
  for (let index = 0; index < left.length; index++) {
    const [a, b] = [left[index] ?? 0, right[index] ?? 0];
    dot += a * b;
    first += a * a;
    second += b * b;
  }
  const found = dot / Math.sqrt(first * second);
  return Number.isFinite(found) ? found : 0;
}

/** True when `run` gives the stored vector, nearly, for each sentence. Stops at the first that differs. */
export async function passesSelfTest(
  { sentences }: SelfTestFile,
  run: (text: string) => Promise<Encoding>,
): Promise<boolean> {
  for (const { text, vector } of sentences) if (cosine((await run(text)).vector, vector) < closeEnough) return false;
  return sentences.length > 0;
}
