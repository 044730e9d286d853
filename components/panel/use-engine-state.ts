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
/** How often it is asked how much of the library is still unread. */
const readingMs = 1_000;

function pollAfter(state: EngineState | undefined, isWaiting: boolean): number | false {
  if (state?.model.failure) return false;
  if (isWaiting && state?.model.status !== 'ready') return pollMs;
  if (state && state.knowledge.unread > 0) return readingMs;
  return state?.model.selfTest === 'waiting' ? testMs : false;
}

/** Asks for suggestions again when the whole library has been read: before, what is unread was found by its words alone. */
function useRefreshWhenRead(unread: number | undefined): void {
  const queries = useQueryClient();
  const [last, setLast] = useState(unread);
  useEffect(() => {
    if (unread === undefined || unread === last) return;
    setLast(unread);
    if (unread === 0 && last !== undefined) void queries.invalidateQueries({ queryKey: ['suggest'] });
  }, [unread, last, queries]);
}

/**
 * The engine's state, asked again every 400 ms while `isWaiting` for an answer and the model is not ready, every second
 * while entries of the library are unread, and every 2 s until the model has passed its self-test. When results are
 * withdrawn, everything is asked for again; when the library has been read, suggestions are.
 */
export function useEngineState(engine: Engine, isWaiting: boolean): EngineState | undefined {
  const queries = useQueryClient();
  const { data } = useQuery({
    ...engineStateQuery(engine),
    refetchInterval: ({ state }) => pollAfter(state.data, isWaiting),
  });
  useRefreshWhenRead(data?.knowledge.unread);
  const withdrawn = `${data?.model.fallbacks ?? 0} ${data?.model.failure ?? ''}`;
  const [last, setLast] = useState(withdrawn);
  useEffect(() => {
    if (withdrawn === last) return;
    setLast(withdrawn);
    for (const name of ['signals', 'suggest']) void queries.resetQueries({ queryKey: [name] });
  }, [withdrawn, last, queries]);
  return data;
}
