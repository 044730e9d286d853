import type { Encoder } from '../../lib/core/engine';
import type { Command } from '../command';
import { type FewShotSet, readFewShotSets } from '../few-shot-sets';
import { readFlags, requireFlag, UsageError } from '../flags';
import { openModel } from '../model';
import { createProgress } from '../progress';
import { scoreDraw, type VectorOf } from '../score/few-shot';

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number) => Math.round(share * 1000) / 10;

async function scoreSet(set: FewShotSet, shots: number, seeds: number, encoder: Encoder) {
  const vectorOf: VectorOf = async (text) => {
    const [encoding] = await encoder.encode([text]);
    if (!encoding) throw new Error('the encoder gave nothing');
    return encoding.vector;
  };
  const progress = createProgress(seeds);
  const draws: Awaited<ReturnType<typeof scoreDraw>>[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    draws.push(await scoreDraw(set, shots, seed, vectorOf));
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
