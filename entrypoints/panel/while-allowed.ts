import { isDeskOn } from '@/lib/core/policy';
import type { Settings } from '@/lib/core/settings';
import { readSettings, watchSettings } from '@/lib/storage/settings';

/** Runs `start` as long as the agent's organisation has this built-in helpdesk on, until `signal` aborts. */
export async function runWhileAllowed(
  desk: string,
  start: (options: { signal: AbortSignal }) => void,
  { signal }: { signal: AbortSignal },
): Promise<void> {
  let running: AbortController | undefined;
  const update = ({ policy }: Pick<Settings, 'policy'>) => {
    const isWanted = !signal.aborted && isDeskOn(policy, desk);
    if (isWanted === (running !== undefined)) return;
    running?.abort();
    running = isWanted ? new AbortController() : undefined;
    if (running) start({ signal: running.signal });
  };
  const stop = watchSettings(update);
  signal.addEventListener('abort', () => {
    stop();
    running?.abort();
    running = undefined;
  });
  update(await readSettings());
}
