import type { Encoder } from '../core/engine';

/** `language`: ISO 639-1 of what the texts are part of; a sentence alone may be too short to tell its own. */
type ReadOptions = { priority?: 'now' | 'later'; language?: string };

export type VectorMemory = {
  /** Vectors of the texts, one each, L2 norm 1; only texts not seen before cost a pass. */
  read(texts: string[], options?: ReadOptions): Promise<Float32Array[]>;
  /** Remembers vectors that were read in an earlier life. */
  put(rows: readonly { text: string; vector: Float32Array }[], language?: string): void;
  has(text: string, language?: string): boolean;
};

const keyOf = (text: string, language = '') => `${language}|${text}`;

/** Remembers vectors of texts that come back at every message, such as playbook steps. 2,000 × 1.5 kB = 3 MB. */
export function createVectorMemory(encoder: Encoder, remembered = 2000): VectorMemory {
  const memory = new Map<string, Promise<Float32Array>>();
  let fallbacks: number | undefined;
  function remember(key: string, vector: Promise<Float32Array>): void {
    memory.set(key, vector);
    vector.catch(() => memory.delete(key));
    if (memory.size > remembered) memory.delete(memory.keys().next().value as string);
  }
  return {
    read(texts, { language, ...options } = {}) {
      // A model that failed its self-test takes back what it said.
      if (encoder.state().fallbacks !== fallbacks) memory.clear();
      ({ fallbacks } = encoder.state());
      return Promise.all(
        texts.map((text) => {
          const key = keyOf(text, language);
          const known = memory.get(key);
          if (known) return known;
          // Without a signal: the vector is shared, one caller that leaves must not fail the others.
          const asked = encoder.encode([text], { ...options, ...(language === undefined ? {} : { language }) });
          const vector = asked.then(([encoding]) => {
            if (!encoding) throw new Error('the encoder gave no vector');
            return encoding.vector;
          });
          remember(key, vector);
          return vector;
        }),
      );
    },
    put(rows, language) {
      for (const { text, vector } of rows) remember(keyOf(text, language), Promise.resolve(vector));
    },
    has: (text, language) => memory.has(keyOf(text, language)),
  };
}

/** Cosine of two unit vectors. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
