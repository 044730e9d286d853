import type { Command } from '../command';
import { readFlags, UsageError } from '../flags';
import { openModel } from '../model';
import { round } from '../numbers';
import { measureGrowth } from '../score/growth';
import { labelsOf, readSupport } from '../score/support-set';

/** `intent-growth`: what the old intents lose when one more is added, on messages of our corpus that trained no model. */
export const intentGrowth: Command = {
  help: 'intent-growth [--old 12] [--added 4] [--seeds 3]    accuracy of old intents before and after each added one, 10 examples each, on our own test messages',
  async run(args, { output }) {
    const flags = readFlags(args, ['--old', '--added', '--seeds']);
    const read = (name: string, standard: number) => {
      const value = Number(flags.get(name) ?? standard);
      if (!Number.isInteger(value) || value < 1) throw new UsageError(`${name} must be a whole number from 1 on.`);
      return value;
    };
    const [old, added, seeds] = [read('--old', 12), read('--added', 4), read('--seeds', 3)];
    const rows = readSupport()
      .filter(({ language, split }) => language === 'en' && split !== 'train')
      .map(({ text, single }) => ({ text, intent: labelsOf.intents[single.intents] ?? '' }));
    const { encoder } = await openModel();
    const drops: number[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      const found = await measureGrowth(rows, { old, added, shots: 10, seed }, async (text) => {
        const [encoding] = await encoder.encode([text], { language: 'en' });
        if (!encoding) throw new Error('the encoder gave nothing');
        return encoding.vector;
      });
      for (const { added: name, before, after, worst } of found) {
        drops.push(before - after);
        const line = { seed, added: name, before: round(before), after: round(after), worst: worst.intent };
        output.write(`${JSON.stringify({ ...line, worstDrop: round(worst.drop) })}\n`);
      }
    }
    const mean = drops.reduce((sum, drop) => sum + drop, 0) / drops.length;
    output.write(`${JSON.stringify({ meanDrop: round(mean), largestDrop: round(Math.max(...drops)) })}\n`);
    return 0;
  },
};
