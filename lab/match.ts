import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoder } from '../lib/core/engine';
import { UsageError } from './flags';
import { type JsonObject, parseLine, readRows, readString } from './jsonl';
import { openSearch, readSets } from './open-search';
import { createProgress } from './progress';
import { readDstc10 } from './snippets';
import { createTallies, searchEachWay, type Tallies } from './ways';

const source = 'centre';
/** Parts of the help centres. */
export const parts = ['train', 'validation', 'test'] as const;
export type Part = (typeof parts)[number];
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

/** Names of the help centres in `folder`: those named, or all, of the parts chosen. Throws `UsageError` when none is left. */
export function centresOf(folder: string, wanted: string | undefined, chosen: readonly Part[]): string[] {
  const ending = '.documents.jsonl';
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
  const named = wanted ? all.filter((name) => wanted.split(',').includes(name)) : all;
  const names = named.filter((name) => chosen.includes(partOf(name)));
  if (names.length === 0) throw new UsageError(`No help centre ${wanted ?? ''} of ${chosen.join(', ')} in ${folder}.`);
  return names;
}

/** Who reads, and further weights of the second stage to try. */
export type Asking = { encoder: Encoder; weights: number[] };

/** Places of the right documents of the named help centres, by part, language and way. */
export async function matchCentres(folder: string, names: string[], { encoder, weights }: Asking): Promise<Tallies> {
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
  return tallies;
}

/** Places of the right snippets of DSTC10's turns, by way. */
export async function matchSnippets(
  folder: string,
  split: 'val' | 'test',
  { encoder, weights }: Asking,
): Promise<Tallies> {
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
  return tallies;
}
