import type { Encoder } from '../../lib/core/engine';
import { type IntentExample, intentWords, trainTeamIntents } from '../../lib/intents/team-intents';
import type { Command } from '../command';
import { drawShots, type FewShotSet, readFewShotSets } from '../few-shot-sets';
import { readFlags, requireFlag, UsageError } from '../flags';
import { openModel } from '../model';
import { createProgress } from '../progress';

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number) => Math.round(share * 1000) / 10;

type Vectors = (text: string) => Promise<Float32Array>;

/** One draw: shares of right answers without and with the choice to say nothing, and of foreign messages let be. */
async function scoreOnce(set: FewShotSet, shots: number, seed: number, vectorOf: Vectors) {
  const drawn = drawShots(set.train, shots, seed);
  const examples: IntentExample[] = [];
  const names = new Map<string, Float32Array>();
  for (const { text, intent } of drawn) {
    examples.push({ intent, vector: await vectorOf(text) });
    names.set(intent, await vectorOf(intentWords(intent)));
  }
  const start = performance.now();
  const team = trainTeamIntents(examples, { names });
  const trainMs = performance.now() - start;
  let [right, given, silent] = [0, 0, 0];
  for (const { text, intent } of set.asked) {
    const vector = await vectorOf(text);
    if (team.best(vector) === intent) right += 1;
    if (team.guess(vector).intent === intent) given += 1;
  }
  for (const text of set.foreign) if (team.guess(await vectorOf(text)).intent === null) silent += 1;
  const { length } = set.asked;
  return { accuracy: right / length, inScope: given / length, oosRecall: silent / set.foreign.length, trainMs };
}

async function scoreSet(set: FewShotSet, shots: number, seeds: number, encoder: Encoder) {
  const vectorOf: Vectors = async (text) => {
    const [encoding] = await encoder.encode([text]);
    if (!encoding) throw new Error('the encoder gave nothing');
    return encoding.vector;
  };
  const progress = createProgress(seeds);
  const draws: Awaited<ReturnType<typeof scoreOnce>>[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    draws.push(await scoreOnce(set, shots, seed, vectorOf));
    progress.step();
  }
  progress.end();
  const of = (key: 'accuracy' | 'inScope' | 'oosRecall') => percent(mean(draws.map((draw) => draw[key])));
  return {
    set: set.name,
    shots,
    seeds,
    accuracy: of('accuracy'),
    inScopeGiven: of('inScope'),
    oosRecall: set.foreign.length > 0 ? of('oosRecall') : null,
    trainMs: Math.round(mean(draws.map(({ trainMs }) => trainMs))),
  };
}

/** `intent-scores`: how well few examples teach, on public sets; percent, the mean over draws. */
export const intentScores: Command = {
  help: 'intent-scores --public folder [--part test] [--seeds 5]    few-shot scores of `intents` on BANKING77, CLINC150, HWU64, one line a row',
  async run(args, { output }) {
    const flags = readFlags(args, ['--public', '--part', '--seeds']);
    const part = flags.get('--part') ?? 'test';
    if (part !== 'test' && part !== 'validation') throw new UsageError('--part must be test or validation.');
    const seeds = Number(flags.get('--seeds') ?? 5);
    if (!Number.isInteger(seeds) || seeds < 1) throw new UsageError('--seeds must be a whole number from 1 on.');
    const sets = readFewShotSets(requireFlag(flags, '--public'), part);
    const { encoder } = await openModel();
    for (const set of sets)
      for (const shots of set.shots)
        output.write(`${JSON.stringify({ part, ...(await scoreSet(set, shots, seeds, encoder)) })}\n`);
    return 0;
  },
};
