import { writeFileSync } from 'node:fs';
import type { Command } from '../command';
import { readDesk } from '../desk';
import { readConversations } from '../desk-conversations';
import { fitSteps, measureSteps, readStepCases } from '../fit-steps';
import { readFlags, requireFlag } from '../flags';
import { openModel } from '../model';
import { createProgress } from '../progress';

/** `fit-steps`: fits which step of a playbook is the next one, and reports how often it is. */
export const fitStepsCommand: Command = {
  help: 'fit-steps --desk FOLDER [--models FOLDER/] [--write place.json]    fits the next step of the right playbook on the conversations of a desk that are to tune on; prints the weights, then how often the step is right by eightfold cross-validation',
  async run(args, { output }) {
    const flags = readFlags(args, ['--desk', '--write', '--models']);
    const folder = requireFlag(flags, '--desk');
    const desk = readDesk(folder);
    const conversations = readConversations(folder, desk).filter(({ part, step }) => part === 'tune' && step !== null);
    const model = await openModel({ root: flags.get('--models'), keep: true });
    const progress = createProgress(conversations.length);
    const cases = await readStepCases({ desk, conversations }, model, progress.step);
    model.save();
    progress.end();
    const weights = fitSteps(cases);
    output.write(`${JSON.stringify(weights)}\n${JSON.stringify({ crossValidated: folder, ...measureSteps(cases) })}\n`);
    const path = flags.get('--write');
    if (path) writeFileSync(path, `${JSON.stringify(weights, null, 2)}\n`);
    return 0;
  },
};
