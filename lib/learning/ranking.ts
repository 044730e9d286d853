import type { OfferedSource, Prefer } from '../core/learning';
import type { Intent } from '../core/signals';
import type { Choice } from '../core/suggestion';
import { sourceFeatures } from './features';
import { clamp, orderCandidates, type Start } from './place';
import {
  createPreferenceModel,
  type ModelOptions,
  modelOptions,
  type PreferenceModel,
  type Step,
} from './preference-model';

/** Choices of which the order in time is followed; what older ones taught is taken as given. */
const followed = 2000;
/** Choices change a source's chance to be accepted by this much of what they change in the order, at most. */
const [boostShare, boostLimit] = [0.5, 1];

export type Ranking = {
  prefer: Prefer;
  /** Learns from one more choice, later than those before. */
  learn(choice: Choice): void;
  /** Posterior mean of a feature's weight, in log-odds. */
  weight: PreferenceModel['weight'];
  /** Log-odds that choices add to one source's chance to be accepted, −1 to 1. */
  boost(source: Pick<OfferedSource, 'kind' | 'id'>, about: { intent: Intent | null }): number;
};

/** The ranking that these choices (oldest first) teach. The same choices give the same ranking: nothing is random. */
export function createRanking(choices: readonly Choice[], options: ModelOptions = modelOptions): Ranking {
  const model = createPreferenceModel(options);
  const steps: Step[] = [];
  const weights = new Map<string, number>();
  const start: Start = { weights, shrink: 1 };
  const learn = (choice: Choice) => {
    steps.push(model.learn(choice));
    if (steps.length <= followed) return;
    const [oldest] = steps.splice(0, 1);
    for (const [name, change] of oldest?.changes ?? []) weights.set(name, (weights.get(name) ?? 0) + change);
    start.shrink = oldest?.shrink ?? 1;
  };
  for (const choice of choices) learn(choice);
  const boost: Ranking['boost'] = (source, about) => {
    const sum = sourceFeatures(source, about).reduce((total, { name }) => total + model.weight(name), 0);
    return clamp(boostShare * sum, boostLimit);
  };
  return {
    learn,
    weight: model.weight,
    boost,
    prefer: (candidates, about) =>
      orderCandidates(candidates, { about, start, steps }).flatMap((index) => {
        const source = candidates[index];
        return source ? [{ index, boost: boost(source, about) }] : [];
      }),
  };
}
