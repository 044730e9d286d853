import type { Command } from '../command';
import { readFlags } from '../flags';
import { openScoreModels, shippedModels } from '../score/models';
import { printTable } from '../score/print';
import { flippedTexts, scoreBias } from '../score/rows-bias';

/** `bias`: how often names, gender, dialect, religion and country words flip a label, and in which messages. */
export const bias: Command = {
  help: 'bias [--list 20]    flips of sentiment and urgency by swapped words; with --list so many of the messages that flip',
  async run(args, { output }) {
    const flags = readFlags(args, ['--list']);
    const { signal } = new AbortController();
    const models = openScoreModels({ root: shippedModels, precision: 'q8', signal });
    const context = { models, seeds: 1, share: 1, signal, say: () => {} };
    output.write(printTable({ figures: await scoreBias(context), curves: {} }));
    for (const line of (await flippedTexts(context)).slice(0, Number(flags.get('--list') ?? 0)))
      output.write(`${JSON.stringify(line)}\n`);
    return 0;
  },
};
