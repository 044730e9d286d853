import { queryOptions, useQuery } from '@tanstack/react-query';
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

/** The engine's state, asked again every 400 ms while `isWaiting` for an answer and the model is not ready. */
export function useEngineState(engine: Engine, isWaiting: boolean): EngineState | undefined {
  const query = useQuery({
    ...engineStateQuery(engine),
    refetchInterval: ({ state }) => (isWaiting && state.data?.model.status !== 'ready' ? pollMs : false),
  });
  return query.data;
}
