import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoder } from '../../lib/core/engine';
import type { Command } from '../command';
import { readFlags, requireFlag, UsageError } from '../flags';
import { type JsonObject, parseLine, readRows, readString } from '../jsonl';
import { openModel } from '../model';
import { openSearch, readSets } from '../open-search';
import { createProgress } from '../progress';
import { readDstc10 } from '../snippets';
import { createTallies, recallAt, reciprocalRankAt, searchEachWay } from '../ways';

const source = 'centre';
const parts = ['train', 'validation', 'test'] as const;
type Part = (typeof parts)[number];
/** Help centres that the encoder never learns from. Weights are chosen on `validation`; `test` is for reporting. */
const heldOut: Record<string, Part> = {
  payroll: 'validation',
  robovac: 'validation',
  insurance: 'test',
  hosting: 'test',
  prepaidcard: 'test',
  broadband: 'test',
  carrental: 'test',
  registrar: 'test',
};

const partOf = (centre: string): Part => heldOut[centre] ?? 'train';

/** The customer's words of a message, its last 1,000 characters. */
function questionOf(message: JsonObject): string {
  const turns = Array.isArray(message.turns) ? message.turns.map((turn) => parseLine(JSON.stringify(turn))) : [];
  const said = turns.filter((turn) => turn.from === 'customer').map((turn) => readString(turn, 'text'));
  if (said.length === 0) throw new UsageError(`The message ${String(message.id)} has no turn of the customer.`);
  return said.join('\n').slice(-1000);
}

function centresOf(folder: string, wanted: string | undefined, chosen: readonly Part[]): string[] {
  const ending = '.documents.jsonl';
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const named = wanted ? all.filter((name) => wanted.split(',').includes(name)) : all;
  const names = named.filter((name) => chosen.includes(partOf(name)));
  if (names.length === 0) throw new UsageError(`No help centre ${wanted ?? ''} of ${chosen.join(', ')} in ${folder}.`);
  return names;
}

type Asking = { encoder: Encoder; weights: number[] };

async function matchCentres(folder: string, names: string[], { encoder, weights }: Asking): Promise<string[]> {
  const tallies = createTallies();
  const progress = createProgress();
  for (const name of names.sort((a, b) => parts.indexOf(partOf(a)) - parts.indexOf(partOf(b)))) {
    const find = await openSearch(readSets(readRows(join(folder, `${name}.documents.jsonl`)), source, 'body'), encoder);
    for (const message of readRows(join(folder, `${name}.messages.jsonl`))) {
      if (typeof message.answer !== 'string') continue;
      const text = questionOf(message);
      const also = Array.isArray(message.also) ? message.also.map(String) : [];
      const wanted = new Set([message.answer, ...also].map((id) => `${source}#${id}`));
      const [encoding] = await encoder.encode([text]);
      const language = readString(message, 'language');
      for (const one of encoding ? await searchEachWay(find, { text, encoding, limit: 3 }, weights) : []) {
        tallies.add(`${partOf(name)} ${language}`, one, wanted);
        if (language !== 'en') tallies.add(`${partOf(name)} not English`, one, wanted);
      }
      progress.step();
    }
  }
  progress.end();
  return tallies.lines([recallAt(1), recallAt(3)]);
}

async function matchSnippets(folder: string, split: 'val' | 'test', { encoder, weights }: Asking): Promise<string[]> {
  const { snippets, questions } = readDstc10(folder, split);
  const sets = readSets(snippets, source, 'body');
  const progress = createProgress(sets.length + questions.length);
  const find = await openSearch(sets, encoder, progress.step);
  const tallies = createTallies();
  for (const { text, answers } of questions) {
    const [encoding] = await encoder.encode([text]);
    const wanted = new Set(answers.map((id) => `${source}#${id}`));
    for (const one of encoding ? await searchEachWay(find, { text, encoding, limit: 5 }, weights) : [])
      tallies.add(`dstc10 ${split}`, one, wanted);
    progress.step();
  }
  progress.end();
  return tallies.lines([recallAt(1), recallAt(5), reciprocalRankAt(5)]);
}

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
    const { encoder } = await openModel(flags.get('--models'));
    const asking = { encoder, weights };
    const split = flags.get('--part') === 'test' ? 'test' : 'val';
    const lines = snippets ? await matchSnippets(snippets, split, asking) : await matchCentres(folder, names, asking);
    output.write(`${lines.join('\n')}\n`);
    return 0;
  },
};
