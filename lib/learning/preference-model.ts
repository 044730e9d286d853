import type { Choice } from '../core/suggestion';
import { type Feature, type FeatureGroup, readFeatures, sourceFeatures } from './features';
import { type Pair, readPairs } from './pairs';

/** How freely the model learns. */
export type ModelOptions = {
  /** Variance of a weight before anything is learnt, by group. */
  variance: Record<FeatureGroup, number>;
  /** Days after which a choice counts half. */
  halfLifeDays: number;
};

/** Chosen on Stagefinch's tune part; see `npm run -s lab -- learning`. */
export const modelOptions: ModelOptions = {
  variance: { fact: 0.02, kind: 0.2, intentKind: 0.05, source: 0.1, intentSource: 0.2 },
  halfLifeDays: 90,
};

/** What one choice changed: by feature name, in weights of the day of the first choice; `shrink` turns them into today's. */
export type Step = { changes: Map<string, number>; shrink: number };

/** A weight's mean, in terms of the first day, its precision (1 / variance), and the day of the latest change. */
type Belief = { mean: number; precision: number; prior: number; day: number };

const dayMs = 86_400_000;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Difference of two sources' features; against showing nothing, the single source's features stand alone. */
function difference({ better, worse }: Pair, about: Parameters<typeof readFeatures>[1]): Feature[] {
  if (!better || !worse) {
    const sign = better ? 1 : -1;
    const source = better ?? worse;
    return source ? sourceFeatures(source, about).map((one) => ({ ...one, value: sign })) : [];
  }
  const sum = new Map<string, Feature>();
  const add = (feature: Feature, sign: number) => {
    const value = (sum.get(feature.name)?.value ?? 0) + sign * feature.value;
    sum.set(feature.name, { ...feature, value });
  };
  for (const feature of readFeatures(better, about)) add(feature, 1);
  for (const feature of readFeatures(worse, about)) add(feature, -1);
  return [...sum.values()].filter(({ value }) => value !== 0);
}

/**
 * The step α that maximises the posterior of one pair: α = weight · σ(−(margin + α · spread)). The right side falls in α, so
 * that halving finds the only solution; it lies between 0 and `weight`, which bounds what any choice can do.
 */
function solveStep(margin: number, spread: number, weight: number): number {
  let [low, high] = [0, weight];
  for (let turn = 0; turn < 30; turn++) {
    const middle = (low + high) / 2;
    if (middle < weight * sigmoid(-(margin + middle * spread))) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Preferences between sources as a Bayesian logistic model of pairs: P(a before b) = σ(base_a − base_b + w · (x_a − x_b)), a
 * Gaussian belief of its own for each weight, brought up to date choice by choice by Laplace's approximation (Chapelle & Li,
 * An empirical evaluation of Thompson sampling, NIPS 2011, algorithm 3). The ranking takes the posterior mean and never
 * explores, so that the same choices give the same order. Beliefs fall back to the prior with time. Weights are shared
 * from the general to the single (facts, kind, kind for the intent, source, source for the intent), so that few choices
 * suffice for what holds everywhere and many overrule it for one source.
 */
export function createPreferenceModel(options: ModelOptions = modelOptions) {
  const beliefs = new Map<string, Belief>();
  let firstDay: number | null = null;
  let today = 0;
  const shrinkAt = (day: number) => 2 ** (-day / options.halfLifeDays);

  function beliefOf({ name, group }: Feature): Belief {
    const prior = 1 / options.variance[group];
    const belief = beliefs.get(name) ?? { mean: 0, precision: prior, prior, day: today };
    belief.precision = prior + (belief.precision - prior) * shrinkAt(today - belief.day);
    belief.day = today;
    beliefs.set(name, belief);
    return belief;
  }

  function learnPair(pair: Pair, about: Parameters<typeof readFeatures>[1], changes: Map<string, number>): void {
    const parts = difference(pair, about).map((feature) => ({ feature, belief: beliefOf(feature) }));
    const shrink = shrinkAt(today);
    const base = pair.better && pair.worse ? pair.better.base - pair.worse.base : 0;
    const margin = parts.reduce((sum, { feature, belief }) => sum + shrink * belief.mean * feature.value, base);
    const spread = parts.reduce((sum, { feature, belief }) => sum + feature.value ** 2 / belief.precision, 0);
    const step = solveStep(margin, spread, pair.weight);
    const chance = sigmoid(margin + step * spread);
    for (const { feature, belief } of parts) {
      const change = (step * feature.value) / belief.precision / shrink;
      belief.mean += change;
      changes.set(feature.name, (changes.get(feature.name) ?? 0) + change);
      belief.precision += pair.weight * chance * (1 - chance) * feature.value ** 2;
    }
  }

  return {
    /** Learns from a choice; choices come in the order of their times. */
    learn(choice: Choice): Step {
      const day = Date.parse(choice.at) / dayMs;
      firstDay ??= day;
      // A clock that was set back must not make the past grow.
      if (day - firstDay > today) today = day - firstDay;
      const changes = new Map<string, number>();
      const about = { intent: choice.intent ?? null, muted: choice.muted ?? [] };
      for (const pair of readPairs(choice)) learnPair(pair, about, changes);
      return { changes, shrink: shrinkAt(today) };
    },
    /** Posterior mean of a weight, in log-odds; 0 for a feature never met. */
    weight: (name: string): number => (beliefs.get(name)?.mean ?? 0) * shrinkAt(today),
  };
}

export type PreferenceModel = ReturnType<typeof createPreferenceModel>;
