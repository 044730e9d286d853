import type { LearntKind } from '../../lib/core/learning';

/** A source of the desk with its whole text; `place`: of its label among those that would do, 0 the first. */
export type Acceptable = { kind: LearntKind; id: string; text: string; place: number };

/** A simulated agent: among the sources that would do, the one liked most is taken. Ties go to the first label. */
export type Agent = { name: string; liking(source: Acceptable, seed: number): number };

/** A number from 0 to 1 that is always the same for one text and seed (FNV-1a, then one round of mixing). */
export function drawFor(text: string, seed: number): number {
  let hash = 2166136261 ^ Math.imul(seed, 0x9e3779b1);
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

function wordLength(text: string): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.reduce((sum, word) => sum + word.length, 0) / Math.max(1, words.length);
}

/** Agents of a fixed style. None of them is defined by what the learner reads, but for the kind of source. */
export const agents: readonly Agent[] = [
  // As few words as will do.
  { name: 'brief', liking: ({ text }) => -(text.match(/\S+/g)?.length ?? 0) },
  // Elevated wording, as longer words tell.
  { name: 'formal', liking: ({ text }) => wordLength(text) },
  // Always the article, a macro only without one.
  { name: 'article', liking: ({ kind }) => (kind === 'article' ? 1 : 0) },
  // Certain sources, whatever they say.
  { name: 'favourites', liking: ({ kind, id }, seed) => drawFor(`${kind}:${id}`, seed) },
  // What answers best, as the labels have it.
  { name: 'expert', liking: ({ place }) => -place },
];

/** The one of those that would do that the agent takes; undefined where none would. */
export function favouriteOf(
  { liking }: Agent,
  acceptable: readonly Acceptable[],
  seed: number,
): Acceptable | undefined {
  return [...acceptable].sort((a, b) => liking(b, seed) - liking(a, seed) || a.place - b.place)[0];
}
