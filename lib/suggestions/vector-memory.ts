import type { Encoder } from '../core/engine';

export type VectorMemory = {
  /** Vectors of the texts, one each, L2 norm 1; only texts not seen before cost a pass. */
  read(texts: string[], priority?: 'now' | 'later'): Promise<Float32Array[]>;
};

/** Remembers vectors of texts that come back at every message, such as playbook steps. 2,000 × 1.5 kB = 3 MB. */
export function createVectorMemory(encoder: Encoder, remembered = 2000): VectorMemory {
  const memory = new Map<string, Promise<Float32Array>>();
  let fallbacks: number | undefined;
  return {
    read(texts, priority = 'now') {
      // A model that failed its self-test takes back what it said.
      if (encoder.state().fallbacks !== fallbacks) memory.clear();
      ({ fallbacks } = encoder.state());
      return Promise.all(
        texts.map((text) => {
          const known = memory.get(text);
          if (known) return known;
          // Without a signal: the vector is shared, one caller that leaves must not fail the others.
          const vector = encoder.encode([text], { priority }).then(([encoding]) => {
            if (!encoding) throw new Error('the encoder gave no vector');
            return encoding.vector;
          });
          memory.set(text, vector);
          vector.catch(() => memory.delete(text));
          if (memory.size > remembered) memory.delete(memory.keys().next().value as string);
          return vector;
        }),
      );
    },
  };
}

/** Cosine of two unit vectors. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
