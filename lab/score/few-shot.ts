import { type IntentExample, intentWords, type TeamIntents, trainTeamIntents } from '../../lib/intents/team-intents';
import { drawShots, type FewShotSet, type Labelled } from '../few-shot-sets';

export type VectorOf = (text: string) => Promise<Float32Array>;

/** A team's intents learnt, as in the library page, from `shots` examples each, drawn by `seed`. */
export async function trainDraw(
  rows: readonly Labelled[],
  { shots, seed }: { shots: number; seed: number },
  vectorOf: VectorOf,
): Promise<{ team: TeamIntents; trainMs: number }> {
  const examples: IntentExample[] = [];
  const names = new Map<string, Float32Array>();
  for (const { text, intent } of drawShots(rows, shots, seed)) {
    examples.push({ intent, vector: await vectorOf(text) });
    if (!names.has(intent)) names.set(intent, await vectorOf(intentWords(intent)));
  }
  const start = performance.now();
  const team = trainTeamIntents(examples, { names });
  return { team, trainMs: performance.now() - start };
}

/** Share of messages whose best intent is right, without the choice to say nothing. */
export async function accuracyOf(team: TeamIntents, asked: readonly Labelled[], vectorOf: VectorOf): Promise<number> {
  let right = 0;
  for (const { text, intent } of asked) right += Number(team.best(await vectorOf(text)) === intent);
  return right / Math.max(1, asked.length);
}

/** One draw: shares of right answers without and with the choice to say nothing, and of foreign messages let be. */
export async function scoreDraw(set: FewShotSet, shots: number, seed: number, vectorOf: VectorOf) {
  const { team, trainMs } = await trainDraw(set.train, { shots, seed }, vectorOf);
  let [given, silent] = [0, 0];
  for (const { text, intent } of set.asked) given += Number(team.guess(await vectorOf(text)).intent === intent);
  for (const text of set.foreign) silent += Number(team.guess(await vectorOf(text)).intent === null);
  return {
    accuracy: await accuracyOf(team, set.asked, vectorOf),
    inScope: given / set.asked.length,
    oosRecall: silent / set.foreign.length,
    trainMs,
  };
}
