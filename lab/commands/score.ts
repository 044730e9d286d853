import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Command } from '../command';
import { UsageError } from '../flags';
import type { ScoreContext } from '../score/context';
import { familyNames, type Measured, measure, withLoss } from '../score/measure';
import { openScoreModel, openScoreModels, shippedModels } from '../score/models';
import { printTable, withGoals } from '../score/print';
import { regressions, storedQuick, storeFigures } from '../score/regression';
import { scoreSize, wrongHashes } from '../score/rows-size';
import type { FrozenModels } from '../score/rows-support';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const help = `score [--public folder] [--quick] [--json] [--out file] [--only names] [--seeds 5]    every figure of the shipped weights beside its goal
          [--frozen folder] base weights minilm/ and e5/ for the frozen column; [--fp32 folder] what int8 loses;
          [--write-cards] keeps the figures in the cards; [--only] ${familyNames.join(', ')}`;

/** Share of our own rows in the quick run. */
const quickShare = 0.25;
/** MB of weights that may ship. */
const mostMegabytes = 60;

function readOptions(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args,
      options: {
        ...{ public: text, out: text, only: text, seeds: text, frozen: text, fp32: text },
        ...{ quick: flag, json: flag, 'write-cards': flag },
      },
    });
    return values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}; see --help.`);
  }
}

type Options = ReturnType<typeof readOptions>;

function seedsOf({ seeds = '5' }: Options): number {
  if (!/^[1-9]\d*$/.test(seeds)) throw new UsageError('--seeds must be a whole number from 1 on.');
  return Number(seeds);
}

function familiesOf({ only }: Options): string[] {
  const wanted = only?.split(',') ?? familyNames;
  const unknown = wanted.filter((name) => !familyNames.includes(name));
  if (unknown.length > 0) throw new UsageError(`--only knows ${familyNames.join(', ')}, not ${unknown.join(', ')}.`);
  return wanted;
}

function openFrozen(root: string, signal: AbortSignal): FrozenModels {
  const open = (id: string) => openScoreModel({ id, maxTokens: 256 }, { root: `${root}/`, precision: 'q8', signal });
  return { minilm: open('minilm'), e5: open('e5') };
}

function openContext(options: Options, signal: AbortSignal): ScoreContext {
  return {
    models: openScoreModels({ root: shippedModels, precision: 'q8', signal }),
    seeds: seedsOf(options),
    share: options.quick ? quickShare : 1,
    signal,
    say: (line) => process.stderr.write(`score: ${line}\n`),
    ...(options.public === undefined || options.quick ? {} : { publicSets: options.public }),
  };
}

async function measureWith(options: Options, context: ScoreContext): Promise<Measured> {
  const { signal } = context;
  const wanted = familiesOf(options);
  const frozen = options.frozen && !options.quick ? openFrozen(options.frozen, signal) : undefined;
  const own = await measure(context, wanted, frozen);
  const figures = [...own.figures, ...scoreSize()];
  if (options.fp32 === undefined) return { ...own, figures };
  context.say('the same in fp32');
  const models = openScoreModels({ root: `${options.fp32}/`, precision: 'fp32', signal });
  const exact = await measure({ ...context, models }, wanted);
  return { ...own, figures: withLoss(figures, exact.figures) };
}

/** What must hold in every build, goals aside; in words what does not. */
function brokenLimits(measured: Measured): string[] {
  const size = measured.figures.find(({ id }) => id === 'size.all')?.value ?? Number.POSITIVE_INFINITY;
  return [
    ...wrongHashes(),
    ...(size > mostMegabytes ? [`the weights take ${size} MB, more than ${mostMegabytes}`] : []),
    ...regressions(measured.figures, storedQuick()),
  ];
}

function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 1)}\n`);
}

/** Writes what was measured; with `--quick` answers 1 where a limit is broken. */
function report(options: Options, measured: Measured, output: NodeJS.WritableStream): number {
  const result = { figures: withGoals(measured.figures), riskCoverage: measured.curves };
  writeJson(options.out ?? here(`.cache/score/${options.quick ? 'quick' : 'scores'}.json`), result);
  const table = printTable(measured);
  output.write(options.json ? `${JSON.stringify(result)}\n` : table);
  if (options.json) process.stderr.write(table);
  if (options['write-cards']) storeFigures(measured.figures, options.quick ? 'quick' : 'figures');
  if (!options.quick) {
    if (Object.keys(measured.curves).length > 0) writeJson(here('training/logs/risk-coverage.json'), measured.curves);
    return 0;
  }
  const broken = brokenLimits(measured);
  for (const line of broken) process.stderr.write(`score: ${line}\n`);
  return broken.length > 0 ? 1 : 0;
}

/** `score`: every figure of the shipped weights, by the product's code, beside its goal, the frozen and the published one. */
export const score: Command = {
  help,
  async run(args, { output }) {
    const options = readOptions(args);
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const context = openContext(options, stop.signal);
    try {
      return report(options, await measureWith(options, context), output as NodeJS.WritableStream);
    } catch (error) {
      if (!stop.signal.aborted) throw error;
      for (const model of Object.values(context.models)) model.save();
      process.stderr.write('score: stopped; what was encoded is kept for the next run\n');
      return 130;
    }
  },
};
