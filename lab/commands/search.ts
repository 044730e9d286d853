import type { Encoder } from '../../lib/core/engine';
import { embedSets, modelName, toIndexEntry } from '../../lib/knowledge/embed';
import { readPlain } from '../../lib/knowledge/html';
import { createHybridIndex } from '../../lib/knowledge/hybrid-index';
import { prepareArticle } from '../../lib/knowledge/import-raw';
import type { SearchIndex } from '../../lib/knowledge/search-index';
import type { Command } from '../command';
import { readFlags, requireFlag, UsageError } from '../flags';
import { type JsonObject, mapLines, readRows, readString } from '../jsonl';
import { openModel } from '../model';
import { round } from '../numbers';
import { createProgress } from '../progress';

const source = 'corpus';

async function openCorpus(rows: JsonObject[], encoder: Encoder): Promise<SearchIndex> {
  const index = createHybridIndex();
  const progress = createProgress(rows.length);
  for (const row of rows) {
    const raw = { id: readString(row, 'id'), title: readString(row, 'title'), html: '', labels: [], isDraft: false };
    const prepared = prepareArticle({ ...raw, isInternal: false }, source, readPlain(readString(row, 'text')));
    const sets = prepared.ok ? await embedSets(encoder, [prepared.value.set], {}) : [];
    await index.add(sets.map((set) => toIndexEntry(set, modelName(encoder))));
    progress.step();
  }
  progress.end();
  return index;
}

/** `search`: the same hybrid search as the library page, over a corpus file. */
export const search: Command = {
  help: 'search --corpus corpus.jsonl [--top 10] < in.jsonl    {"id","query"} → {"id","hits":[{"id","score","quote"}]}; corpus lines {"id","title","text"}',
  async run(args, streams) {
    const flags = readFlags(args, ['--corpus', '--top']);
    const rows = readRows(requireFlag(flags, '--corpus'));
    const limit = Number(flags.get('--top') ?? 10);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--top must be a whole number from 1 on.');
    const { encoder } = await openModel();
    const index = await openCorpus(rows, encoder);
    return mapLines(streams, async (row) => {
      const text = readString(row, 'query');
      const [encoding] = text.trim() === '' ? [] : await encoder.encode([text]);
      const hits = await index.search({ text, limit }, encoding?.vector ?? null);
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
