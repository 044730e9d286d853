import { discriminantLogits, type Sample, trainDiscriminant } from './discriminant';

/** Parts of the cross-validation; each leaves out a fifth of the examples and all of a fifth of the intents. */
const folds = 5;

/** Fewest intents from which leaving some out still tells what "out of scope" looks like. */
const fewestForScope = 3;

/** Highest logit, and its lead over the second as a log probability. */
export type Evidence = { label: number; top: number; share: number };
type Judged = Evidence & { isRight: boolean };
/** Platt scaling of the two pieces of evidence. */
export type Scale = { weights: [number, number]; bias: number };

/** The evidence in the logits of one vector. */
export function evidenceOf(logits: Float64Array): Evidence {
  let label = 0;
  for (let at = 1; at < logits.length; at++) if ((logits[at] ?? 0) > (logits[label] ?? 0)) label = at;
  const top = logits[label] ?? 0;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - top);
  return { label, top, share: -Math.log(sum) };
}

/** What a model that never saw an example, but others of its intent, takes it for: the probability of every label. */
export type HeldOut = { example: number; shares: Float64Array };

type Folded = { sample: Sample; example: number; fold: number };

function toFolds(examples: readonly Sample[]): Folded[] {
  const places = new Map<number, number>();
  return examples.map((sample, example) => {
    const place = places.get(sample.label) ?? 0;
    places.set(sample.label, place + 1);
    return { sample, example, fold: place % folds };
  });
}

function sharesOf(logits: Float64Array): Float64Array {
  const top = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = logits.map((logit) => Math.exp(logit - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

type ToValidate = {
  examples: readonly Sample[];
  names: readonly Sample[];
  classes: number;
  shrinkage: number;
  /** Hears of the share done. */
  onFold(done: number): void;
};

/** What models that never saw them make of the examples, and of all examples of intents that were left out. */
export function crossValidate({ examples, names, classes, shrinkage, onFold }: ToValidate) {
  const folded = toFolds(examples);
  const judged: Judged[] = [];
  const heldOut: HeldOut[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isLeftOut = (label: number) => label % folds === fold && classes >= fewestForScope;
    const kept = folded.filter((one) => one.fold !== fold && !isLeftOut(one.sample.label));
    const held = folded.filter((one) => one.fold === fold || isLeftOut(one.sample.label));
    const samples = [...kept.map(({ sample }) => sample), ...names.filter(({ label }) => !isLeftOut(label))];
    if (samples.length === 0) continue;
    const model = trainDiscriminant(samples, classes, shrinkage);
    for (const { sample, example } of held) {
      const logits = discriminantLogits(model, sample.vector);
      const evidence = evidenceOf(logits);
      judged.push({ ...evidence, isRight: evidence.label === sample.label });
      if (!isLeftOut(sample.label)) heldOut.push({ example, shares: sharesOf(logits) });
    }
    onFold((fold + 1) / folds);
  }
  return { judged, heldOut };
}

/**
 * Platt scaling over two pieces of evidence by Newton's method, both kinds of outcome weighed alike: the probability
 * that a guess is right where half of the traffic is out of scope.
 */
export function calibrate(judged: readonly Judged[]): Scale {
  const counts = [judged.filter(({ isRight }) => !isRight).length, judged.filter(({ isRight }) => isRight).length];
  let [top, share, bias] = [0, 0, 0];
  if (counts.includes(0)) return { weights: [0.1, 1], bias: 0 };
  for (let step = 0; step < 25; step++) {
    const gradient = [1e-3 * top, 1e-3 * share, 0];
    const hessian = [1e-3, 0, 0, 1e-3, 0, 1e-6];
    for (const one of judged) {
      const weight = judged.length / 2 / (counts[Number(one.isRight)] ?? 1);
      const chance = 1 / (1 + Math.exp(-(top * one.top + share * one.share + bias)));
      const error = weight * (chance - Number(one.isRight));
      const curve = weight * Math.max(chance * (1 - chance), 1e-6);
      const x = [one.top, one.share, 1] as const;
      let at = 0;
      for (let row = 0; row < 3; row++) {
        gradient[row] = (gradient[row] ?? 0) + error * (x[row] ?? 0);
        for (let column = row; column < 3; column++, at++)
          hessian[at] = (hessian[at] ?? 0) + curve * (x[row] ?? 0) * (x[column] ?? 0);
      }
    }
    const change = solveThree(hessian, gradient);
    [top, share, bias] = [top - change[0], share - change[1], bias - change[2]];
  }
  return { weights: [top, share], bias };
}

/** Cramer's rule for a symmetric 3 × 3 matrix given as its upper triangle. */
function solveThree(upper: readonly number[], right: readonly number[]): [number, number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = upper;
  const [x = 0, y = 0, z = 0] = right;
  const [p, q, r] = [d * f - e * e, c * e - b * f, b * e - c * d];
  const whole = a * p + b * q + c * r;
  return [
    (p * x + q * y + r * z) / whole,
    (q * x + (a * f - c * c) * y + (b * c - a * e) * z) / whole,
    (r * x + (b * c - a * e) * y + (a * d - b * b) * z) / whole,
  ];
}
