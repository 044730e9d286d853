/** Share of equal pairs, 0 to 1. */
export function accuracy(truth: readonly number[], predicted: readonly number[]): number {
  return truth.filter((label, at) => predicted[at] === label).length / Math.max(1, truth.length);
}

type Counts = { hits: number; truth: number; predicted: number };

/** F1 of one label from its counts; 0 where the label neither occurs nor is predicted. */
function f1({ hits, truth, predicted }: Counts): number {
  return truth + predicted === 0 ? 0 : (2 * hits) / (truth + predicted);
}

function countLabel(truth: readonly number[], predicted: readonly number[], label: number): Counts {
  const counts = { hits: 0, truth: 0, predicted: 0 };
  truth.forEach((right, at) => {
    const isRight = right === label;
    const isPredicted = predicted[at] === label;
    counts.truth += Number(isRight);
    counts.predicted += Number(isPredicted);
    counts.hits += Number(isRight && isPredicted);
  });
  return counts;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Mean F1 over the labels that occur in `truth`, 0 to 1. */
export function macroF1(truth: readonly number[], predicted: readonly number[]): number {
  return mean([...new Set(truth)].map((label) => f1(countLabel(truth, predicted, label))));
}

/** F1 of each label that occurs in `truth`, weighted by how often it does, 0 to 1. */
export function weightedF1(truth: readonly number[], predicted: readonly number[]): number {
  const counts = [...new Set(truth)].map((label) => countLabel(truth, predicted, label));
  return counts.reduce((sum, one) => sum + one.truth * f1(one), 0) / Math.max(1, truth.length);
}

/** Mean recall over the labels that occur in `truth`, 0 to 1 (TweetEval's measure of sentiment). */
export function macroRecall(truth: readonly number[], predicted: readonly number[]): number {
  return mean(
    [...new Set(truth)].map((label) => {
      const counts = countLabel(truth, predicted, label);
      return counts.hits / counts.truth;
    }),
  );
}

/** Counts of any number of labels a message, one entry a label below `labels`. */
function countSets(truth: readonly number[][], predicted: readonly number[][], labels: number): Counts[] {
  const counts = Array.from({ length: labels }, () => ({ hits: 0, truth: 0, predicted: 0 }));
  truth.forEach((right, at) => {
    const given = predicted[at] ?? [];
    counts.forEach((count, label) => {
      count.truth += Number(right.includes(label));
      count.predicted += Number(given.includes(label));
      count.hits += Number(right.includes(label) && given.includes(label));
    });
  });
  return counts;
}

/** F1 over all pairs of message and label, 0 to 1. */
export function microF1(truth: readonly number[][], predicted: readonly number[][], labels: number): number {
  const sum = (pick: (one: Counts) => number) =>
    countSets(truth, predicted, labels).reduce((total, one) => total + pick(one), 0);
  return f1({
    hits: sum(({ hits }) => hits),
    truth: sum((one) => one.truth),
    predicted: sum((one) => one.predicted),
  });
}

/** Mean F1 over all `labels` where a message may have several, 0 to 1. */
export function macroF1OfSets(truth: readonly number[][], predicted: readonly number[][], labels: number): number {
  return mean(countSets(truth, predicted, labels).map(f1));
}

/** Share of messages whose right label is among the `top` highest of their scores. */
export function topAccuracy(truth: readonly number[], scores: readonly ArrayLike<number>[], top: number): number {
  const isAmong = (label: number, row: ArrayLike<number>) => {
    const own = row[label] ?? Number.NEGATIVE_INFINITY;
    return Array.from(row).filter((value) => value > own).length < top;
  };
  return truth.filter((label, at) => isAmong(label, scores[at] ?? [])).length / Math.max(1, truth.length);
}

/** Place of the highest number. */
export function argmax(row: ArrayLike<number>): number {
  let best = 0;
  for (let at = 1; at < row.length; at++) if ((row[at] ?? 0) > (row[best] ?? 0)) best = at;
  return best;
}

/** The threshold among the given scores at which F1 is highest, and that F1; scores at or above it count as yes. */
export function bestF1(scores: readonly number[], truth: readonly boolean[]): { threshold: number; f1: number } {
  const order = scores.map((score, at) => ({ score, isTrue: truth[at] === true })).sort((a, b) => b.score - a.score);
  const positives = order.filter(({ isTrue }) => isTrue).length;
  const best = { threshold: Number.POSITIVE_INFINITY, f1: 0 };
  let hits = 0;
  order.forEach(({ score, isTrue }, at) => {
    hits += Number(isTrue);
    if (order[at + 1]?.score === score) return;
    const value = (2 * hits) / (positives + at + 1);
    if (value > best.f1) Object.assign(best, { threshold: score, f1: value });
  });
  return best;
}
