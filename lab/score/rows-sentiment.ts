import type { ScoreContext } from './context';
import { type Figure, mean, percent } from './figures';
import { chooseHead, type FeatureRow, logitsOf, readFeatures } from './head-over-encoder';
import type { Linear } from './linear';
import { argmax, macroF1, macroRecall } from './metrics';
import { type Parts, readTweetEval, readUmsab } from './public-sets';

const penalties = [0.003, 0.03, 0.3];
const options = { classes: 3, link: 'softmax', epochs: 8, isBalanced: true } as const;
const note = 'head fitted over the shipped encoder';

type Measure = (truth: readonly number[], predicted: readonly number[]) => number;

function qualityBy(measure: Measure) {
  return (logits: Float32Array[], rows: readonly FeatureRow[]) =>
    measure(
      rows.map(({ labels }) => labels[0] ?? 0),
      logits.map(argmax),
    );
}

function share(head: Linear, rows: readonly FeatureRow[], measure: Measure): number {
  return qualityBy(measure)(logitsOf(head, rows), rows);
}

/** TweetEval's sentiment by macro-recall. */
export async function scoreTweetEval(context: ScoreContext, root: string): Promise<Figure[]> {
  context.say('TweetEval, sentiment');
  const rows = await readFeatures(context.models.english, readTweetEval(root));
  const { head } = chooseHead(rows, penalties, options, qualityBy(macroRecall));
  const value = percent(share(head, rows.test, macroRecall));
  return [{ id: 'tweeteval.sentiment', value, n: rows.test.length, note }];
}

const umsabLanguages = { ar: 'arabic', en: 'english', es: 'spanish', fr: 'french', de: 'german', pt: 'portuguese' };
type UmsabLanguage = keyof typeof umsabLanguages;

function joinParts(all: readonly Parts<FeatureRow>[]): Parts<FeatureRow> {
  const join = (part: keyof Parts<FeatureRow>) => all.flatMap((one) => one[part]);
  return { train: join('train'), validation: join('validation'), test: join('test') };
}

/** UMSAB by macro-F1: English over the English model, the five other languages with one head over the multilingual one. */
export async function scoreUmsab(context: ScoreContext, root: string): Promise<Figure[]> {
  const { english, multilingual } = context.models;
  const read = new Map<UmsabLanguage, Parts<FeatureRow>>();
  for (const [code, name] of Object.entries(umsabLanguages) as [UmsabLanguage, string][]) {
    context.say(`UMSAB, ${name}`);
    read.set(code, await readFeatures(code === 'en' ? english : multilingual, readUmsab(root, name)));
  }
  const others = joinParts([...read].flatMap(([code, parts]) => (code === 'en' ? [] : [parts])));
  const own = read.get('en') ?? others;
  const heads = [own, others].map((parts) => chooseHead(parts, penalties, options, qualityBy(macroF1)).head);
  const shares = [...read].map(([code, parts]) => {
    const head = heads[code === 'en' ? 0 : 1] as Linear;
    return { code, share: share(head, parts.test, macroF1), n: parts.test.length };
  });
  const rows = shares.map((one) => ({ id: `umsab.${one.code}`, value: percent(one.share), n: one.n }));
  return [{ id: 'umsab.mean', value: percent(mean(shares.map((one) => one.share))), note }, ...rows];
}
