import type { PanelPage } from '@/components/panel/deps';
import type { Source } from '@/components/panel/observable';
import type { Helpdesk } from '@/lib/core/helpdesk';
import type { Settings } from '@/lib/core/settings';

/** The longest delay a timer takes. */
const longestMs = 2 ** 31 - 1;

/** True while the agent wants Deskside on this site. `now`: epoch milliseconds. */
export function isOn({ sitesOff, pausedUntil }: Settings, origin: string, now: number = Date.now()): boolean {
  return !sitesOff.includes(origin) && pausedUntil !== -1 && pausedUntil <= now;
}

/**
 * Reads the helpdesk's page into `pageState` while Deskside is on, and nothing at all while it is switched off here or
 * paused, until `signal` aborts.
 */
export function watchWhileOn(
  parts: {
    helpdesk: Helpdesk;
    settings: Pick<Source<Settings>, 'get' | 'subscribe'>;
    pageState: Source<PanelPage>;
    origin: string;
  },
  { signal }: { signal: AbortSignal },
): void {
  const { helpdesk, settings, pageState, origin } = parts;
  let watching: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = () => {
    clearTimeout(timer);
    const now = settings.get();
    const isWanted = !signal.aborted && isOn(now, origin);
    const restMs = now.pausedUntil - Date.now();
    if (!signal.aborted && restMs > 0) timer = setTimeout(update, Math.min(restMs + 1, longestMs));
    if (isWanted && !watching) {
      watching = new AbortController();
      helpdesk.watch(pageState.set, { signal: watching.signal });
    } else if (!isWanted && watching) {
      watching.abort();
      watching = undefined;
      pageState.set({ state: 'waiting' });
    }
  };
  const stop = settings.subscribe(update);
  signal.addEventListener('abort', () => {
    stop();
    update();
  });
  update();
}
