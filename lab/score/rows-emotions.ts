import type { ScoreContext } from './context';
import { type Figure, percent } from './figures';
import { chooseHead, type FeatureRow, logitsOf, readFeatures } from './head-over-encoder';
import { bestF1, macroF1OfSets } from './metrics';
import { readGoEmotions } from './public-sets';

const penalties = [0.0003, 0.003, 0.03];

/** The thresholds with the best F1 a label. */
function thresholdsOf(logits: readonly Float32Array[], rows: readonly FeatureRow[], classes: number) {
  return Array.from({ length: classes }, (_, label) =>
    bestF1(
      logits.map((row) => row[label] ?? 0),
      rows.map(({ labels }) => labels.includes(label)),
    ),
  );
}

/** GoEmotions: one-vs-rest heads fitted on the training part, thresholds chosen on the development part. */
export async function scoreGoEmotions(context: ScoreContext, root: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const grouping of ['ekman', 'group'] as const) {
    context.say(`GoEmotions, ${grouping}`);
    const { labels, ...parts } = readGoEmotions(root, grouping);
    const classes = labels.length;
    const rows = await readFeatures(context.models.english, parts);
    const quality = (logits: Float32Array[], asked: readonly FeatureRow[]) =>
      thresholdsOf(logits, asked, classes).reduce((sum, { f1 }) => sum + f1, 0);
    const options = { classes, link: 'sigmoid', epochs: 8 } as const;
    const { head } = chooseHead(rows, penalties, options, quality);
    const thresholds = thresholdsOf(logitsOf(head, rows.validation), rows.validation, classes);
    const predicted = logitsOf(head, rows.test).map((row) =>
      thresholds.flatMap(({ threshold }, label) => ((row[label] ?? 0) >= threshold ? [label] : [])),
    );
    const truth = rows.test.map((row) => [...row.labels]);
    const value = percent(macroF1OfSets(truth, predicted, classes));
    figures.push({
      id: `goemotions.${grouping}`,
      value,
      n: truth.length,
      note: 'head fitted over the shipped encoder',
    });
  }
  return figures;
}
