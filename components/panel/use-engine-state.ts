import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Engine, EngineState } from '../../lib/core/engine';
import { unwrap } from '../query-client';

const pollMs = 400;

/** State of the engine: model, library, storage. */
function engineStateQuery(engine: Engine) {
  return queryOptions({
    queryKey: ['engine-state'] as const,
    queryFn: ({ signal }) => unwrap(engine.state(), signal),
  });
}

/** How often it is asked whether the model has passed its self-test. */
const testMs = 2_000;

function pollAfter(state: EngineState | undefined, isWaiting: boolean): number | false {
  if (state?.model.failure) return false;
  if (isWaiting && state?.model.status !== 'ready') return pollMs;
  return state?.model.selfTest === 'waiting' ? testMs : false;
}

/**
 * The engine's state, asked again every 400 ms while `isWaiting` for an answer and the model is not ready, and every 2 s
 * until the model has passed its self-test. When results are withdrawn, everything is asked for again.
 */
export function useEngineState(engine: Engine, isWaiting: boolean): EngineState | undefined {
  const queries = useQueryClient();
  const { data } = useQuery({
    ...engineStateQuery(engine),
    refetchInterval: ({ state }) => pollAfter(state.data, isWaiting),
  });
  const withdrawn = `${data?.model.fallbacks ?? 0} ${data?.model.failure ?? ''}`;
  const [last, setLast] = useState(withdrawn);
  useEffect(() => {
    if (withdrawn === last) return;
    setLast(withdrawn);
    for (const name of ['signals', 'suggest']) void queries.resetQueries({ queryKey: [name] });
  }, [withdrawn, last, queries]);
  return data;
}
