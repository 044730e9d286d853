import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFlags, requireFlag } from './flags';
import { type LabModel, openModel } from './model';
import { createProgress } from './progress';

const ownData = fileURLToPath(new URL('./data', import.meta.url));

type Reading = { model: LabModel; onDone: () => void };

/** What a fit is made of: labelled cases of a help centre, the fit of all, and what it reaches. */
type Fit<Case, Fitted> = {
  read(data: string, name: string, reading: Reading): Promise<Case[]>;
  fitAll(cases: Case[]): Fitted;
  /** On one of the help centres fitted on, by cross-validation. */
  cross(cases: Case[], name: string, fitted: Fitted): object;
  measure(cases: Case[], fitted: Fitted): object;
};

/**
 * Runs a fit as a command: `--fit` and `--hold` name help centres, `--write` a file for what was fitted. Prints that, then
 * what it reaches on each help centre, a JSON line each.
 */
export async function runFit<Case, Fitted>(
  args: string[],
  output: { write(text: string): unknown },
  { read, fitAll, cross, measure }: Fit<Case, Fitted>,
): Promise<number> {
  const flags = readFlags(args, ['--fit', '--hold', '--data', '--write', '--models']);
  const data = flags.get('--data') ?? ownData;
  const names = (flag: string) => requireFlag(flags, flag).split(',');
  const [fitOn, hold] = [names('--fit'), names('--hold')];
  const model = await openModel({ root: flags.get('--models'), keep: true });
  const progress = createProgress();
  const readOne = (name: string) => read(data, name, { model, onDone: progress.step });
  const cases: Case[] = [];
  for (const name of fitOn) cases.push(...(await readOne(name)));
  const fitted = fitAll(cases);
  output.write(`${JSON.stringify(fitted)}\n`);
  const path = flags.get('--write');
  if (path) writeFileSync(path, `${JSON.stringify(fitted, null, 2)}\n`);
  for (const name of fitOn)
    output.write(`${JSON.stringify({ crossValidated: name, ...cross(cases, name, fitted) })}\n`);
  for (const name of hold)
    output.write(`${JSON.stringify({ heldOut: name, ...measure(await readOne(name), fitted) })}\n`);
  model.save();
  progress.end();
  return 0;
}
