import { packVectors } from '../../../lib/knowledge/embed.ts';
import type { IndexEntry } from '../../../lib/knowledge/search-index.ts';

/** Words that make up two fifths of running English text. */
const common = 'the and of to a in is it you that for on are with as be this was have or'.split(' ');

/** Numbers in a vector. */
export const dims = 384;

/** Synthetic passages and queries, the same at every run: words by Zipf's law, vectors around 3,000 sub-topics. */
export function createCorpus(seed: number) {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const vocabulary = Array.from(
    { length: 120_000 },
    (_, at) => `${'bcdfglmnprst'[at % 12]}${((at * 7919) % 120_011).toString(36)}`,
  );
  const rare = () => vocabulary[Math.floor(vocabulary.length ** random() - 1)] ?? '';
  const word = () => (random() < 0.4 ? (common[Math.floor(random() * common.length)] ?? '') : rare());
  const write = (count: number) => Array.from({ length: count }, word).join(' ');
  const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
  const mix = (base: Float32Array | null, share: number): Float32Array => {
    const made = Float32Array.from({ length: dims }, (_, at) => share * (base?.[at] ?? 0) + normal() / Math.sqrt(dims));
    const norm = Math.hypot(...made);
    return made.map((value) => value / norm);
  };
  const topics = Array.from({ length: 150 }, () => mix(null, 0));
  const subTopics = Array.from({ length: 3000 }, (_, at) => mix(topics[at % 150] ?? null, 0.7));
  const vector = () => mix(subTopics[Math.floor(random() * 3000)] ?? null, 1.2);
  const entry = (id: number, hasVector: boolean): IndexEntry & { vector: Float32Array | null } => {
    const text = write(110);
    const made = hasVector ? vector() : null;
    const passage = { id: `article:${id}:0`, ownerId: `${id}`, ownerKind: 'article' as const, heading: write(3) };
    return {
      owner: { kind: 'article', id: `${id}`, source: 'bench', title: write(6), locale: 'en' },
      passages: [{ ...passage, start: 0, end: text.length, text }],
      vectors: made && packVectors([made]),
      vector: made,
    };
  };
  /** Words of a passage, one in three with a typing error, one in three with the last word unfinished. */
  const query = (text: string, at: number): string => {
    const words = text.split(' ').filter((word) => !common.includes(word));
    const start = Math.floor(random() * (words.length - 8));
    const chosen = words.slice(start, start + 3 + Math.floor(random() * 6));
    const last = chosen.at(-1) ?? '';
    if (at % 3 === 1) return [...chosen.slice(0, -1), `${last.slice(0, 2)}${last.slice(3)}x`].join(' ');
    return at % 3 === 2 && last.length > 3 ? [...chosen.slice(0, -1), last.slice(0, 3)].join(' ') : chosen.join(' ');
  };
  return { entry, query, near: (own: Float32Array) => mix(own, 1.5), write };
}
