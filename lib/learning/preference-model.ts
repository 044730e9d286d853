import type { OfferedSource } from '../core/learning';
import type { Choice } from '../core/suggestion';
import { type Contest, readContests } from './contests';
import { type About, type Feature, type FeatureGroup, readFeatures, sourceFeatures } from './features';

/** How freely the model learns. */
export type ModelOptions = {
  /** Variance of a weight before anything is learnt, by group. */
  variance: Record<FeatureGroup, number>;
  /** Days after which a choice counts half. */
  halfLifeDays: number;
  /**
   * How many times its standard deviation a weight must differ from 0 to count, and by which it is reduced. More for kinds, which
   * move every source at once: an agent who takes now a macro, now an article, prefers neither.
   */
  doubt: Record<FeatureGroup, number>;
};

/** Chosen on Stagefinch's tune part; see `npm run -s lab -- learning`. */
export const modelOptions: ModelOptions = {
  variance: { fact: 0.05, kind: 2, intentKind: 0.2, source: 0.5, intentSource: 1 },
  halfLifeDays: 90,
  doubt: { fact: 0.5, kind: 1.25, intentKind: 1.25, source: 0.3, intentSource: 0.3 },
};

/** What one choice changed: by feature name, in weights of the day of the first choice; `shrink` turns them into today's. */
export type Step = { changes: Map<string, number>; shrink: number };

/**
 * A weight's mean, and what of it is sure, both in terms of the first day; its precision (1 / variance), and the day of the
 * latest change.
 */
type Belief = { mean: number; sure: number; precision: number; day: number };

const dayMs = 86_400_000;
/** The order's log-odds times this tell best which source would do (likelihood on Stagefinch's tune part, 2026-11-29). */
export const baseScale = 2;
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Adds a source's features, `share` of each, to a sum by name. */
function addFeatures(sum: Map<string, Feature>, features: readonly Feature[], share: number): void {
  for (const feature of features) {
    const value = (sum.get(feature.name)?.value ?? 0) + share * feature.value;
    sum.set(feature.name, { ...feature, value });
  }
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
 * Which source an agent takes as a Bayesian conditional logit (McFadden, Conditional logit analysis of qualitative choice
 * behavior, 1974): P(a among the found) ∝ exp(base_a + w · x_a). A Gaussian belief of its own for each weight is brought up to
 * date choice by choice by Laplace's approximation (Chapelle & Li, An empirical evaluation of Thompson sampling, NIPS 2011,
 * algorithm 3), the rivals standing as their mean by their chances. The ranking takes the part of the posterior mean that is
 * sure and never explores, so that the same choices give the same order and chance choices none. Beliefs fall back to the
 * prior with time. Weights are shared from the general to the single (facts, kind, kind for the intent, source, source for
 * the intent), so that few choices suffice for what holds everywhere and many overrule it for one source.
 */
export function createPreferenceModel(options: ModelOptions = modelOptions) {
  const beliefs = new Map<string, Belief>();
  let firstDay: number | null = null;
  let today = 0;
  const shrinkAt = (day: number) => 2 ** (-day / options.halfLifeDays);

  function beliefOf({ name, group }: Feature): Belief {
    const prior = 1 / options.variance[group];
    const belief = beliefs.get(name) ?? { mean: 0, sure: 0, precision: prior, day: today };
    belief.precision = prior + (belief.precision - prior) * shrinkAt(today - belief.day);
    belief.day = today;
    beliefs.set(name, belief);
    return belief;
  }

  const worthOf = (source: OfferedSource, features: readonly Feature[]) =>
    features.reduce(
      (sum, { name, value }) => sum + value * (beliefs.get(name)?.mean ?? 0) * shrinkAt(today),
      baseScale * source.base,
    );

  /** What the contest compares, as one difference of features, and by how much the better one leads so far. */
  function compare({ better, worse }: Contest, about: About): { difference: Feature[]; margin: number } {
    const sum = new Map<string, Feature>();
    if (!better || worse.length === 0) {
      for (const source of better ? [better] : worse) addFeatures(sum, sourceFeatures(source, about), better ? 1 : -1);
      const difference = [...sum.values()];
      const weights = difference.map(({ name, value }) => value * (beliefs.get(name)?.mean ?? 0) * shrinkAt(today));
      return { difference, margin: weights.reduce((total, weight) => total + weight, 0) };
    }
    const own = readFeatures(better, about);
    const rivals = worse.map((source) => readFeatures(source, about));
    const worths = worse.map((source, index) => worthOf(source, rivals[index] ?? []));
    const most = Math.max(...worths);
    const total = worths.reduce((all, worth) => all + Math.exp(worth - most), 0);
    addFeatures(sum, own, 1);
    rivals.forEach((features, index) => {
      addFeatures(sum, features, -Math.exp((worths[index] ?? 0) - most) / total);
    });
    const difference = [...sum.values()].filter(({ value }) => Math.abs(value) > 1e-9);
    return { difference, margin: worthOf(better, own) - most - Math.log(total) };
  }

  function learnContest(contest: Contest, about: About, changes: Map<string, number>): void {
    const { difference, margin } = compare(contest, about);
    const parts = difference.map((feature) => ({ feature, belief: beliefOf(feature) }));
    const shrink = shrinkAt(today);
    const spread = parts.reduce((sum, { feature, belief }) => sum + feature.value ** 2 / belief.precision, 0);
    const step = solveStep(margin, spread, contest.weight);
    const chance = sigmoid(margin + step * spread);
    for (const { feature, belief } of parts) {
      belief.mean += (step * feature.value) / belief.precision / shrink;
      belief.precision += contest.weight * chance * (1 - chance) * feature.value ** 2;
      const doubt = options.doubt[feature.group] / Math.sqrt(belief.precision) / shrink;
      const sure = Math.sign(belief.mean) * Math.max(0, Math.abs(belief.mean) - doubt);
      changes.set(feature.name, (changes.get(feature.name) ?? 0) + sure - belief.sure);
      belief.sure = sure;
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
      for (const contest of readContests(choice)) learnContest(contest, about, changes);
      return { changes, shrink: shrinkAt(today) };
    },
    /** What of a weight is sure, in log-odds; 0 for a feature never met. */
    weight: (name: string): number => (beliefs.get(name)?.sure ?? 0) * shrinkAt(today),
  };
}

export type PreferenceModel = ReturnType<typeof createPreferenceModel>;
