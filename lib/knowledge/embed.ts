import type { Encoder } from '../core/engine';
import type { Passage } from '../core/knowledge';
import type { PackedVectors, PassageSet, PassageTokens } from '../core/stores';
import type { IndexEntry } from './search-index';
import { packPassage } from './token-vectors';
import { removePlaceholders } from './tokens';

/** Texts handed to the encoder at once; a live message waits for none of them, the encoder's queue sees to that. */
const batchSize = 16;

/** Names the model in stored sets: vectors of different models cannot be compared. */
export function modelName(encoder: Encoder): string {
  const { modelId, version } = encoder.state();
  return `${modelId}@${version}`;
}

/** What is embedded of a passage: title, heading and text, without placeholders. */
function passageText(title: string, passage: Passage): string {
  const parts = [title, passage.heading, passage.text].map((part) =>
    removePlaceholders(part)
      .replace(/\s+(?=[\s,.!?])/g, '')
      .trim(),
  );
  return parts
    .filter((part) => part !== '')
    .map((part) => (/[.!?:؟。]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

/**
 * Gives sets their vectors, after any live message; those that have them keep them. Sets that are not reached before `until` (epoch milliseconds), or not
 * because the encoder fails, come back without vectors. Throws only when `signal` aborts.
 */
export async function embedSets(
  encoder: Encoder,
  sets: PassageSet[],
  {
    signal,
    until = Number.POSITIVE_INFINITY,
    now = Date.now,
  }: { signal?: AbortSignal; until?: number; now?: () => number },
): Promise<PassageSet[]> {
  const model = modelName(encoder);
  const done: PassageSet[] = [];
  let hasFailed = false;
  for (const set of sets) {
    signal?.throwIfAborted();
    if (set.passages.length === 0) {
      done.push({ ...set, model });
      continue;
    }
    if (set.model === model && set.vectors) {
      done.push(set);
      continue;
    }
    const canTry = !hasFailed && now() < until;
    const embedded = canTry ? await embedPassages(encoder, set, signal) : null;
    if (canTry && embedded === null) hasFailed = true;
    done.push(embedded ? { ...set, model, ...embedded } : set);
  }
  return done;
}

type Embedded = { vectors: PackedVectors; tokens?: (PassageTokens | null)[] };

async function embedPassages(encoder: Encoder, set: PassageSet, signal?: AbortSignal): Promise<Embedded | null> {
  const texts = set.passages.map((passage) => passageText(set.owner.title, passage));
  const vectors: Float32Array[] = [];
  const tokens: (PassageTokens | null)[] = [];
  try {
    for (let start = 0; start < texts.length; start += batchSize) {
      const batch = texts.slice(start, start + batchSize);
      const encodings = await encoder.encode(batch, { priority: 'later', ...(signal ? { signal } : {}) });
      vectors.push(...encodings.map((encoding) => encoding.vector));
      tokens.push(...encodings.map((encoding) => encoding.tokens && packPassage(encoding.tokens)));
    }
  } catch {
    // Without its model the product still searches by words; the vectors are made up for at the next start.
    signal?.throwIfAborted();
    return null;
  }
  const packed = packVectors(vectors);
  return tokens.some((one) => one !== null) ? { vectors: packed, tokens } : { vectors: packed };
}

/** Packs unit vectors of one length into int8, each with its own scale. */
export function packVectors(vectors: Float32Array[]): PackedVectors {
  const dims = vectors[0]?.length ?? 0;
  const values = new Int8Array(vectors.length * dims);
  const scales = new Float32Array(vectors.length);
  vectors.forEach((vector, row) => {
    let peak = 0;
    for (const value of vector) peak = Math.max(peak, Math.abs(value));
    const scale = peak / 127 || 1;
    scales[row] = scale;
    for (let index = 0; index < dims; index += 1) values[row * dims + index] = Math.round((vector[index] ?? 0) / scale);
  });
  return { dims, values, scales };
}

/** The sets without token vectors. */
export function dropTokens(sets: PassageSet[]): PassageSet[] {
  return sets.map(({ tokens: _tokens, ...set }) => set);
}

/** A stored set as the index takes it; vectors of another model than `model` are left out. */
export function toIndexEntry(set: PassageSet, model: string): IndexEntry {
  const { owner, passages, vectors } = set;
  const usable = vectors && set.model === model && vectors.scales.length === passages.length;
  return { owner, passages, vectors: usable ? vectors : null };
}
