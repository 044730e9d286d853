import type { Importer, ImportStatus } from '@/components/panel/deps';
import { createObservable, type Observable } from '@/components/panel/observable';
import type { Engine } from '@/lib/core/engine';
import type { HelpdeskApi } from '@/lib/core/helpdesk';
import type { ImportJob } from '@/lib/core/knowledge';
import { type Failure, fail, ok, type Result } from '@/lib/core/result';

type Parts = { engine: Engine; api: HelpdeskApi; origin: string };

/** Longest wait for a helpdesk that asks to slow down; beyond it the import pauses and the agent resumes it. */
const longestWaitMs = 120_000;

const idle: ImportStatus = { phase: 'idle', done: 0, total: null, articles: 0, macros: 0 };
const phases: Record<ImportJob['status'], ImportStatus['phase']> = {
  running: 'running',
  paused: 'paused',
  cancelled: 'paused',
  failed: 'failed',
  done: 'done',
};

function toStatus(job: ImportJob): ImportStatus {
  const { done, total, articles, macros, message, problems } = job;
  const words = { ...(message ? { message } : {}), ...(problems.length > 0 ? { problems } : {}) };
  return { phase: phases[job.status], done, total, articles, macros, ...words };
}

/** Waits, or ends at once when the agent cancels. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Reads one page after the other and hands each to the engine, which keeps the place to go on from. */
async function copyPages(
  { engine, api, origin }: Parts,
  report: (status: ImportStatus) => void,
  signal: AbortSignal,
): Promise<Result<null>> {
  const begun = await engine.beginImport({ source: origin, fresh: false });
  if (!begun.ok) return begun;
  report(toStatus(begun.value));
  let { cursor } = begun.value;
  const { since } = begun.value;
  while (!signal.aborted) {
    const page = await api.readKnowledge(cursor, since === undefined ? { signal } : { signal, since });
    if (signal.aborted) break;
    if (!page.ok) {
      const wait = page.error.retryAfterMs;
      if (wait === undefined || wait > longestWaitMs) return page;
      await pause(wait, signal);
      continue;
    }
    const stored = await engine.storeBatch({ source: origin, batch: page.value });
    if (!stored.ok) return stored;
    report(toStatus(stored.value));
    cursor = page.value.cursor;
    if (cursor === null) return ok(null);
  }
  return fail('aborted', '');
}

/** How an import ended, for the engine to keep: stopped by the agent, put off by the helpdesk, failed, or done. */
function ending(error: Failure | undefined): { status: 'cancelled' | 'paused' | 'failed' | 'done'; message?: string } {
  if (!error) return { status: 'done' };
  if (error.kind === 'aborted') return { status: 'cancelled' };
  return { status: error.retryAfterMs === undefined ? 'failed' : 'paused', message: error.message };
}

/**
 * Imports the open helpdesk's knowledge with the agent's own session. `start` goes on where the last one stopped; a
 * second start while one runs is ignored; `cancel` keeps what is stored.
 */
export function createImporter(parts: Parts): Importer {
  const { engine, origin } = parts;
  const status = createObservable<ImportStatus>(idle);
  let running: AbortController | undefined;

  async function run(controller: AbortController): Promise<void> {
    const outcome = await copyPages(parts, status.set, controller.signal);
    const error = outcome.ok ? undefined : outcome.error;
    const ended = await engine.endImport({ source: origin, ...ending(error) });
    running = undefined;
    const last = ended.ok
      ? toStatus(ended.value)
      : { ...status.get(), phase: 'failed' as const, message: ended.error.message };
    status.set(error?.retryAfterMs === undefined ? last : { ...last, retryAt: Date.now() + error.retryAfterMs });
  }

  /** An import that was left in the middle or put off waits to be resumed; of others the agent knows how they ended. */
  async function findUnfinished(): Promise<void> {
    const state = await engine.state();
    const job = state.ok ? state.value.knowledge.sources.find(({ source }) => source === origin)?.job : undefined;
    if (running || (job?.status !== 'running' && job?.status !== 'paused')) return;
    status.set(toStatus({ ...job, status: 'paused' }));
  }
  void findUnfinished();

  const observable: Observable<ImportStatus> = status;
  return {
    ...observable,
    start() {
      if (running) return;
      running = new AbortController();
      status.set({ ...status.get(), phase: 'running' });
      void run(running);
    },
    cancel: () => running?.abort(),
  };
}
