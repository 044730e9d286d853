import { type Trait, traits } from '../core/learning';
import type { StoredChoice } from '../core/stores';
import { chosenOf } from './contests';
import { sourcePreferenceId } from './describe';

/** What the id of a preference is about. */
function traitOf(id: string): Trait | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(id);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts)) return undefined;
  return parts[0] === 'kind' ? 'kind' : parts[0] === 'trait' ? traits.find((trait) => trait === parts[1]) : undefined;
}

/**
 * What has to change so that one preference is forgotten: choices of its source for its intent go; a trait, which all
 * choices teach together, is no longer taught by those made so far. An unknown id changes nothing.
 */
export function forgetPreference(
  stored: readonly StoredChoice[],
  id: string,
): { removed: number[]; changed: StoredChoice[] } {
  const trait = traitOf(id);
  if (trait) {
    const changed = stored
      .filter(({ choice }) => choice.offered && !choice.muted?.includes(trait))
      .map(({ key, choice }) => ({ key, choice: { ...choice, muted: [...(choice.muted ?? []), trait] } }));
    return { removed: [], changed };
  }
  const isMeant = ({ choice }: StoredChoice) => {
    const source = chosenOf(choice);
    return source !== undefined && sourcePreferenceId(source, choice.intent ?? null) === id;
  };
  return { removed: stored.filter(isMeant).map(({ key }) => key), changed: [] };
}
