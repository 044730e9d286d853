import { type FactName, factNames, type OfferedSource, type Trait } from '../core/learning';

/** From the general to the single: facts of a source, its kind, its kind for an intent, the source, the source for an intent. */
export type FeatureGroup = 'fact' | 'kind' | 'intentKind' | 'source' | 'intentSource';
/** One feature of a source; `name` is unique over all groups. */
export type Feature = { group: FeatureGroup; name: string; value: number };

/** What the features of a source depend on. */
export type About = { intent: string | null; muted?: readonly Trait[] };

const indicator = (group: FeatureGroup, ...path: string[]): Feature => ({
  group,
  name: JSON.stringify([group, ...path]),
  value: 1,
});

/** The features that stand for one source: for every intent, and for this one. */
export function sourceFeatures({ kind, id }: Pick<OfferedSource, 'kind' | 'id'>, { intent }: About): Feature[] {
  const own = indicator('source', kind, id);
  return intent === null ? [own] : [own, indicator('intentSource', intent, kind, id)];
}

/** The features that stand for a kind of source: for every intent, and for this one. */
export function kindFeatures(kind: OfferedSource['kind'], { intent, muted = [] }: About): Feature[] {
  if (muted.includes('kind')) return [];
  const own = indicator('kind', kind);
  return intent === null ? [own] : [own, indicator('intentKind', intent, kind)];
}

/** The name of a fact's feature. */
export function factFeature(fact: FactName): string {
  return JSON.stringify(['fact', fact]);
}

/** All features of a source as it was offered. */
export function readFeatures(source: OfferedSource, about: About): Feature[] {
  const facts = factNames.flatMap((name): Feature[] => {
    const value = source.facts[name];
    if (value === undefined || about.muted?.includes(name)) return [];
    return [{ group: 'fact', name: factFeature(name), value }];
  });
  return [...facts, ...kindFeatures(source.kind, about), ...sourceFeatures(source, about)];
}
