import type { Decision, State } from './state';

const resultOf = ({ result }: State): string =>
  result === null ? '' : result === undefined ? 'nothing' : Object.keys(result).sort().join(' ');

/** What stands before a decision, from most to least told. */
function situationsOf({ dialogue, state }: Decision): string[] {
  const step = `${dialogue.task}|${state.last}|${state.done.at(-1)}`;
  return [`${step}|${state.done.at(-2)}|${resultOf(state)}`, step, dialogue.task];
}

type Counts = { total: number; by: Map<string, number> };
/** Decisions of a wider situation that count as much as one of the narrower. */
const strength = 3;

/**
 * What agents did before in the same situation of the same task: the natural logarithm of a node's share, backing off to
 * wider situations (Witten–Bell-like, with a fixed strength). For tasks whose conversations were seen.
 */
export function createExperience(train: readonly Decision[]): (decision: Decision, label: string) => number {
  const known = new Map<string, Counts>();
  for (const decision of train)
    for (const situation of situationsOf(decision)) {
      const counts = known.get(situation) ?? { total: 0, by: new Map() };
      counts.total += 1;
      counts.by.set(decision.label, (counts.by.get(decision.label) ?? 0) + 1);
      known.set(situation, counts);
    }
  return (decision, label) => {
    let share = 0.01;
    for (const situation of situationsOf(decision).reverse()) {
      const counts = known.get(situation);
      if (counts) share = ((counts.by.get(label) ?? 0) + strength * share) / (counts.total + strength);
    }
    return Math.log(share);
  };
}
