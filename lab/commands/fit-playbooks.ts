import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from '../command';
import { crossMeasure, fitPlaybooks, measurePlaybooks } from '../fit-playbooks';
import { readFlags, requireFlag } from '../flags';
import { openModel } from '../model';
import { readPlaybookCases } from '../playbook-cases';
import { createProgress } from '../progress';

const ownData = fileURLToPath(new URL('../data', import.meta.url));

/** `fit-playbooks`: fits which playbook is chosen and from when it is shown, and reports both. */
export const fitPlaybooksCommand: Command = {
  help: 'fit-playbooks --fit name,name --hold name [--data lab/data] [--models FOLDER/] [--write choice.json]    fits the choice of a playbook on labelled messages (of a desk in a folder those to tune on); prints the weights, then how often the right one is first and shown: on those fitted on by eightfold cross-validation',
  async run(args, { output }) {
    const flags = readFlags(args, ['--fit', '--hold', '--data', '--write', '--models']);
    const data = flags.get('--data') ?? ownData;
    const names = (flag: string) => requireFlag(flags, flag).split(',');
    const [fit, hold] = [names('--fit'), names('--hold')];
    const model = await openModel({ root: flags.get('--models'), keep: true });
    const progress = createProgress();
    const read = (name: string) => readPlaybookCases(data, name, { model, onDone: progress.step });
    const cases = [];
    for (const name of fit) cases.push(...(await read(name)));
    const choices = fitPlaybooks(cases);
    output.write(`${JSON.stringify(choices)}\n`);
    for (const name of fit)
      output.write(`${JSON.stringify({ crossValidated: name, ...crossMeasure(cases, name, choices) })}\n`);
    for (const name of hold)
      output.write(`${JSON.stringify({ heldOut: name, ...measurePlaybooks(await read(name), choices) })}\n`);
    model.save();
    progress.end();
    const path = flags.get('--write');
    if (path) writeFileSync(path, `${JSON.stringify(choices, null, 2)}\n`);
    return 0;
  },
};
