import { writeFileSync } from 'node:fs';
import type { Command } from '../command';
import { type DstcName, dstcNames, measureDstc } from '../dstc';
import { readCount, readFlags, requireFlag, UsageError } from '../flags';
import { openModel } from '../model';
import { round } from '../numbers';
import { openScoreModel, toEncoder } from '../score/models';
import { layTable } from '../table';

function readNames(flag: string | undefined): DstcName[] {
  const names = dstcNames.filter((name) => flag === undefined || name === flag);
  if (names.length === 0) throw new UsageError(`--set must be ${dstcNames.join(' or ')}.`);
  return names;
}

/** `dstc`: knowledge-seeking turns to the FAQ snippet that answers, by the library's search and beside plain ones. */
export const dstc: Command = {
  help: 'dstc --public FOLDER [--set dstc10|dstc11] [--limit N] [--frozen FOLDER] [--out figures.json]    recall@1, recall@5, MRR@5 of knowledge-seeking turns to their FAQ snippet, validation parts; --frozen: the folder that holds MiniLM as it comes (minilm/), for the off-the-shelf sum; --limit: the first N turns, over the snippets of their places only',
  async run(args, { output }) {
    const flags = readFlags(args, ['--public', '--set', '--limit', '--frozen', '--out']);
    const folder = requireFlag(flags, '--public');
    const names = readNames(flags.get('--set'));
    const limit = readCount(flags, '--limit');
    const root = flags.get('--frozen');
    const signal = new AbortController().signal;
    const minilm =
      root === undefined
        ? undefined
        : openScoreModel({ id: 'minilm', maxTokens: 256 }, { root: `${root}/`, precision: 'q8', signal });
    const model = await openModel({ keep: true });
    const options = { encoder: model.encoder, minilm: minilm && toEncoder(minilm, 'without tokens'), limit };
    const rows = [];
    for (const name of names) rows.push(...(await measureDstc(folder, name, options)));
    model.save();
    minilm?.save();
    const shown = rows.map(({ set, way, n, snippets, recall1, recall5, mrr5 }) => [
      set,
      way,
      String(n),
      String(snippets),
      ...[recall1, recall5, mrr5].map((value) => value.toFixed(3)),
    ]);
    output.write(layTable(['set', 'way', 'turns', 'snippets', 'recall@1', 'recall@5', 'MRR@5'], shown));
    const figures = rows.map((row) => ({
      ...row,
      recall1: round(row.recall1),
      recall5: round(row.recall5),
      mrr5: round(row.mrr5),
    }));
    output.write(`\n${JSON.stringify({ figures })}\n`);
    const out = flags.get('--out');
    if (out) writeFileSync(out, `${JSON.stringify({ figures }, null, 2)}\n`);
    return 0;
  },
};
