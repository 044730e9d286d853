import { type IntentExample, intentWords, trainTeamIntents } from '../../lib/intents/team-intents';
import { drawShots, type Labelled } from '../few-shot-sets';
import type { VectorOf } from './few-shot';

type GrowthSizes = { old: number; added: number; shots: number; seed: number };
/** Accuracy on held-out messages of the old intents before an intent is added and after it, 0 to 1. */
export type Growth = { added: string; before: number; after: number; worst: { intent: string; drop: number } };

type Vectors = { row: Labelled; vector: Float32Array }[];

/** Share of the asked messages of each intent whose best intent is right. */
function accuracies(intents: readonly string[], taught: Vectors, asked: Vectors, names: Map<string, Float32Array>) {
  const of = (rows: Vectors) => rows.filter(({ row }) => intents.includes(row.intent));
  const examples = of(taught).map(({ row, vector }): IntentExample => ({ intent: row.intent, vector }));
  const own = new Map([...names].filter(([name]) => intents.includes(name)));
  const team = trainTeamIntents(examples, { names: own });
  return (intent: string) => {
    const rows = asked.filter(({ row }) => row.intent === intent);
    return rows.filter(({ vector }) => team.best(vector) === intent).length / rows.length;
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * What adding one intent costs the old ones, for each of `added` intents in turn. Intents are drawn by `seed` from those
 * with `shots` examples and as many messages to ask.
 */
export async function measureGrowth(
  rows: readonly Labelled[],
  { old, added, shots, seed }: GrowthSizes,
  vectorOf: VectorOf,
): Promise<Growth[]> {
  const sizes = new Map<string, number>();
  for (const { intent } of rows) sizes.set(intent, (sizes.get(intent) ?? 0) + 1);
  const large = rows.filter(({ intent }) => (sizes.get(intent) ?? 0) >= 2 * shots);
  const intents = drawShots(large, 1, seed).map(({ intent }) => intent);
  const chosen = intents.slice(0, old + added);
  const own = large.filter(({ intent }) => chosen.includes(intent));
  const drawn = new Set(drawShots(own, shots, seed));
  const encoded: Vectors = [];
  for (const row of own) encoded.push({ row, vector: await vectorOf(row.text) });
  const names = new Map<string, Float32Array>();
  for (const intent of chosen) names.set(intent, await vectorOf(intentWords(intent)));
  const taught = encoded.filter(({ row }) => drawn.has(row));
  const asked = encoded.filter(({ row }) => !drawn.has(row));
  const first = chosen.slice(0, old);
  const before = accuracies(first, taught, asked, names);
  return chosen.slice(old).map((next) => {
    const after = accuracies([...first, next], taught, asked, names);
    const drops = first.map((intent) => ({ intent, drop: before(intent) - after(intent) }));
    return {
      added: next,
      before: mean(first.map(before)),
      after: mean(first.map(after)),
      worst: drops.reduce((a, b) => (b.drop > a.drop ? b : a)),
    };
  });
}
