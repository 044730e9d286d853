import { useSyncExternalStore } from 'react';
import type { Settings } from '../../lib/core/settings';
import type { Observable } from './observable';

/** The agent's settings, live. */
export function useSettings(settings: Observable<Settings>): Settings {
  return useSyncExternalStore(settings.subscribe, settings.get);
}
