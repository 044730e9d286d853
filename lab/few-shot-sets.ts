import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { UsageError } from './flags';
import { seeded } from './random';

export type Labelled = { text: string; intent: string };
/** A public intent set. `asked` are the messages to be told apart, `foreign` those that belong to none of its intents. */
export type FewShotSet = { name: string; shots: number[]; train: Labelled[]; asked: Labelled[]; foreign: string[] };
export type Part = 'validation' | 'test';

/** Text of a file, packed or not. Throws `UsageError` when neither is there. */
export function readSet(path: string): string {
  if (existsSync(path)) return readFileSync(path, 'utf8');
  if (existsSync(`${path}.gz`)) return gunzipSync(readFileSync(`${path}.gz`)).toString('utf8');
  throw new UsageError(`There is no file ${path} or ${path}.gz.`);
}

function readBanking(root: string, part: 'train' | 'test'): Labelled[] {
  const { data } = Papa.parse<{ text: string; category: string }>(readSet(`${root}/banking77/${part}.csv`), {
    header: true,
    skipEmptyLines: true,
  });
  return data.map(({ text, category }) => ({ text, intent: category }));
}

/** BANKING77 has no validation part: every fifth row of its training file stands in, and is not drawn from. */
function banking(root: string, part: Part): FewShotSet {
  const rows = readBanking(root, 'train');
  const isHeld = (at: number) => at % 5 === 0;
  const train = part === 'test' ? rows : rows.filter((_, at) => !isHeld(at));
  const asked = part === 'test' ? readBanking(root, 'test') : rows.filter((_, at) => isHeld(at));
  return { name: 'BANKING77', shots: [10, 5], train, asked, foreign: [] };
}

function clinc(root: string, part: Part): FewShotSet {
  const parts: Record<string, [string, string][]> = JSON.parse(readSet(`${root}/clinc150/data_full.json`));
  const rows = (name: string) => (parts[name] ?? []).map(([text, intent]) => ({ text, intent }));
  const key = part === 'test' ? 'test' : 'val';
  const foreign = rows(`oos_${key}`).map(({ text }) => text);
  return { name: 'CLINC150', shots: [10], train: rows('train'), asked: rows(key), foreign };
}

function hwu(root: string, part: Part): FewShotSet {
  const rows = (folder: string) => {
    const lines = (name: string) => readSet(`${root}/hwu64/${folder}/${name}`).trimEnd().split('\n');
    const labels = lines('label');
    return lines('seq.in').map((text, at) => ({ text, intent: labels[at] ?? '' }));
  };
  return {
    name: 'HWU64',
    shots: [10],
    train: rows('train'),
    asked: rows(part === 'test' ? 'test' : 'valid'),
    foreign: [],
  };
}

/** The sets under `root` (a folder each). Throws `UsageError` naming a file that is missing. */
export function readFewShotSets(root: string, part: Part): FewShotSet[] {
  return [banking(root, part), clinc(root, part), hwu(root, part)];
}

/** `shots` rows of every intent, drawn by `seed`; fewer where an intent has fewer. */
export function drawShots(rows: readonly Labelled[], shots: number, seed: number): Labelled[] {
  const chance = seeded(seed);
  const keyed = rows.map((row) => ({ row, key: chance() })).sort((a, b) => a.key - b.key);
  const counts = new Map<string, number>();
  return keyed.flatMap(({ row }) => {
    const count = counts.get(row.intent) ?? 0;
    counts.set(row.intent, count + 1);
    return count < shots ? [row] : [];
  });
}
