import type { TeamIntents } from './team-intents';

type Asked = { text: string; vector: Float32Array };

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** How much the agent's word on a message would teach: most where two intents are close or its place is doubtful. */
function doubtOf(team: TeamIntents, vector: Float32Array): number {
  const { confidence } = team.guess(vector);
  return (1 - team.lead(vector)) / 2 + (1 - Math.abs(2 * confidence - 1)) / 2;
}

/**
 * The `count` messages that would teach most: doubtful ones (small lead over the second intent, or between in and out of
 * scope), each unlike those chosen before it and unlike the examples. Vectors have the length 1.
 */
export function pickMessages<T extends Asked>(
  team: TeamIntents,
  asked: readonly T[],
  { known, count }: { known: readonly Float32Array[]; count: number },
): T[] {
  const left = asked.map((one) => ({
    one,
    doubt: 0.05 + doubtOf(team, one.vector),
    likeness: known.reduce((most, vector) => Math.max(most, cosine(vector, one.vector)), 0),
  }));
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) {
    const worth = ({ doubt, likeness }: (typeof left)[number]) => doubt * (1 - likeness);
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    // The same words again would teach nothing.
    if (best.likeness > 0.98) continue;
    chosen.push(best.one);
    for (const other of left) other.likeness = Math.max(other.likeness, cosine(best.one.vector, other.one.vector));
  }
  return chosen;
}
