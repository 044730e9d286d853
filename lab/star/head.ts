import { seeded } from '../random';

/** A row of numbers, most of them 0: places and values of the others. */
type SparseRow = { places: Uint16Array; values: Float32Array };
/** One decision as numbers: of the context, and of each candidate; `right`: index of the right one, −1 when it is not among them. */
export type Choice = { context: SparseRow; candidates: SparseRow[]; right: number };

/** Scores of the candidates, in their order; higher is likelier. */
export type Head = (choice: Pick<Choice, 'context' | 'candidates'>) => number[];

/** `sizes`: lengths of the rows. `dropout`: share of features left out of each choice while learning. */
export type HeadOptions = {
  hidden: number;
  epochs: number;
  rate: number;
  decay: number;
  dropout: number;
  seed: number;
};
type HeadSizes = { context: number; candidate: number };

type Layers = { context: Float32Array; candidate: Float32Array; bias: Float32Array; out: Float32Array };
const names = ['context', 'candidate', 'bias', 'out'] as const;
const batch = 32;

/** The row without its zeros. */
export function toSparse(row: readonly number[]): SparseRow {
  const places = row.flatMap((value, at) => (value === 0 ? [] : [at]));
  return { places: Uint16Array.from(places), values: Float32Array.from(places, (at) => row[at] as number) };
}

function emptyLayers({ context, candidate }: HeadSizes, hidden: number): Layers {
  return {
    context: new Float32Array(context * hidden),
    candidate: new Float32Array(candidate * hidden),
    bias: new Float32Array(hidden),
    out: new Float32Array(hidden),
  };
}

/** `out += Σ value · weights[place]`; a place that `kept` does not have counts as 0. */
function addProduct(
  out: Float32Array,
  weights: Float32Array,
  { places, values }: SparseRow,
  kept?: Float32Array,
): void {
  const hidden = out.length;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const value = (values[at] as number) * (kept ? (kept[place] as number) : 1);
    if (value === 0) continue;
    const start = place * hidden;
    for (let row = 0; row < hidden; row += 1)
      out[row] = (out[row] as number) + (weights[start + row] as number) * value;
  }
}

/** `gradient[place] += value · slope`, the counterpart of `addProduct`. */
function addOuter(
  gradient: Float32Array,
  slope: Float32Array,
  { places, values }: SparseRow,
  kept?: Float32Array,
): void {
  const hidden = slope.length;
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] as number;
    const value = (values[at] as number) * (kept ? (kept[place] as number) : 1);
    if (value === 0) continue;
    const start = place * hidden;
    for (let row = 0; row < hidden; row += 1)
      gradient[start + row] = (gradient[start + row] as number) + (slope[row] as number) * value;
  }
}

/** Adam (Kingma and Ba 2015) with decoupled weight decay; clears the gradient. */
function createAdam(weights: Float32Array, { rate, decay }: HeadOptions) {
  const [first, second] = [new Float32Array(weights.length), new Float32Array(weights.length)];
  let step = 0;
  return (gradient: Float32Array, share: number): void => {
    step += 1;
    const own = (rate * share * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
    for (let at = 0; at < weights.length; at += 1) {
      const slope = (gradient[at] as number) / batch;
      const mean = 0.9 * (first[at] as number) + 0.1 * slope;
      const square = 0.999 * (second[at] as number) + 0.001 * slope * slope;
      first[at] = mean;
      second[at] = square;
      weights[at] = (weights[at] as number) * (1 - rate * share * decay) - (own * mean) / (Math.sqrt(square) + 1e-8);
      gradient[at] = 0;
    }
  };
}

type Kept = { context: Float32Array; candidate: Float32Array };

/** Rectified hidden values of each candidate, and the candidates' scores. */
function forward(layers: Layers, { context, candidates }: Pick<Choice, 'context' | 'candidates'>, kept?: Kept) {
  const base = Float32Array.from(layers.bias);
  addProduct(base, layers.context, context, kept?.context);
  const scores = new Float32Array(candidates.length);
  const hidden = candidates.map((candidate, index) => {
    const values = Float32Array.from(base);
    addProduct(values, layers.candidate, candidate, kept?.candidate);
    let score = 0;
    for (let at = 0; at < values.length; at += 1) {
      if ((values[at] as number) < 0) values[at] = 0;
      score += (values[at] as number) * (layers.out[at] as number);
    }
    scores[index] = score;
    return values;
  });
  return { hidden, scores };
}

function softmax(scores: Float32Array): Float32Array {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function backward(layers: Layers, gradient: Layers, choice: Choice, kept: Kept): void {
  const { hidden, scores } = forward(layers, choice, kept);
  const shares = softmax(scores);
  const size = layers.bias.length;
  const [total, slope] = [new Float32Array(size), new Float32Array(size)];
  hidden.forEach((values, index) => {
    const error = (shares[index] as number) - (index === choice.right ? 1 : 0);
    if (Math.abs(error) < 1e-4) return;
    for (let at = 0; at < size; at += 1) {
      const value = values[at] as number;
      gradient.out[at] = (gradient.out[at] as number) + error * value;
      slope[at] = value > 0 ? error * (layers.out[at] as number) : 0;
      total[at] = (total[at] as number) + (slope[at] as number);
    }
    addOuter(gradient.candidate, slope, choice.candidates[index] as SparseRow, kept.candidate);
  });
  addOuter(gradient.context, total, choice.context, kept.context);
  for (let at = 0; at < size; at += 1) gradient.bias[at] = (gradient.bias[at] as number) + (total[at] as number);
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
}

/**
 * Learns to choose among candidates: one hidden layer over context and candidate, softmax over the candidates of a choice,
 * dropout on the features so that none is relied on alone. Choices without a right candidate teach nothing. Deterministic
 * by `seed`. Throws when there is nothing to learn from.
 */
export function fitHead(choices: readonly Choice[], sizes: HeadSizes, options: HeadOptions): Head {
  const usable = choices.filter(({ right }) => right >= 0);
  if (usable.length === 0) throw new Error('there is nothing to learn from');
  const random = seeded(options.seed);
  const [layers, gradient] = [emptyLayers(sizes, options.hidden), emptyLayers(sizes, options.hidden)];
  for (const name of ['context', 'candidate', 'out'] as const)
    layers[name].forEach((_zero, at, all) => {
      all[at] = (random() * 2 - 1) * (name === 'out' ? 0.3 : 0.15);
    });
  const steps = names.map((name) => createAdam(layers[name], options));
  const kept: Kept = { context: new Float32Array(sizes.context), candidate: new Float32Array(sizes.candidate) };
  const thin = (row: Float32Array) => {
    for (let at = 0; at < row.length; at += 1) row[at] = random() < options.dropout ? 0 : 1 / (1 - options.dropout);
  };
  const order = usable.map((_choice, index) => index);
  const last = options.epochs * order.length;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    order.forEach((index, at) => {
      thin(kept.context);
      thin(kept.candidate);
      backward(layers, gradient, usable[index] as Choice, kept);
      if (at % batch !== batch - 1 && at !== order.length - 1) return;
      const share = Math.max(0.05, 1 - (epoch * order.length + at) / last);
      names.forEach((name, place) => {
        steps[place]?.(gradient[name], share);
      });
    });
  }
  return (choice) => [...forward(layers, choice).scores];
}
