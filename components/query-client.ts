import { notifyManager, QueryClient } from '@tanstack/react-query';
import type { Failure, Result } from '../lib/core/result';

/** An expected failure as React Query knows failures: thrown. `kind` and `retryAfterMs` are those of the Result. */
export class ExpectedFailure extends Error {
  readonly kind: string;
  readonly retryAfterMs: number | undefined;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'ExpectedFailure';
    this.kind = failure.kind;
    this.retryAfterMs = failure.retryAfterMs;
  }
}

/** The value of a Result; a failure is thrown as an `ExpectedFailure`, an abort as the signal's reason. */
export async function unwrap<T>(pending: Promise<Result<T>>, signal?: AbortSignal): Promise<T> {
  const result = await (signal ? untilAborted(pending, signal) : pending);
  if (!result.ok) throw new ExpectedFailure(result.error);
  return result.value;
}

function untilAborted<T>(pending: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    pending.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** The kind of an expected failure, or undefined for anything else. */
export function failureKind(error: unknown): string | undefined {
  return error instanceof ExpectedFailure ? error.kind : undefined;
}

/**
 * A query client for an engine on this computer: works offline, never refetches by itself, and asks again, twice after
 * 300 ms, only when the way to the engine was cut.
 */
export function createQueryClient(): QueryClient {
  // The default, a timeout, is throttled to a second in hidden tabs and costs milliseconds in visible ones.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => failureKind(error) === 'disconnected' && failures < 2,
        retryDelay: 300,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
