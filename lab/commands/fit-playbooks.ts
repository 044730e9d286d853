import type { Command } from '../command';
import { crossMeasure, fitPlaybooks, measurePlaybooks } from '../fit-playbooks';
import { runFit } from '../fit-run';
import { readPlaybookCases } from '../playbook-cases';

/** `fit-playbooks`: fits which playbook is chosen and from when it is shown, and reports both. */
export const fitPlaybooksCommand: Command = {
  help: 'fit-playbooks --fit name,name --hold name [--data lab/data] [--models FOLDER/] [--write choice.json]    fits the choice of a playbook on labelled messages (of a desk in a folder those to tune on); prints the weights, then how often the right one is first and shown: on those fitted on by eightfold cross-validation',
  run: (args, { output }) =>
    runFit(args, output, {
      read: readPlaybookCases,
      fitAll: fitPlaybooks,
      cross: crossMeasure,
      measure: measurePlaybooks,
    }),
};
