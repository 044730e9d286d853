import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command';
import { readCount, readFlags, requireFlag, UsageError } from '../flags';
import { round } from '../numbers';
import type { PickRow } from '../star/picks';
import { encodeStar, measureNext, measureStarPicks, type NextRow, openStarModel, readStar } from '../star/run';
import { layTable } from '../table';

/** Measures by the name that `--only` takes. */
const experiments: Record<string, string> = {
  domain: 'zero-shot, new domain',
  task: 'zero-shot, new task',
  seen: 'in distribution',
};

function readWanted(flag: string | undefined): string[] {
  const all = [...Object.keys(experiments), 'picks'];
  const wanted = flag === undefined ? all : flag.split(',');
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new UsageError(`--only takes ${all.join(', ')}, not ${unknown}.`);
  return wanted;
}

function nextTable(rows: readonly NextRow[]): string {
  const shown = rows.map(({ experiment, way, scores }) => [
    experiment,
    way,
    String(scores.n),
    scores.f1.toFixed(1),
    scores.accuracy.toFixed(1),
  ]);
  return layTable(['next agent action', 'way', 'n', 'weighted F1', 'accuracy'], shown);
}

function pickTable(rows: readonly PickRow[]): string {
  const shown = rows.map(({ among, way, n, mrr, recall1, recall3 }) => [
    among,
    way,
    String(n),
    ...[mrr, recall1, recall3].map((value) => value.toFixed(3)),
  ]);
  return layTable(['reply picks among', 'way', 'n', 'MRR', 'recall@1', 'recall@3'], shown);
}

const roundScores = <T extends object>(row: T): T =>
  JSON.parse(JSON.stringify(row, (_key, value) => (typeof value === 'number' ? round(value) : value)));

/** `star`: the next act of the agent by a task's flow chart, and the reply that the agent picked, on STAR. */
export const star: Command = {
  help: 'star --public FOLDER [--part test|validation] [--only domain,task,seen,picks] [--limit N] [--out figures.json]    STAR: next agent action to unseen domains, unseen tasks and in distribution (weighted F1, accuracy), reply picks among the offered and among 100; --limit: the first N dialogues of each task',
  async run(args, { output }) {
    const flags = readFlags(args, ['--public', '--part', '--only', '--limit', '--out']);
    const part = flags.get('--part') ?? 'test';
    if (part !== 'test' && part !== 'validation') throw new UsageError('--part must be test or validation.');
    const wanted = readWanted(flags.get('--only'));
    const set = readStar(join(requireFlag(flags, '--public'), 'star'), { part, limit: readCount(flags, '--limit') });
    const say = (line: string) => process.stderr.write(`${line}\n`);
    const model = openStarModel(new AbortController().signal);
    say(`${set.dialogues.length} dialogues: encoding what is not kept yet`);
    const encodingOf = await encodeStar(set, model);
    const names = wanted.flatMap((name) => experiments[name] ?? []);
    const next = await measureNext({ set, encodingOf, model, say }, names);
    if (next.length > 0) output.write(`${nextTable(next)}\n`);
    const picks = wanted.includes('picks') ? measureStarPicks(set, encodingOf) : [];
    if (picks.length > 0) output.write(`${pickTable(picks)}\n`);
    const figures = roundScores({ part, next, picks });
    output.write(`${JSON.stringify(figures)}\n`);
    const out = flags.get('--out');
    if (out) writeFileSync(out, `${JSON.stringify(figures, null, 2)}\n`);
    return 0;
  },
};
