import type { ScoreContext } from './context';
import type { Figure } from './figures';
import { goalIds, isRecognition } from './goals';
import type { RiskCoverage } from './risk-coverage';
import { scoreBias } from './rows-bias';
import { scoreGoEmotions } from './rows-emotions';
import { scoreArBanking, scoreFewShot } from './rows-few-shot';
import { scoreBankingFull, scoreClincFull } from './rows-full';
import { scoreMatching, scoreSnippets } from './rows-matching';
import { scoreTweetEval, scoreUmsab } from './rows-sentiment';
import { type FrozenModels, scoreSupport } from './rows-support';

export type Measured = { figures: Figure[]; curves: Record<string, RiskCoverage> };

type Family = (context: ScoreContext, root: string) => Promise<Figure[]>;

/** Row families over public sets, by the name that `--only` takes. */
const publicFamilies: Record<string, Family> = {
  banking: scoreBankingFull,
  'few-shot': scoreFewShot,
  clinc: scoreClincFull,
  goemotions: scoreGoEmotions,
  tweeteval: scoreTweetEval,
  umsab: scoreUmsab,
  arbanking: scoreArBanking,
};

/** Names that `--only` takes. */
export const familyNames = [...Object.keys(publicFamilies), 'dstc10', 'support', 'matching', 'bias'];

/** The figures in the order of the table of goals. */
function inOrder(figures: readonly Figure[]): Figure[] {
  const place = (id: string) => (goalIds.includes(id) ? goalIds.indexOf(id) : goalIds.length);
  return [...figures].sort((a, b) => place(a.id) - place(b.id));
}

/** Measures every row family that is wanted; public ones only where their folder is given. */
export async function measure(
  context: ScoreContext,
  wanted: readonly string[],
  frozen?: FrozenModels,
): Promise<Measured> {
  const figures: Figure[] = [];
  const root = context.publicSets;
  for (const [name, family] of Object.entries(publicFamilies))
    if (root !== undefined && wanted.includes(name)) figures.push(...(await family(context, root)));
  const support = wanted.includes('support') ? await scoreSupport(context, frozen) : { figures: [], curves: {} };
  figures.push(...support.figures);
  const minilm = frozen?.minilm;
  if (wanted.includes('matching')) figures.push(...(await scoreMatching(context, minilm)));
  if (root !== undefined && wanted.includes('dstc10')) figures.push(...(await scoreSnippets(context, root, minilm)));
  if (wanted.includes('bias')) figures.push(...(await scoreBias(context)));
  return { figures: inOrder(figures), curves: support.curves };
}

/** The figures with what int8 loses against those of the fp32 weights. */
export function withLoss(figures: readonly Figure[], exact: readonly Figure[]): Figure[] {
  return figures.map((figure) => {
    const other = exact.find(({ id }) => id === figure.id)?.value;
    if (figure.value === null || typeof other !== 'number' || !isRecognition(figure.id)) return figure;
    return { ...figure, int8Loss: Math.round((other - figure.value) * 100) / 100 };
  });
}
