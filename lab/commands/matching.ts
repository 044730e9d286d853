import type { Command } from '../command';
import { readFlags, requireFlag, UsageError } from '../flags';
import { centresOf, matchCentres, matchSnippets, type Part, parts } from '../match';
import { openModel } from '../model';
import { recallAt, reciprocalRankAt } from '../ways';

function readParts(flag: string | undefined): readonly Part[] {
  const part = parts.find((one) => one === flag);
  if (part) return [part];
  if (flag !== undefined && flag !== 'all') throw new UsageError(`--part must be ${parts.join(', ')} or all.`);
  return parts;
}

function readWeights(flag: string | undefined): number[] {
  const weights = flag === undefined ? [] : flag.split(',').map(Number);
  if (weights.some((weight) => !(weight >= 0))) throw new UsageError('--weights must be numbers from 0 on.');
  return weights;
}

/** `matching`: how often the library's own search finds the document that answers, by each stage and language. */
export const matching: Command = {
  help: 'matching --folder training/data/matching [--part train|validation|test|all] [--centres pos,rail] [--weights 0.5,1] [--models FOLDER/]    prints messages, right document first, in the first three; with --snippets DSTC10_FOLDER [--part validation|test] instead of --folder: turns, recall@1, recall@5, MRR@5',
  async run(args, { output }) {
    const flags = readFlags(args, ['--folder', '--centres', '--part', '--weights', '--snippets', '--models']);
    const chosen = readParts(flags.get('--part'));
    const weights = readWeights(flags.get('--weights'));
    const snippets = flags.get('--snippets');
    const folder = snippets ?? requireFlag(flags, '--folder');
    const names = snippets === undefined ? centresOf(folder, flags.get('--centres'), chosen) : [];
    const { encoder } = await openModel({ root: flags.get('--models') });
    const asking = { encoder, weights };
    const split = flags.get('--part') === 'test' ? 'test' : 'val';
    const tallies = snippets ? await matchSnippets(snippets, split, asking) : await matchCentres(folder, names, asking);
    const lines = tallies.lines(
      snippets ? [recallAt(1), recallAt(5), reciprocalRankAt(5)] : [recallAt(1), recallAt(3)],
    );
    output.write(`${lines.join('\n')}\n`);
    return 0;
  },
};
