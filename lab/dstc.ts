import { join } from 'node:path';
import type { Encoder } from '../lib/core/engine';
import { openShelf } from './off-the-shelf';
import { openSearch, readSets } from './open-search';
import { createProgress } from './progress';
import { readDstc10, readDstc11, type SnippetSet } from './snippets';
import { createTallies, recallAt, reciprocalRankAt, searchEachWay } from './ways';

const source = 'dstc';
/** Sets by name; of both only the validation part has its turns. */
const readers = {
  dstc10: (folder: string) => readDstc10(join(folder, 'dstc10_task2'), 'val'),
  dstc11: (folder: string) => readDstc11(join(folder, 'dstc11_track5'), 'val'),
} satisfies Record<string, (folder: string) => SnippetSet>;
export type DstcName = keyof typeof readers;
export const dstcNames = Object.keys(readers) as DstcName[];

/** Shares from 0 to 1 of one way to search. `n`: questions; `snippets`: among how many. */
type DstcRow = {
  set: DstcName;
  way: string;
  n: number;
  snippets: number;
  recall1: number;
  recall5: number;
  mrr5: number;
};

/** The first questions, and the snippets about the places that they ask about. */
function cutTo(limit: number, { snippets, questions }: SnippetSet): SnippetSet {
  const kept = questions.slice(0, limit);
  const placeOf = (id: string) => id.slice(0, id.lastIndexOf('/'));
  const places = new Set(kept.flatMap(({ answers }) => answers.map(placeOf)));
  return { snippets: snippets.filter(({ id }) => places.has(placeOf(String(id)))), questions: kept };
}

/** `minilm`: an encoder as it comes, for its row and the sum of z-scores. `limit`: questions for a quick look, over fewer snippets. */
type DstcOptions = { encoder: Encoder; minilm?: Encoder | undefined; limit?: number | undefined };

/** Knowledge-seeking turns to the FAQ snippet that answers, by each way to search: plain BM25, the encoder alone, the product's. */
export async function measureDstc(
  folder: string,
  set: DstcName,
  { encoder, minilm, limit }: DstcOptions,
): Promise<DstcRow[]> {
  const whole = readers[set](folder);
  const { snippets, questions } = limit === undefined ? whole : cutTo(limit, whole);
  const sets = readSets(snippets, source, 'body');
  const progress = createProgress(sets.length + questions.length);
  const find = await openSearch(sets, encoder, progress.step);
  const shelf = await openShelf(sets, minilm);
  const tallies = createTallies();
  const seen = new Set<string>();
  for (const { text, answers } of questions) {
    const [encoding] = await encoder.encode([text]);
    const wanted = new Set(answers.map((id) => `${source}#${id}`));
    const own = encoding ? await searchEachWay(find, { text, encoding, limit: 5 }, []) : [];
    const others = Object.entries(await shelf(text)).map(([way, found]) => ({
      way: way === 'bm25' ? 'off the shelf: BM25' : `off the shelf: ${way}`,
      found: found.slice(0, 5),
    }));
    for (const one of [...others, ...own]) {
      seen.add(one.way);
      tallies.add(set, one, wanted);
    }
    progress.step();
  }
  progress.end();
  return [...seen].map((way) => {
    const ranks = tallies.ranks(set, way);
    const measures = { recall1: recallAt(1)(ranks), recall5: recallAt(5)(ranks), mrr5: reciprocalRankAt(5)(ranks) };
    return { set, way, n: ranks.length, snippets: sets.length, ...measures };
  });
}
