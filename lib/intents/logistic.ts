import type { Sample } from './discriminant';
import { addRows, addScaled, dot, multiply, type Rows } from './matrix';

/** Logits of one vector: `weight[k] · x + bias[k]`. `weight` is [classes × width], row by row. */
export type Logistic = { width: number; weight: Float64Array; bias: Float64Array };

/** Weight of a squared weight in the loss. */
const penalty = 1 / 30;

/** Steps of the descent: later ones change less than the draw of the examples does. */
const steps = 20;

/** Largest eigenvalue of `XᵀX` by power iteration. */
function largestEigenvalue({ values, width }: Rows): number {
  let direction = new Float64Array(width).fill(1 / Math.sqrt(width));
  let value = 0;
  for (let round = 0; round < 20; round++) {
    const next = new Float64Array(width);
    for (let row = 0; row < values.length; row += width)
      addScaled(next, 0, values, row, { factor: dot(values, row, direction, 0, width), length: width });
    value = Math.hypot(...next);
    if (value === 0) return 0;
    direction = next.map((part) => part / value);
  }
  return value;
}

/** In place: logits of one row to their softmax, less 1 at the right label, times the row's weight. */
function toError(logits: Float64Array, label: number, weight: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < logits.length; at++) top = Math.max(top, logits[at] as number);
  let sum = 0;
  for (let at = 0; at < logits.length; at++) {
    logits[at] = Math.exp((logits[at] as number) - top);
    sum += logits[at] as number;
  }
  for (let at = 0; at < logits.length; at++) logits[at] = (weight * (logits[at] as number)) / sum;
  logits[label] = (logits[label] as number) - weight;
}

/** Mean of the samples, and what is left of them. */
function centred(samples: readonly Sample[], width: number): { centre: Float64Array; rows: Rows } {
  const centre = new Float64Array(width);
  const values = new Float64Array(samples.length * width);
  samples.forEach(({ vector }, row) => {
    values.set(vector, row * width);
    addScaled(centre, 0, values, row * width, { factor: 1 / samples.length, length: width });
  });
  samples.forEach((_, row) => {
    addScaled(values, row * width, centre, 0, { factor: -1, length: width });
  });
  return { centre, rows: { values, width } };
}

/** One step down the loss at `weight` and `bias`, which are changed in place. */
function descend(
  { weight, bias }: Omit<Logistic, 'width'>,
  rows: Rows,
  { samples, rate, error }: { samples: readonly Sample[]; rate: number; error: Float64Array },
): void {
  const [{ width }, classes] = [rows, bias.length];
  multiply(rows, { values: weight, width }, error);
  samples.forEach(({ label, weight: importance }, row) => {
    const own = error.subarray(row * classes, (row + 1) * classes);
    for (let at = 0; at < classes; at++) own[at] = (own[at] as number) + (bias[at] as number);
    toError(own, label, importance);
  });
  for (let at = 0; at < weight.length; at++) weight[at] = (weight[at] as number) * (1 - rate * penalty);
  for (let label = 0; label < classes; label++) {
    const [picked, factors]: [number[], number[]] = [[], []];
    for (let row = 0; row < samples.length; row++) {
      const part = error[row * classes + label] as number;
      // A sliver of an error moves nothing that a message would notice, and most errors are slivers.
      if (Math.abs(part) < 2e-3) continue;
      picked.push(row);
      factors.push(-rate * part);
    }
    addRows(weight, label * width, rows, { picked, factors });
    bias[label] = (bias[label] as number) + 0.05 * factors.reduce((sum, factor) => sum + factor, 0);
  }
}

/**
 * Multinomial logistic regression with an L2 penalty, by accelerated gradient descent from zero (Nesterov 1983) with the
 * longest step that was still safe. Deterministic. Labels must lie below `classes`. `onStep` hears of the share done.
 */
export function trainLogistic(
  samples: readonly Sample[],
  classes: number,
  onStep: (done: number) => void = () => {},
): Logistic {
  const width = samples[0]?.vector.length ?? 0;
  const { centre, rows } = centred(samples, width);
  const rate = 4 / (largestEigenvalue(rows) / 2 + penalty);
  let now = { weight: new Float64Array(classes * width), bias: new Float64Array(classes) };
  let ahead = now;
  const error = new Float64Array(samples.length * classes);
  for (let step = 1; step <= steps; step++) {
    const next = { weight: ahead.weight.slice(), bias: ahead.bias.slice() };
    descend(next, rows, { samples, rate, error });
    const momentum = (step - 1) / (step + 2);
    ahead = { weight: push(next.weight, now.weight, momentum), bias: push(next.bias, now.bias, momentum) };
    now = next;
    onStep(step / steps);
  }
  const bias = now.bias.map((value, at) => value - dot(now.weight, at * width, centre, 0, width));
  return { width, weight: now.weight, bias };
}

/** `now`, as far beyond `before` again as `momentum` says. */
function push(now: Float64Array, before: Float64Array, momentum: number) {
  const ahead = new Float64Array(now.length);
  for (let at = 0; at < now.length; at++)
    ahead[at] = (now[at] as number) + momentum * ((now[at] as number) - (before[at] as number));
  return ahead;
}

/** The label with the highest logit. */
export function logisticLabel({ width, weight, bias }: Logistic, vector: Float32Array): number {
  const asked = Float64Array.from(vector);
  let [best, highest] = [0, Number.NEGATIVE_INFINITY];
  bias.forEach((start, label) => {
    const logit = start + dot(weight, label * width, asked, 0, width);
    if (logit > highest) [best, highest] = [label, logit];
  });
  return best;
}
