import { type Discriminant, discriminantLogits, type Sample, trainDiscriminant } from './discriminant';
import { type Logistic, logisticLabel, trainLogistic } from './logistic';
import { findOverlaps, type Overlap } from './overlaps';
import { calibrate, crossValidate, evidenceOf, type Scale } from './scope';

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
  /** Lead of the likeliest intent over the next one as a probability, 0 to 1; 1 where there is one intent only. */
  lead(vector: Float32Array): number;
};

/** What was learnt, as plain data that can be stored and sent between workers. */
export type LearntIntents = {
  intents: string[];
  model: Discriminant;
  namer: Logistic;
  scale: Scale;
  overlaps: Overlap[];
};

export type TrainOptions = {
  /** Embedding of an intent's name in words, which counts as one more example of it. */
  names?: ReadonlyMap<string, Float32Array>;
  /** How much the name counts against an example. */
  nameWeight?: number;
  /** Share of the identity in the covariance. */
  shrinkage?: number;
  /** Hears of the share of the work that is done, 0 to 1. */
  onProgress?: (done: number) => void;
};

/** Chosen on parts of the training sets of BANKING77, CLINC150 and HWU64 (`lab intent-scores --part validation`). */
const defaults = { nameWeight: 1.5, shrinkage: 0.7 };

/**
 * Below this a message is out of scope. Intents that were left out are nearer to the others than foreign messages are,
 * so the probability errs low and the bar lies below a half; chosen on the validation part of CLINC150.
 */
const scopeThreshold = 0.3;

/**
 * Learns a team's own intents from a few examples each, in one or two seconds for 77 × 10 of 384 numbers. A logistic
 * regression names the intent, which it does best; a discriminant analysis tells whether it is one of them at all, since
 * its logits fall with the distance from all examples. Deterministic; the order of the examples decides their parts in
 * cross-validation alone. Null without examples.
 */
export function learnIntents(examples: readonly IntentExample[], options: TrainOptions = {}): LearntIntents | null {
  const { nameWeight, shrinkage, onProgress = () => {} } = { ...defaults, ...options };
  const intents = [...new Set(examples.map(({ intent }) => intent))];
  if (intents.length === 0) return null;
  const places = new Map(intents.map((intent, at) => [intent, at]));
  const samples = examples.map(({ intent, vector }) => ({ vector, label: places.get(intent) ?? 0, weight: 1 }));
  const names = intents.flatMap((intent, label): Sample[] => {
    const vector = options.names?.get(intent);
    return vector && nameWeight > 0 ? [{ vector, label, weight: nameWeight }] : [];
  });
  const [all, classes] = [[...samples, ...names], intents.length];
  const model = trainDiscriminant(all, classes, shrinkage);
  const namer = trainLogistic(all, classes, (done) => onProgress(0.1 + 0.4 * done));
  const onFold = (done: number) => onProgress(0.5 + 0.5 * done);
  const { judged, heldOut } = crossValidate({ examples: samples, names, classes, shrinkage, onFold });
  const overlaps = findOverlaps(samples, heldOut, classes);
  return { intents, model, namer, scale: calibrate(judged), overlaps };
}

/** Answers with what was learnt; null knows no intent, and everything is out of scope. */
export function readIntents(learnt: LearntIntents | null): TeamIntents {
  if (!learnt) {
    return { intents: [], best: () => null, guess: () => ({ intent: null, confidence: 0 }), lead: () => 1 };
  }
  const { intents, model, namer, scale } = learnt;
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
    lead(vector) {
      const { share } = evidenceOf(discriminantLogits(model, vector));
      return Math.max(0, 2 * Math.exp(share) - 1);
    },
  };
}

/** `learnIntents` and `readIntents` in one. */
export function trainTeamIntents(examples: readonly IntentExample[], options: TrainOptions = {}): TeamIntents {
  return readIntents(learnIntents(examples, options));
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
