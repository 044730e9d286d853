import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Engine } from '../../lib/core/engine';
import { intentsQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { unwrap } from '../query-client';

type Edit = Parameters<Engine['editIntents']>[0];

/** Changes the team's intents; what is shown follows at once, a refusal is told. `done` is said when it is made. */
export function useEditIntents() {
  const { engine, showToast, say } = usePage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ edit }: { edit: Edit; done?: string }) => unwrap(engine.editIntents(edit)),
    onSuccess(state, { done }) {
      client.setQueryData(intentsQuery(engine).queryKey, state);
      if (done) showToast('good', done);
    },
    onError: (error) => showToast('warn', say(error.message)),
  });
}

/** Starts or stops the training. */
export function useTrainIntents() {
  const { engine, showToast, say } = usePage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (action: 'start' | 'cancel') => unwrap(engine.trainIntents({ action })),
    onSuccess: (state) => client.setQueryData(intentsQuery(engine).queryKey, state),
    onError: (error) => showToast('warn', say(error.message)),
  });
}
