import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Encoder } from '../../lib/core/engine';
import { type Asking, centresOf, matchCentres, matchSnippets } from '../match';
import { recallAt, reciprocalRankAt, type Tallies } from '../ways';
import type { ScoreContext } from './context';
import { type Figure, missing, percent } from './figures';
import { routedEncoder, type ScoreModel, toEncoder } from './models';

const folder = fileURLToPath(new URL('../../training/data/matching', import.meta.url));
/** Help centres of the quick run. */
const quickCentres = 'hosting,registrar';
/** Languages that the questions of `test not English` are in. */
const others = ['ar', 'de', 'es', 'fr', 'pt'];

/** Ranks by the product's search: with the second stage where the encoder gives token vectors, else by both. */
function ownRanks(tallies: Tallies, group: string): readonly number[] {
  const second = tallies.ranks(group, 'second stage');
  return second.length > 0 ? second : tallies.ranks(group, 'words + vector');
}

const asking = (encoder: Encoder): Asking => ({ encoder, weights: [] });
const shareOf = (ranks: readonly number[], top: number) => percent(ranks.length > 0 ? recallAt(top)(ranks) : 0);

/** The off-the-shelf sum on the same questions: our own search by words with the vectors of frozen MiniLM. */
async function baseFigures(names: string[], minilm: ScoreModel | undefined): Promise<Figure[]> {
  const ids = ['matching.base.first', 'matching.base.firstThree'];
  if (!minilm) return ids.map((id) => missing(id, 'give the base weights with --frozen'));
  const tallies = await matchCentres(folder, names, asking(toEncoder(minilm, 'without tokens')));
  minilm.save();
  const ranks = tallies.ranks('test en', 'words + vector');
  return ids.map((id, at) => ({ id, value: shareOf(ranks, at === 0 ? 1 : 3), n: ranks.length }));
}

/** How often the library's search finds the right document of a held-out help centre, and across languages. */
export async function scoreMatching(context: ScoreContext, minilm?: ScoreModel): Promise<Figure[]> {
  context.say('held-out help centres');
  const names = centresOf(folder, context.share < 1 ? quickCentres : undefined, ['test']);
  const tallies = await matchCentres(folder, names, asking(routedEncoder(context.models, 'with tokens')));
  const english = ownRanks(tallies, 'test en');
  const other = ownRanks(tallies, 'test not English');
  const three = { english: shareOf(english, 3), other: shareOf(other, 3) };
  const note = others.map((language) => `${language} ${shareOf(ownRanks(tallies, `test ${language}`), 3)}`).join(', ');
  const way =
    tallies.ranks('test en', 'second stage').length > 0 ? 'second stage' : 'no token vectors: first stage alone';
  return [
    { id: 'matching.first', value: shareOf(english, 1), n: english.length, note: way },
    { id: 'matching.firstThree', value: three.english, n: english.length },
    ...(await baseFigures(names, minilm)),
    { id: 'matching.other.firstThree', value: three.other, n: other.length, note },
    { id: 'matching.other.gap', value: Math.round((three.english - three.other) * 100) / 100 },
  ];
}

/** Knowledge-seeking turns of DSTC10 and the snippet that answers; its validation part, since the test's turns are not at hand. */
export async function scoreSnippets(context: ScoreContext, root: string, minilm?: ScoreModel): Promise<Figure[]> {
  context.say('dstc10, snippets');
  const set = join(root, 'dstc10_task2');
  const tallies = await matchSnippets(set, 'val', asking(routedEncoder(context.models, 'with tokens')));
  const own = ownRanks(tallies, 'dstc10 val');
  const base = minilm && (await matchSnippets(set, 'val', asking(toEncoder(minilm, 'without tokens'))));
  minilm?.save();
  const baseRanks = base?.ranks('dstc10 val', 'words + vector') ?? [];
  const measures = { recall1: recallAt(1), mrr5: reciprocalRankAt(5) };
  return Object.entries(measures).map(([name, measure]) => ({
    id: `dstc10.${name}`,
    value: percent(measure(own)),
    n: own.length,
    note: 'validation part: the turns of the test part are not at hand',
    frozen: baseRanks.length > 0 ? percent(measure(baseRanks)) : null,
  }));
}
