import type { Command } from '../command';
import { readFlags, requireFlag, UsageError } from '../flags';
import { mapLines, readRows, readString } from '../jsonl';
import { openModel } from '../model';
import { round } from '../numbers';
import { openSearch, readSets } from '../open-search';
import { createProgress } from '../progress';

const source = 'corpus';

/** `search`: the same search in two stages as the library page, over a corpus file. */
export const search: Command = {
  help: 'search --corpus corpus.jsonl [--top 10] < in.jsonl    {"id","query"} → {"id","hits":[{"id","score","quote"}]}; corpus lines {"id","title","text"}',
  async run(args, streams) {
    const flags = readFlags(args, ['--corpus', '--top']);
    const rows = readRows(requireFlag(flags, '--corpus'));
    const limit = Number(flags.get('--top') ?? 10);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--top must be a whole number from 1 on.');
    const { encoder } = await openModel();
    const sets = readSets(rows, source, 'text');
    const progress = createProgress(sets.length);
    const find = await openSearch(sets, encoder, progress.step);
    progress.end();
    return mapLines(streams, async (row) => {
      const text = readString(row, 'query');
      const [encoding] = text.trim() === '' ? [] : await encoder.encode([text]);
      const hits = await find({ text, limit }, encoding ?? null);
      return {
        id: row.id ?? null,
        hits: hits.map(({ ownerId, score, quote }) => ({
          id: ownerId.slice(source.length + 1),
          score: round(score),
          quote: quote.text,
        })),
      };
    });
  },
};
