import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { currentModel } from '../../lib/models/catalogue';
import type { Command } from '../command';
import { crossMeasure, fitOrder, measureOrder } from '../fit-order';
import { readFlags, requireFlag } from '../flags';
import { openModel } from '../model';
import { readOrderCases } from '../order-cases';
import { createProgress } from '../progress';

const ownData = fileURLToPath(new URL('../data', import.meta.url));

/** `fit-order`: fits the order of articles and macros, and reports it by cross-validation and on help centres held out. */
export const fitOrderCommand: Command = {
  help: 'fit-order --fit name,name --hold name [--data lab/data] [--models FOLDER/] [--write order.json]    fits what sources are ordered by on labelled messages (of a desk in a folder those to tune on); prints the weights, then recall at 1 and 3 of each help centre: those fitted on by eightfold cross-validation',
  async run(args, { output }) {
    const flags = readFlags(args, ['--fit', '--hold', '--data', '--write', '--models']);
    const data = flags.get('--data') ?? ownData;
    const names = (flag: string) => requireFlag(flags, flag).split(',');
    const [fit, hold] = [names('--fit'), names('--hold')];
    const model = await openModel({ root: flags.get('--models'), keep: true });
    const progress = createProgress();
    const read = (name: string) => readOrderCases(data, name, { model, onDone: progress.step });
    const cases = [];
    for (const name of fit) cases.push(...(await read(name)));
    const order = fitOrder(cases, `${currentModel.id}@${currentModel.version}`);
    output.write(`${JSON.stringify(order)}\n`);
    for (const name of fit) output.write(`${JSON.stringify({ crossValidated: name, ...crossMeasure(cases, name) })}\n`);
    for (const name of hold)
      output.write(`${JSON.stringify({ heldOut: name, ...measureOrder(await read(name), order) })}\n`);
    model.save();
    progress.end();
    const path = flags.get('--write');
    if (path) writeFileSync(path, `${JSON.stringify(order, null, 2)}\n`);
    return 0;
  },
};
