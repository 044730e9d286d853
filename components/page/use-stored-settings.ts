import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { SettingName, Settings } from '../../lib/core/settings';
import { readSettings, watchSettings, writeSetting } from '../../lib/storage/settings';

const settingsQuery = queryOptions({ queryKey: ['settings'] as const, queryFn: readSettings });

/** The stored settings, live, and how to change one; undefined until they are read. `onRefused` hears when the browser did not store. */
export function useStoredSettings(onRefused: () => void) {
  const client = useQueryClient();
  const settings = useQuery(settingsQuery).data;
  useEffect(() => watchSettings((next) => client.setQueryData(settingsQuery.queryKey, next)), [client]);

  const change = useCallback(
    async <K extends SettingName>(key: K, value: Settings[K]): Promise<void> => {
      // Shown before it is stored: a text field whose letters wait for the storage would lose some.
      client.setQueryData(settingsQuery.queryKey, (old) => (old ? { ...old, [key]: value } : old));
      try {
        await writeSetting(key, value);
      } catch {
        onRefused();
        await client.invalidateQueries(settingsQuery);
      }
    },
    [client, onRefused],
  );
  return { settings, change };
}
