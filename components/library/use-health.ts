import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HealthItem, HealthState } from '../../lib/core/health';
import { healthQuery } from '../page/engine-queries';
import { usePage } from '../page/page-context';
import { unwrap } from '../query-client';

/** A call that answers the state as it is after it; a refusal is told. */
function useHealthCall<T>(call: (argument: T) => Promise<HealthState>) {
  const { engine, showToast, say } = usePage();
  const client = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: (state) => client.setQueryData(healthQuery(engine).queryKey, state),
    onError: (error) => showToast('warn', say(error.message)),
  });
}

/** Starts a check, or ends the one that runs. */
export function useCheckHealth() {
  const { engine } = usePage();
  return useHealthCall((action: 'start' | 'cancel') => unwrap(engine.checkHealth({ action })));
}

/** Takes a question off the list for good. */
export function useDismissGap() {
  const { engine } = usePage();
  return useHealthCall((id: string) => unwrap(engine.dismissGap({ id })));
}

/** Gives an item a tag that the team uses. */
export function useAddTag() {
  const { engine } = usePage();
  return useHealthCall(({ item: { kind, id }, tag }: { item: HealthItem; tag: string }) =>
    unwrap(engine.addTag({ kind, id, tag })),
  );
}
