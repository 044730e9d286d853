import type { Encoder, Encoding, PackedTokens } from '@/lib/core/engine';

/** An encoder for tests: a hashed bag of words, so that texts sharing words are near. Counts what it encoded. */
export type HashEncoder = Encoder & {
  encoded: string[];
  priorities: (string | undefined)[];
  /** Fails every call while set. */
  failure: Error | null;
  /** Answers token vectors too, one a word, while set. */
  hasTokens: boolean;
};

function hashVector(text: string, dims: number): Float32Array {
  const vector = new Float32Array(dims);
  for (const [term] of text.toLowerCase().matchAll(/\p{L}+|\p{N}+/gu)) {
    let hash = 2166136261;
    for (const char of term.slice(0, 6)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0;
    const at = hash % dims;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}

function hashTokens(text: string): PackedTokens | null {
  const rows = (text.match(/\p{L}+|\p{N}+/gu) ?? []).map((term) => hashVector(term, 96));
  const values = Int8Array.from(rows.flatMap((row) => [...row].map((value) => value * 127)));
  return rows.length > 0 ? { dims: 96, count: rows.length, values, scale: 1 / 127 } : null;
}

/** A `HashEncoder` of the given model version. */
export function createHashEncoder(version = '1', dims = 384): HashEncoder {
  const encoder: HashEncoder = {
    encoded: [],
    priorities: [],
    failure: null,
    hasTokens: false,
    async encode(texts, options) {
      await Promise.resolve();
      options?.signal?.throwIfAborted();
      if (encoder.failure) throw encoder.failure;
      encoder.encoded.push(...texts);
      encoder.priorities.push(options?.priority);
      return texts.map(
        (text): Encoding => ({
          vector: hashVector(text, dims),
          logits: {},
          tokens: encoder.hasTokens ? hashTokens(text) : null,
        }),
      );
    },
    state: () => ({
      status: 'ready',
      progress: 1,
      modelId: 'hash',
      version,
      threads: 1,
      memoryBytes: null,
      coldStartMs: 0,
    }),
  };
  return encoder;
}
