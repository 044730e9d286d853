/** Waits for a pause in what is told of often, as keys are. */
export type QuietTimer = {
  /** It happened again. Costs no timer where one runs already, since each key may tell of it several times. */
  touch(): void;
  cancel(): void;
};

/** Calls `work` when `quietMs` have passed since the last {@link QuietTimer.touch}, at the latest `longestMs` after the first. */
export function createQuietTimer(
  work: () => void,
  { quietMs, longestMs = Number.POSITIVE_INFINITY }: { quietMs: number; longestMs?: number },
): QuietTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [first, last] = [0, 0];
  const fire = () => {
    const leftMs = Math.min(last + quietMs, first + longestMs) - performance.now();
    timer = leftMs > 1 ? setTimeout(fire, leftMs) : undefined;
    if (timer === undefined) work();
  };
  return {
    touch() {
      last = performance.now();
      if (timer !== undefined) return;
      first = last;
      timer = setTimeout(fire, Math.min(quietMs, longestMs));
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
