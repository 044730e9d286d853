import type { Sample } from './discriminant';

/** Logits of one vector: `weight[k] · x + bias[k]`. `weight` is [classes × width], row by row. */
export type Logistic = { width: number; weight: Float32Array; bias: Float32Array };

/** Weight of a squared weight in the loss. */
const penalty = 1 / 30;

/** Steps of the descent: later ones change less than the draw of the examples does. */
const steps = 20;

/** Product of `length` numbers of `a` from `at` on with those of `b` from `bt` on; four sums side by side are faster. */
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

function addScaled(to: Float32Array, start: number, from: Float32Array, begin: number, factor: number, length: number) {
  for (let step = 0; step < length; step++)
    to[start + step] = (to[start + step] as number) + factor * (from[begin + step] as number);
}

/** Largest eigenvalue of `XᵀX` by power iteration; rows [count × width]. */
function largestEigenvalue(rows: Float32Array, count: number, width: number): number {
  let direction = new Float32Array(width).fill(1 / Math.sqrt(width));
  let value = 0;
  for (let round = 0; round < 20; round++) {
    const next = new Float32Array(width);
    for (let row = 0; row < count; row++)
      addScaled(next, 0, rows, row * width, dot(rows, row * width, direction, 0, width), width);
    value = Math.hypot(...next);
    if (value === 0) return 0;
    direction = next.map((part) => part / value);
  }
  return value;
}

/** In place: logits of one row to their softmax, less 1 at the right label, times the row's weight. */
function toError(logits: Float32Array, label: number, weight: number): void {
  const top = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (let at = 0; at < logits.length; at++) {
    logits[at] = Math.exp((logits[at] as number) - top);
    sum += logits[at] as number;
  }
  for (let at = 0; at < logits.length; at++) logits[at] = (weight * (logits[at] as number)) / sum;
  logits[label] = (logits[label] as number) - weight;
}

/** Mean of the samples, and what is left of them: [count × width]. */
function centred(samples: readonly Sample[], width: number): { centre: Float32Array; rows: Float32Array } {
  const centre = new Float32Array(width);
  for (const { vector } of samples) addScaled(centre, 0, vector, 0, 1 / samples.length, width);
  const rows = new Float32Array(samples.length * width);
  samples.forEach(({ vector }, row) => {
    rows.set(vector, row * width);
    addScaled(rows, row * width, centre, 0, -1, width);
  });
  return { centre, rows };
}

/**
 * Multinomial logistic regression with an L2 penalty, by accelerated gradient descent from zero (Nesterov 1983) with the
 * longest step that was still safe. Deterministic. Labels must lie below `classes`.
 */
export function trainLogistic(samples: readonly Sample[], classes: number): Logistic {
  const width = samples[0]?.vector.length ?? 0;
  const { centre, rows } = centred(samples, width);
  const rate = 4 / (largestEigenvalue(rows, samples.length, width) / 2 + penalty);
  let weight = new Float32Array(classes * width);
  let bias = new Float32Array(classes);
  let [ahead, aheadBias] = [weight.slice(), bias.slice()];
  const error = new Float32Array(classes);
  for (let step = 1; step <= steps; step++) {
    const next = ahead.map((value) => value * (1 - rate * penalty));
    const nextBias = aheadBias.slice();
    samples.forEach(({ label, weight: importance }, row) => {
      for (let at = 0; at < classes; at++)
        error[at] = (aheadBias[at] as number) + dot(ahead, at * width, rows, row * width, width);
      toError(error, label, importance);
      for (let at = 0; at < classes; at++) {
        const part = error[at] as number;
        // A sliver of an error moves nothing that a message would notice, and most errors are slivers.
        if (Math.abs(part) < 2e-3) continue;
        addScaled(next, at * width, rows, row * width, -rate * part, width);
        nextBias[at] = (nextBias[at] as number) - rate * 0.05 * part;
      }
    });
    const momentum = (step - 1) / (step + 2);
    const push = (now: Float32Array, before: Float32Array) =>
      now.map((value, at) => value + momentum * (value - (before[at] as number)));
    [ahead, aheadBias] = [push(next, weight), push(nextBias, bias)];
    [weight, bias] = [next, nextBias];
  }
  bias = bias.map((value, at) => value - dot(weight, at * width, centre, 0, width));
  return { width, weight, bias };
}

/** The label with the highest logit. */
export function logisticLabel({ width, weight, bias }: Logistic, vector: Float32Array): number {
  let [best, highest] = [0, Number.NEGATIVE_INFINITY];
  bias.forEach((start, label) => {
    const logit = start + dot(weight, label * width, vector, 0, width);
    if (logit > highest) [best, highest] = [label, logit];
  });
  return best;
}
