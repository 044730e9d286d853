import { isLocked } from '../../lib/core/policy';
import type { SettingName } from '../../lib/core/settings';
import { usePage } from './page-context';

/** Tells of a setting, or of a part of one, why the agent cannot change it; undefined where they can. */
export function useLock(): (name: SettingName, part?: string) => string | undefined {
  const { settings, strings } = usePage();
  return (name, part) => (isLocked(settings.policy, name, part) ? strings.page.policy.locked : undefined);
}
