import { currentModel } from '../../lib/models/catalogue';
import type { Command } from '../command';
import { crossMeasure, fitOrder, measureOrder } from '../fit-order';
import { runFit } from '../fit-run';
import { readOrderCases } from '../order-cases';

/** `fit-order`: fits the order of articles and macros, and reports it by cross-validation and on help centres held out. */
export const fitOrderCommand: Command = {
  help: 'fit-order --fit name,name --hold name [--data lab/data] [--models FOLDER/] [--write order.json]    fits what sources are ordered by on labelled messages (of a desk in a folder those to tune on); prints the weights, then recall at 1 and 3 of each help centre: those fitted on by eightfold cross-validation',
  run: (args, { output }) =>
    runFit(args, output, {
      read: readOrderCases,
      fitAll: (cases) => fitOrder(cases, `${currentModel.id}@${currentModel.version}`),
      cross: crossMeasure,
      measure: measureOrder,
    }),
};
