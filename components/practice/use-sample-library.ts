import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Engine } from '../../lib/core/engine';
import { practicePlaybookPrefix } from '../../lib/core/knowledge';
import { stateQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { unwrap } from '../query-client';
import { sampleArticles } from './sample-articles';
import { sampleMacros, samplePlaybook } from './sample-macros';

/** Id of the sample playbook; playbooks have no source, so the prefix tells whose it is. */
export const samplePlaybookId = `${practicePlaybookPrefix}late-parcel`;

/** Puts the sample library into the engine under `source`, apart from the agent's own knowledge. */
export async function storeSampleLibrary(engine: Engine, source: string): Promise<void> {
  await unwrap(engine.beginImport({ source, fresh: true }));
  const batch = {
    articles: sampleArticles,
    macros: sampleMacros,
    cursor: null,
    total: sampleArticles.length + sampleMacros.length,
    problems: [],
  };
  const stored = await engine.storeBatch({ source, batch });
  const ended = await engine.endImport({ source, status: stored.ok ? 'done' : 'failed' });
  await unwrap(Promise.resolve(stored));
  await unwrap(Promise.resolve(ended));
  await unwrap(engine.savePlaybook({ id: samplePlaybookId, text: samplePlaybook }));
}

/** Takes everything of the sample library out again. */
export async function removeSampleLibrary(engine: Engine, source: string): Promise<void> {
  await unwrap(engine.removeSource(source));
  await unwrap(engine.remove({ kind: 'playbook', id: samplePlaybookId }));
}

export type SampleLibrary = {
  status: 'preparing' | 'ready' | 'removed' | 'failed';
  /** Why it failed. */
  message?: string;
  restore(): void;
  remove(): void;
};

/** The sample library on this device: stored when the page opens and it is not there; removed and put back on request. */
export function useSampleLibrary(source: string): SampleLibrary {
  const { engine, strings, showToast, say } = usePage();
  const client = useQueryClient();
  const state = useQuery(stateQuery(engine));
  const isAsked = useRef(false);
  const refresh = () => client.invalidateQueries();
  const store = useMutation({ mutationFn: () => storeSampleLibrary(engine, source), onSettled: refresh });
  const removal = useMutation({
    mutationFn: () => removeSampleLibrary(engine, source),
    onSuccess: () => showToast('good', strings.practice.library.removedToast),
    onError: (error) => showToast('warn', say(error.message)),
    onSettled: refresh,
  });
  const known = state.data?.knowledge.sources.find((one) => one.source === source);
  const isThere = known !== undefined && known.articles > 0 && known.job?.status === 'done';
  const { mutate } = store;
  useEffect(() => {
    if (isAsked.current || !state.data) return;
    isAsked.current = true;
    if (!isThere) mutate();
  }, [state.data, isThere, mutate]);

  const actions = { restore: () => mutate(), remove: () => removal.mutate() };
  const error = store.error ?? (state.data ? null : state.error);
  if (error) return { status: 'failed', message: say(error.message), ...actions };
  if (isThere) return { status: 'ready', ...actions };
  return { status: removal.isSuccess && !store.isPending ? 'removed' : 'preparing', ...actions };
}
