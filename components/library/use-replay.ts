import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Engine } from '../../lib/core/engine';
import type { ReplayChange, ReplaySettings } from '../../lib/core/replay';
import { suggestionKinds } from '../../lib/core/suggestion';
import { replayQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { unwrap } from '../query-client';
import type { LibraryDeps } from './deps';

type From = Parameters<Engine['startReplay']>[0]['from'] | { kind: 'chosen'; file: File };

/** What has to change in `settings` to become `tried`; null for nothing. */
export function changeBetween(settings: ReplaySettings, tried: ReplaySettings): ReplayChange | null {
  const kinds = suggestionKinds.filter((kind) => settings.kinds[kind] !== tried.kinds[kind]);
  const change: ReplayChange = {
    ...(kinds.length > 0 ? { kinds: Object.fromEntries(kinds.map((kind) => [kind, tried.kinds[kind]])) } : {}),
    ...(settings.tone === tried.tone ? {} : { tone: tried.tone }),
    ...(settings.rememberTickets === tried.rememberTickets ? {} : { rememberTickets: tried.rememberTickets }),
    ...(settings.learnFromChoices === tried.learnFromChoices ? {} : { learnFromChoices: tried.learnFromChoices }),
  };
  return Object.keys(change).length === 0 ? null : change;
}

/** Starts and ends replays. `start.error` says why the latest could not start. */
export function useReplay({ readFile }: Pick<LibraryDeps, 'readFile'>) {
  const { engine, showToast, say } = usePage();
  const client = useQueryClient();
  const key = replayQuery(engine).queryKey;
  const forgetTurns = () => client.removeQueries({ queryKey: [...key, 'turns'] });
  const start = useMutation({
    mutationFn: async ({ from, change }: { from: From; change: ReplayChange | null }) => {
      if (from.kind !== 'chosen') return unwrap(engine.startReplay({ from, change }));
      const file = await unwrap(readFile(from.file, { signal: new AbortController().signal }));
      return unwrap(engine.startReplay({ from: { kind: 'file', file }, change }));
    },
    onSuccess(state) {
      forgetTurns();
      client.setQueryData(key, state);
    },
  });
  const end = useMutation({
    mutationFn: (action: 'cancel' | 'clear') => unwrap(engine.endReplay({ action })),
    onSuccess(state) {
      if (state.phase === 'empty') forgetTurns();
      client.setQueryData(key, state);
    },
    onError: (error) => showToast('warn', say(error.message)),
  });
  return { start, end };
}
