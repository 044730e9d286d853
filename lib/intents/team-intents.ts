import { type Discriminant, discriminantLogits, type Sample, trainDiscriminant } from './discriminant';
import { logisticLabel, trainLogistic } from './logistic';

/** One example of a team's own intent; `vector` is the sentence embedding. */
export type IntentExample = { intent: string; vector: Float32Array };

/** What a message is about, with the calibrated probability that this is right; `intent` is null when out of scope. */
export type IntentGuess = { intent: string | null; confidence: number };

/** A trained set of intents. `guess` never throws. */
export type TeamIntents = {
  intents: string[];
  /** The best intent even where it is out of scope, before `guess` decides. Null without intents. */
  best(vector: Float32Array): string | null;
  guess(vector: Float32Array): IntentGuess;
};

export type TrainOptions = {
  /** Embedding of an intent's name in words, which counts as one more example of it. */
  names?: ReadonlyMap<string, Float32Array>;
  /** How much the name counts against an example. */
  nameWeight?: number;
  /** Share of the identity in the covariance. */
  shrinkage?: number;
};

/** Chosen on parts of the training sets of BANKING77, CLINC150 and HWU64 (`lab intent-scores --part validation`). */
const defaults = { nameWeight: 1.5, shrinkage: 0.7 };

/** Parts of the cross-validation; each leaves out a fifth of the examples and all of a fifth of the intents. */
const folds = 5;

/** Fewest intents from which leaving some out still tells what "out of scope" looks like. */
const fewestForScope = 3;

/**
 * Below this a message is out of scope. Intents that were left out are nearer to the others than foreign messages are,
 * so the probability errs low and the bar lies below a half; chosen on the validation part of CLINC150.
 */
const scopeThreshold = 0.3;

/** Highest logit, and its lead over the second as a log probability. */
type Evidence = { label: number; top: number; share: number };
type Judged = Evidence & { isRight: boolean };
type Scale = { weights: [number, number]; bias: number };

function evidenceOf(logits: Float64Array): Evidence {
  let label = 0;
  for (let at = 1; at < logits.length; at++) if ((logits[at] ?? 0) > (logits[label] ?? 0)) label = at;
  const top = logits[label] ?? 0;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - top);
  return { label, top, share: -Math.log(sum) };
}

/** What models that never saw them make of the examples, and of all examples of intents that were left out. */
function crossValidate(examples: readonly Sample[], names: readonly Sample[], classes: number, shrinkage: number) {
  const places = new Map<number, number>();
  const folded = examples.map((sample) => {
    const place = places.get(sample.label) ?? 0;
    places.set(sample.label, place + 1);
    return { sample, fold: place % folds };
  });
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isLeftOut = (label: number) => label % folds === fold && classes >= fewestForScope;
    const kept = folded.filter((one) => one.fold !== fold && !isLeftOut(one.sample.label));
    const held = folded.filter((one) => one.fold === fold || isLeftOut(one.sample.label));
    const samples = [...kept.map(({ sample }) => sample), ...names.filter(({ label }) => !isLeftOut(label))];
    if (samples.length === 0) continue;
    const model = trainDiscriminant(samples, classes, shrinkage);
    for (const { sample } of held) {
      const evidence = evidenceOf(discriminantLogits(model, sample.vector));
      judged.push({ ...evidence, isRight: evidence.label === sample.label });
    }
  }
  return judged;
}

/**
 * Platt scaling over two pieces of evidence by Newton's method, both kinds of outcome weighed alike: the probability
 * that a guess is right where half of the traffic is out of scope.
 */
function calibrate(judged: readonly Judged[]): Scale {
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

/**
 * Learns a team's own intents from a few examples each, in one or two seconds for 77 × 10 of 384 numbers. A logistic
 * regression names the intent, which it does best; a discriminant analysis tells whether it is one of them at all, since
 * its logits fall with the distance from all examples. Deterministic; the order of the examples decides their parts in cross-validation alone. Without examples
 * everything is out of scope.
 */
export function trainTeamIntents(examples: readonly IntentExample[], options: TrainOptions = {}): TeamIntents {
  const { nameWeight, shrinkage } = { ...defaults, ...options };
  const intents = [...new Set(examples.map(({ intent }) => intent))];
  if (intents.length === 0) return { intents, best: () => null, guess: () => ({ intent: null, confidence: 0 }) };
  const places = new Map(intents.map((intent, at) => [intent, at]));
  const samples = examples.map(({ intent, vector }) => ({ vector, label: places.get(intent) ?? 0, weight: 1 }));
  const names = intents.flatMap((intent, label) => {
    const vector = options.names?.get(intent);
    return vector && nameWeight > 0 ? [{ vector, label, weight: nameWeight }] : [];
  });
  const all = [...samples, ...names];
  const model: Discriminant = trainDiscriminant(all, intents.length, shrinkage);
  const namer = trainLogistic(all, intents.length);
  const scale = calibrate(crossValidate(samples, names, intents.length, shrinkage));
  return {
    intents,
    best: (vector) => intents[logisticLabel(namer, vector)] ?? null,
    guess(vector) {
      const { top, share } = evidenceOf(discriminantLogits(model, vector));
      const confidence = 1 / (1 + Math.exp(-(scale.weights[0] * top + scale.weights[1] * share + scale.bias)));
      return {
        intent: confidence >= scopeThreshold ? (intents[logisticLabel(namer, vector)] ?? null) : null,
        confidence,
      };
    },
  };
}

/** The words of an intent's id: "card_arrival", "card-arrival" and "cardArrival" all read "card arrival". */
export function intentWords(id: string): string {
  return id
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-./:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
