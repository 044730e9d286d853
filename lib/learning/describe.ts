import { type FactName, factNames, type NamedSource, type OfferedSource, type Preference } from '../core/learning';
import type { Intent } from '../core/signals';
import type { Choice } from '../core/suggestion';
import { approvalOf, type Contest, chosenOf, passedBy, readContests } from './contests';
import { factFeature, kindFeatures, sourceFeatures } from './features';
import type { Ranking } from './ranking';

/** Least weight, in log-odds, and fewest choices that are worth telling. */
const [leastWeight, fewestChoices] = [0.1, 2];

type Untitled = Pick<OfferedSource, 'kind' | 'id'>;
type Tally = {
  intent: Intent | null;
  source: Untitled;
  choices: number;
  over: Map<string, { source: Untitled; count: number }>;
};
/** A preference before its sources have their titles. */
export type Found = Omit<Preference & { about: 'source' }, 'source' | 'over'> & {
  source: Untitled;
  over: Untitled | null;
};

const keyOf = ({ kind, id }: Untitled) => JSON.stringify([kind, id]);

/** The id of what was learnt of a source for an intent. */
export function sourcePreferenceId(source: Untitled, intent: Intent | null): string {
  return JSON.stringify(['source', intent, source.kind, source.id]);
}

function tallySources(choices: readonly Choice[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const choice of choices) {
    const source = chosenOf(choice);
    if (!source || (approvalOf(choice) === 0 && choice.action !== 'dismissed')) continue;
    const intent = choice.intent ?? null;
    const id = sourcePreferenceId(source, intent);
    const { kind } = source;
    const tally = tallies.get(id) ?? { intent, source: { kind, id: source.id }, choices: 0, over: new Map() };
    tally.choices += 1;
    for (const { kind, id } of approvalOf(choice) > 0 ? passedBy(choice) : []) {
      const key = keyOf({ kind, id });
      tally.over.set(key, { source: { kind, id }, count: (tally.over.get(key)?.count ?? 0) + 1 });
    }
    tallies.set(id, tally);
  }
  return tallies;
}

/** Sources that are preferred or avoided for an intent. */
function findSources(choices: readonly Choice[], weight: Ranking['weight']): Found[] {
  return [...tallySources(choices)].flatMap(([id, { intent, source, choices: count, over }]) => {
    const sum = sourceFeatures(source, { intent }).reduce((total, { name }) => total + weight(name), 0);
    if (count < fewestChoices || Math.abs(sum) < leastWeight) return [];
    const [rival] = [...over.values()].sort((a, b) => b.count - a.count);
    return [{ id, about: 'source', intent, source, over: rival?.source ?? null, weight: sum, choices: count }];
  });
}

/** How many choices hold evidence of which `tells` is true. */
const countTelling = (evidence: Contest[][], tells: (better: OfferedSource, worse: OfferedSource) => boolean) =>
  evidence.filter((contests) => contests.some(({ better, worse }) => better && worse.some((one) => tells(better, one))))
    .length;

/** Facts of sources, and kinds of sources, that count with this agent. */
function findTraits(choices: readonly Choice[], weight: Ranking['weight']): Preference[] {
  const evidenceWithout = (trait: FactName | 'kind') =>
    choices.filter(({ muted }) => !muted?.includes(trait)).map(readContests);
  const kinds = (['article', 'past'] as const).map((kind): Preference => {
    const [own, macro] = [kindFeatures(kind, { intent: null })[0], kindFeatures('macro', { intent: null })[0]];
    const tells = (a: OfferedSource, b: OfferedSource) => (a.kind === kind) !== (b.kind === kind);
    const difference = weight(own?.name ?? '') - weight(macro?.name ?? '');
    const count = countTelling(evidenceWithout('kind'), tells);
    return { id: JSON.stringify(['kind', kind]), about: 'kind', kind, weight: difference, choices: count };
  });
  const facts = factNames.map((trait): Preference => {
    const tells = (a: OfferedSource, b: OfferedSource) => (a.facts[trait] ?? 0) !== (b.facts[trait] ?? 0);
    const count = countTelling(evidenceWithout(trait), tells);
    return {
      id: JSON.stringify(['trait', trait]),
      about: 'trait',
      trait,
      weight: weight(factFeature(trait)),
      choices: count,
    };
  });
  return [...kinds, ...facts].filter((one) => one.choices >= fewestChoices && Math.abs(one.weight) >= leastWeight);
}

/** What these choices taught, strongest first. `titleOf`: a source's title, null where it is gone. */
export async function describePreferences(
  choices: readonly Choice[],
  weight: Ranking['weight'],
  titleOf: (source: Untitled) => Promise<string | null>,
): Promise<Preference[]> {
  const named = async (source: Untitled): Promise<NamedSource> => ({ ...source, title: await titleOf(source) });
  const sources = await Promise.all(
    findSources(choices, weight).map(
      async (found): Promise<Preference> => ({
        ...found,
        source: await named(found.source),
        over: found.over && (await named(found.over)),
      }),
    ),
  );
  return [...sources, ...findTraits(choices, weight)].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
}
