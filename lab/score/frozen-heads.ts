import { fitLinear, type Linear, type LinearOptions, linearLogits, toMatrix } from './linear';
import { argmax, bestF1, macroF1 } from './metrics';
import { labelsOf, type SingleHead, type SupportRow } from './support-set';

/** A message with the vector that a frozen encoder gives. */
export type VectorRow = { row: SupportRow; vector: Float32Array };

const penalties = [0.003, 0.01, 0.03, 0.1];

/** The classifier whose penalty does best on the validation part. */
function fitBest(
  train: readonly VectorRow[],
  targets: readonly number[][],
  options: Pick<LinearOptions, 'classes' | 'link'>,
  quality: (model: Linear) => number,
): Linear {
  const features = toMatrix(train.map(({ vector }) => vector));
  const models = penalties.map((penalty) => fitLinear(features, targets, { ...options, penalty }));
  const scores = models.map(quality);
  return models[scores.indexOf(Math.max(...scores))] as Linear;
}

type Parts = { train: readonly VectorRow[]; validation: readonly VectorRow[]; test: readonly VectorRow[] };

/** Scores of each label on the test part by a logistic regression on frozen vectors, fitted on the training part. */
export function frozenSingle({ train, validation, test }: Parts, head: SingleHead): Float32Array[] {
  const truth = (rows: readonly VectorRow[]) => rows.map(({ row }) => row.single[head]);
  const model = fitBest(
    train,
    truth(train).map((label) => [label]),
    { classes: labelsOf[head].length, link: 'softmax' },
    (one) =>
      macroF1(
        truth(validation),
        validation.map(({ vector }) => argmax(linearLogits(one, vector))),
      ),
  );
  return test.map(({ vector }) => linearLogits(model, vector));
}

/** Flags of the test part in the same way, each at the threshold with the best F1 on the validation part. */
export function frozenFlags({ train, validation, test }: Parts): number[][] {
  const flags = labelsOf.flags.map((_, flag) => flag);
  const best = (model: Linear, flag: number) =>
    bestF1(
      validation.map(({ vector }) => linearLogits(model, vector)[flag] ?? 0),
      validation.map(({ row }) => row.flags.includes(flag)),
    );
  const quality = (model: Linear) => flags.reduce((sum, flag) => sum + best(model, flag).f1, 0);
  const targets = train.map(({ row }) => row.flags);
  const model = fitBest(train, targets, { classes: flags.length, link: 'sigmoid' }, quality);
  const thresholds = flags.map((flag) => best(model, flag).threshold);
  return test.map(({ vector }) => {
    const logits = linearLogits(model, vector);
    return flags.filter((flag) => (logits[flag] ?? 0) >= (thresholds[flag] ?? 0));
  });
}
