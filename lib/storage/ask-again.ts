/** How long an answer is waited for before the browser is asked once more: milliseconds. One that just started takes 3.3 s. */
const patienceMs = 5_000;

/**
 * What the browser answers, asked anew every five seconds as long as it does not: one that is starting with a fresh profile
 * was seen to leave a call without any answer, which would leave panel and pages empty for good (Chromium 156, 2026-11-30).
 * Settles as the first call that does.
 */
export function askAgain<T>(ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle =
      <V>(end: (value: V) => void) =>
      (value: V) => {
        clearInterval(timer);
        end(value);
      };
    // A page that the extension was taken away from throws at once.
    const call = () => void Promise.resolve().then(ask).then(settle(resolve), settle(reject));
    const timer = setInterval(call, patienceMs);
    call();
  });
}
