import data from './place.json' with { type: 'json' };

/**
 * What speaks for a step to be the next one. `first`: 1 for the first; `answered`: 1 for the first where an agent has written.
 * `before`, `previous`: how surely an agent took any step before it, and the one just before. `now`: nearness to the open turn,
 * once an agent has written. `form`: 1 where the agent's last message asked or told as the step just before does. `follows`: 1
 * just after the last step seen to be done; `behind`: 1 for that one and all before.
 */
export const placeNames = ['first', 'answered', 'before', 'previous', 'now', 'form', 'follows', 'behind'] as const;
export type PlaceFeatures = Record<(typeof placeNames)[number], number>;

/** Weights by feature name: a conditional logit over the steps, fitted by `npm run -s lab -- fit-steps`; never edited by hand. */
const weights: Record<string, number> = data;

/** What an agent's message does, or a step: whether it asks the customer something. */
export type Form = 'ask' | 'tell';

/** `done`: seen to be done; `said`: cosine of the nearest that an agent wrote in the step's form; `now`: of the open turn. */
export type StepSign = { form: Form; done: boolean; said: number; now: number };

/** What speaks for each step, in their order. `last`: the form of the agent's last message, null while there is none. */
export function readPlaces(signs: readonly StepSign[], last: Form | null): PlaceFeatures[] {
  const lastDone = signs.findLastIndex(({ done }) => done);
  return signs.map(({ now }, at) => ({
    first: Number(at === 0),
    answered: Number(at === 0 && last !== null),
    before: Math.max(0, ...signs.slice(0, at).map(({ said }) => said)),
    previous: signs[at - 1]?.said ?? 0,
    now,
    form: Number(last !== null && signs[at - 1]?.form === last),
    follows: Number(at === lastDone + 1),
    behind: Number(at <= lastDone),
  }));
}

/**
 * The step to take now, of those that were not seen to be done. Steps before it count as passed: most leave no trace in a
 * conversation, and what they ask for is often told in words of the customer's own. Undefined: finished.
 */
export function nextStepOf<Step extends { done: boolean }>(
  { steps, places }: { steps: readonly Step[]; places: readonly PlaceFeatures[] },
  weighed: Record<string, number> = weights,
): Step | undefined {
  return steps
    .map((step, at) => ({
      step,
      score: Object.entries(places[at] ?? {}).reduce((sum, [name, value]) => sum + (weighed[name] ?? 0) * value, 0),
    }))
    .filter(({ step }) => !step.done)
    .sort((a, b) => b.score - a.score)[0]?.step;
}
