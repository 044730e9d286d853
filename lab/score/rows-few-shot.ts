import { type FewShotSet, readFewShotSets } from '../few-shot-sets';
import type { ScoreContext } from './context';
import { accuracyOf, trainDraw, type VectorOf } from './few-shot';
import { type Figure, mean, percent } from './figures';
import { routedEncoder } from './models';
import { readArBanking } from './public-sets';

function vectorsOf(context: ScoreContext): VectorOf {
  const encoder = routedEncoder(context.models, 'without tokens');
  return async (text) => {
    const [encoding] = await encoder.encode([text]);
    if (!encoding) throw new Error('the encoder gave nothing');
    return encoding.vector;
  };
}

function save({ models }: ScoreContext): void {
  models.english.save();
  models.multilingual.save();
}

async function scoreSet(context: ScoreContext, set: FewShotSet, shots: number): Promise<Figure> {
  const vectorOf = vectorsOf(context);
  const shares: number[] = [];
  for (let seed = 1; seed <= context.seeds; seed++) {
    context.say(`${set.name}, ${shots} examples an intent, draw ${seed} of ${context.seeds}`);
    const { team } = await trainDraw(set.train, { shots, seed }, vectorOf);
    shares.push(await accuracyOf(team, set.asked, vectorOf));
    save(context);
  }
  const spread = Math.sqrt(mean(shares.map((share) => (share - mean(shares)) ** 2)));
  const note = `mean of ${shares.length} draws, deviation ${percent(spread)}`;
  return { id: `${set.name.toLowerCase()}.${shots}shot`, value: percent(mean(shares)), n: set.asked.length, note };
}

/** Few-shot rows of the English sets, trained by the product's code. */
export async function scoreFewShot(context: ScoreContext, root: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const set of readFewShotSets(root, 'test'))
    for (const shots of set.shots) figures.push(await scoreSet(context, set, shots));
  return figures;
}

/** ArBanking77 from 10 examples an intent: standard Arabic, and the mean of the four dialects. */
export async function scoreArBanking(context: ScoreContext, root: string): Promise<Figure[]> {
  const { train, tests } = readArBanking(root);
  const vectorOf = vectorsOf(context);
  const shares = new Map<string, number[]>(tests.map(({ variety }) => [variety, []]));
  for (let seed = 1; seed <= context.seeds; seed++) {
    context.say(`ArBanking77, 10 examples an intent, draw ${seed} of ${context.seeds}`);
    const { team } = await trainDraw(train, { shots: 10, seed }, vectorOf);
    for (const { variety, rows } of tests) shares.get(variety)?.push(await accuracyOf(team, rows, vectorOf));
    save(context);
  }
  const means = tests.map(({ variety }) => ({ variety, share: mean(shares.get(variety) ?? []) }));
  const [standard, ...dialects] = means;
  const note = dialects.map(({ variety, share }) => `${variety} ${percent(share)}`).join(', ');
  return [
    { id: 'arbanking77.standard', value: percent(standard?.share ?? 0), n: tests[0]?.rows.length ?? 0 },
    { id: 'arbanking77.dialects', value: percent(mean(dialects.map(({ share }) => share))), note },
  ];
}
