import { encodeAll } from './context';
import type { KeptEncoding } from './encoding-file';
import { fitLinear, type Linear, type LinearOptions, linearLogits, toMatrix } from './linear';
import type { ScoreModel } from './models';
import type { LabelledText, Parts } from './public-sets';

/** All that one pass tells of a text: the sentence vector, then the logits of the heads in the order of their names. */
export function featuresOf({ vector, logits }: KeptEncoding): Float32Array {
  const heads = Object.keys(logits).sort();
  return Float32Array.from([...vector, ...heads.flatMap((name) => Array.from(logits[name] ?? []))]);
}

/** A text's features beside its labels. */
export type FeatureRow = { features: Float32Array; labels: readonly number[] };

/** The features of a set's parts by one model. */
export async function readFeatures(model: ScoreModel, parts: Parts<LabelledText>): Promise<Parts<FeatureRow>> {
  const read = async (rows: readonly LabelledText[]): Promise<FeatureRow[]> => {
    const encodings = await encodeAll(
      model,
      rows.map(({ text }) => text),
    );
    return rows.map(({ labels }, at) => ({ features: featuresOf(encodings[at] as KeptEncoding), labels }));
  };
  return { train: await read(parts.train), validation: await read(parts.validation), test: await read(parts.test) };
}

type HeadOptions = Omit<LinearOptions, 'penalty' | 'importance'> & { isBalanced?: boolean };

/** Rows of rare labels weigh more, so that every label weighs alike. */
function balance(rows: readonly FeatureRow[], classes: number): Float32Array {
  const counts = new Float64Array(classes);
  for (const { labels } of rows) for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return Float32Array.from(rows, ({ labels }) => rows.length / classes / (counts[labels[0] ?? 0] ?? 1));
}

/** One head over the shipped encoder. */
export function fitHead(rows: readonly FeatureRow[], penalty: number, options: HeadOptions): Linear {
  const { isBalanced = false, ...rest } = options;
  const importance = isBalanced ? { importance: balance(rows, options.classes) } : {};
  return fitLinear(
    toMatrix(rows.map(({ features }) => features)),
    rows.map(({ labels }) => labels),
    { ...rest, ...importance, penalty },
  );
}

/** The head whose penalty does best on the validation part. */
export function chooseHead(
  { train, validation }: Pick<Parts<FeatureRow>, 'train' | 'validation'>,
  penalties: readonly number[],
  options: HeadOptions,
  quality: (logits: Float32Array[], rows: readonly FeatureRow[]) => number,
): { head: Linear; penalty: number } {
  const tried = penalties.map((penalty) => {
    const head = fitHead(train, penalty, options);
    return { head, penalty, quality: quality(logitsOf(head, validation), validation) };
  });
  return tried.reduce((best, one) => (one.quality > best.quality ? one : best));
}

/** Logits of every row. */
export function logitsOf(head: Linear, rows: readonly FeatureRow[]): Float32Array[] {
  return rows.map(({ features }) => linearLogits(head, features));
}
