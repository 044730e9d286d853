/** `count` rows of `width` numbers, row by row. */
export type Matrix = { count: number; width: number; data: Float32Array };

/** A linear classifier: `weight` is [classes × width], `bias` [classes], for rows as they are. */
export type Linear = { width: number; classes: number; weight: Float32Array; bias: Float32Array };

export type LinearOptions = {
  classes: number;
  /** `softmax`: one class a row; `sigmoid`: any number of them, each by itself. */
  link: 'softmax' | 'sigmoid';
  /** Weight of half the squared weights against the mean loss, for features of unit variance. */
  penalty: number;
  epochs?: number;
  /** Weight of each row; all 1 where it is missing. */
  importance?: Float32Array;
};

const batchRows = 64;
/** Fewest steps: a small set is gone through more often. */
const fewestSteps = 800;
/** Adam's first step, taken on features of unit variance (Kingma & Ba 2015; the other settings are theirs). */
const firstRate = 0.02;
/** An error smaller than this moves nothing, and most errors are. */
const sliver = 1e-3;

/** Stacks rows of equal length. */
export function toMatrix(rows: readonly Float32Array[]): Matrix {
  const width = rows[0]?.length ?? 0;
  const data = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    data.set(row, at * width);
  });
  return { count: rows.length, width, data };
}

/** Product of `length` numbers; four sums side by side are faster. */
function dot(a: Float32Array, at: number, b: Float32Array, bt: number, length: number): number {
  let [p, q, r, s] = [0, 0, 0, 0];
  let step = 0;
  for (; step + 3 < length; step += 4) {
    p += (a[at + step] as number) * (b[bt + step] as number);
    q += (a[at + step + 1] as number) * (b[bt + step + 1] as number);
    r += (a[at + step + 2] as number) * (b[bt + step + 2] as number);
    s += (a[at + step + 3] as number) * (b[bt + step + 3] as number);
  }
  for (; step < length; step++) p += (a[at + step] as number) * (b[bt + step] as number);
  return p + q + r + s;
}

/** Means and deviations of the columns. */
function columnScales({ count, width, data }: Matrix) {
  const mean = new Float32Array(width);
  const deviation = new Float32Array(width);
  for (let at = 0; at < data.length; at++)
    mean[at % width] = (mean[at % width] as number) + (data[at] as number) / count;
  for (let at = 0; at < data.length; at++) {
    const off = (data[at] as number) - (mean[at % width] as number);
    deviation[at % width] = (deviation[at % width] as number) + (off * off) / count;
  }
  return { mean, deviation: deviation.map((value) => Math.max(Math.sqrt(value), 1e-6)) };
}

function standardise({ data, width }: Matrix, { mean, deviation }: ReturnType<typeof columnScales>): Float32Array {
  return data.map((value, at) => (value - (mean[at % width] as number)) / (deviation[at % width] as number));
}

/** In place: logits to probabilities less 1 at the right classes, times the row's weight. */
function toErrors(logits: Float32Array, right: readonly number[], link: 'softmax' | 'sigmoid', weight: number): void {
  if (link === 'softmax') {
    let top = Number.NEGATIVE_INFINITY;
    for (const logit of logits) if (logit > top) top = logit;
    let sum = 0;
    for (let at = 0; at < logits.length; at++) {
      logits[at] = Math.exp((logits[at] as number) - top);
      sum += logits[at] as number;
    }
    for (let at = 0; at < logits.length; at++) logits[at] = (logits[at] as number) / sum;
  } else for (let at = 0; at < logits.length; at++) logits[at] = 1 / (1 + Math.exp(-(logits[at] as number)));
  for (const label of right) logits[label] = (logits[label] as number) - 1;
  for (let at = 0; at < logits.length; at++) logits[at] = (logits[at] as number) * weight;
}

/** Adam's moving averages beside the numbers they move. */
function createAdam(length: number) {
  const [first, second] = [new Float32Array(length), new Float32Array(length)];
  let step = 0;
  return (values: Float32Array, gradient: Float32Array, rate: number): void => {
    step += 1;
    const scale = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
    for (let at = 0; at < length; at++) {
      const slope = gradient[at] as number;
      const moved = 0.9 * (first[at] as number) + 0.1 * slope;
      const spread = 0.999 * (second[at] as number) + 0.001 * slope * slope;
      first[at] = moved;
      second[at] = spread;
      values[at] = (values[at] as number) - (scale * moved) / (Math.sqrt(spread) + 1e-8);
    }
  };
}

/** The order of the rows in one epoch: every row once, mixed the same way each time. */
function mixedOrder(count: number, epoch: number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  let state = (epoch + 1) * 0x9e3779b1;
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    const other = (state >>> 0) % (at + 1);
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  return order;
}

type Step = {
  rows: Float32Array;
  width: number;
  weight: Float32Array;
  bias: Float32Array;
  slope: Float32Array;
  biasSlope: Float32Array;
};

/** Adds one row's part to the slopes. */
function addRow(step: Step, row: number, errors: Float32Array, share: number): void {
  const { rows, width, slope, biasSlope } = step;
  const start = row * width;
  for (let label = 0; label < errors.length; label++) {
    const part = (errors[label] as number) * share;
    if (Math.abs(errors[label] as number) < sliver) continue;
    const begin = label * width;
    for (let at = 0; at < width; at++)
      slope[begin + at] = (slope[begin + at] as number) + part * (rows[start + at] as number);
    biasSlope[label] = (biasSlope[label] as number) + part;
  }
}

/**
 * Logistic regression, multinomial or one-vs-rest, with an L2 penalty, by Adam on standardised features with a rate that
 * falls to zero along a half cosine. Deterministic. `targets[row]` holds the right classes of a row.
 */
export function fitLinear(features: Matrix, targets: readonly (readonly number[])[], options: LinearOptions): Linear {
  const { classes, link, penalty, importance } = options;
  const { count, width } = features;
  const epochs = Math.max(options.epochs ?? 20, Math.ceil((fewestSteps * batchRows) / Math.max(1, count)));
  const scales = columnScales(features);
  const rows = standardise(features, scales);
  const weight = new Float32Array(classes * width);
  const bias = new Float32Array(classes);
  const step = {
    rows,
    width,
    weight,
    bias,
    slope: new Float32Array(weight.length),
    biasSlope: new Float32Array(classes),
  };
  const [moveWeight, moveBias] = [createAdam(weight.length), createAdam(classes)];
  const errors = new Float32Array(classes);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = mixedOrder(count, epoch);
    for (let start = 0; start < count; start += batchRows) {
      const rate = (firstRate / 2) * (1 + Math.cos((Math.PI * (epoch + start / count)) / epochs));
      step.slope.forEach((_, at) => {
        step.slope[at] = penalty * (weight[at] as number);
      });
      step.biasSlope.fill(0);
      const batch = order.subarray(start, start + batchRows);
      for (const row of batch) {
        for (let label = 0; label < classes; label++)
          errors[label] = (bias[label] as number) + dot(weight, label * width, rows, row * width, width);
        toErrors(errors, targets[row] ?? [], link, importance?.[row] ?? 1);
        addRow(step, row, errors, 1 / batch.length);
      }
      moveWeight(weight, step.slope, rate);
      moveBias(bias, step.biasSlope, rate);
    }
  }
  return unstandardise({ width, classes, weight, bias }, scales);
}

/** The same classifier for features as they were before they were standardised. */
function unstandardise({ width, classes, weight, bias }: Linear, { mean, deviation }: ReturnType<typeof columnScales>) {
  const own = weight.map((value, at) => value / (deviation[at % width] as number));
  const shifted = bias.map((value, label) => value - dot(own, label * width, mean, 0, width));
  return { width, classes, weight: own, bias: shifted };
}

/** Logits of one row, one a class. */
export function linearLogits({ width, classes, weight, bias }: Linear, row: Float32Array): Float32Array {
  const logits = new Float32Array(classes);
  for (let label = 0; label < classes; label++)
    logits[label] = (bias[label] as number) + dot(weight, label * width, row, 0, width);
  return logits;
}
