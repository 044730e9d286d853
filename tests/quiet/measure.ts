/**
 * What one visit of a ticket took, milliseconds; `lcp` is the largest paint of the page itself, `ours` that of the panel, which
 * Chromium counts as the page's where it is larger; `typing` holds each key, `longTasks` what was over 50 ms in all.
 */
export type Visit = { lcp: number; ours: number; inp: number; longTasks: number; typing: number[] };

type Watch = { lcp: number; ours: number; presses: number[]; tasks: number[]; typing: number[] };
type Watched = Window & { quiet: Watch };
/** As it comes out of the page, where a number that is none has become null. */
export type Seen = Omit<Watch, 'lcp' | 'ours'> & { lcp: number | null; ours: number | null; hasPanel: boolean };

/**
 * Watches from the first moment of a page, in that page: the largest paint, long tasks (what they take beyond nothing), and for
 * each press of a key or the pointer the time until the frame after it was worked on. Not by the Event Timing API: Chromium may give
 * no entry for a page on which it counts every interaction.
 */
export function watchPage(): void {
  const watch: Watch = { lcp: Number.NaN, ours: Number.NaN, presses: [], tasks: [], typing: [] };
  Object.assign(window, { quiet: watch });
  const observe = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  observe('largest-contentful-paint', (entry) => {
    // What lies in a shadow root is told without its element; these pages have no such root of their own.
    const isOurs = (entry as LargestContentfulPaint).element === null;
    watch[isOurs ? 'ours' : 'lcp'] = entry.startTime;
  });
  observe('longtask', ({ duration }) => watch.tasks.push(duration));
  const after = new MessageChannel();
  const pressed: { at: number; isLetter: boolean }[] = [];
  after.port1.onmessage = () => {
    const now = performance.now();
    for (const { at, isLetter } of pressed.splice(0)) {
      watch.presses.push(now - at);
      if (isLetter) watch.typing.push(now - at);
    }
  };
  const take = (event: Event) => {
    const isLetter = event instanceof KeyboardEvent && event.key.length === 1 && !event.ctrlKey;
    requestAnimationFrame(() => {
      pressed.push({ at: event.timeStamp, isLetter });
      after.port2.postMessage(null);
    });
  };
  for (const type of ['pointerdown', 'click', 'keydown']) addEventListener(type, take, { capture: true });
}

/** Reads, in the page, what {@link watchPage} has seen; what was not seen is null. */
export function readWatch(): Seen {
  const { quiet } = window as unknown as Watched;
  return { ...quiet, hasPanel: document.querySelector('deskside-panel') !== null };
}

/** The figures of a visit; INP is the slowest interaction, as for pages with fewer than fifty. */
export function toVisit({ lcp, ours, presses, tasks, typing }: Seen): Visit {
  return {
    lcp: lcp ?? Number.NaN,
    ours: ours ?? Number.NaN,
    inp: Math.max(0, ...presses),
    longTasks: tasks.reduce((sum, ms) => sum + ms, 0),
    typing,
  };
}
