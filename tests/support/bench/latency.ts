import type { Page } from '@playwright/test';

/** Milliseconds from a message standing in the page to our paint; null: nothing was painted in time. */
export type Latency = { signalsMs: number | null; suggestionMs: number | null };

/**
 * Lets the customer write `text` and waits for what Deskside paints. The clock starts when the desk's own code has put
 * the message into the page, and stops at the performance marks that the panel sets after its paint.
 */
export function measureArrival(page: Page, message: { ticketId: number; text: string }): Promise<Latency> {
  return page.evaluate(
    ({ ticketId, text }) =>
      new Promise<Latency>((resolve) => {
        // Without white space: the page puts what were lines into elements of their own.
        const probe = text.replace(/\s+/g, '').slice(0, 40);
        const answer: Latency = { signalsMs: null, suggestionMs: null };
        let shownAt: number | undefined;
        const finish = () => {
          clearTimeout(timer);
          page.disconnect();
          marks.disconnect();
          resolve(answer);
        };
        const page = new MutationObserver((changes) => {
          const added = changes.flatMap((change) => [...change.addedNodes]);
          if (
            shownAt === undefined &&
            added.some((node) => (node.textContent ?? '').replace(/\s+/g, '').includes(probe))
          ) {
            shownAt = performance.now();
          }
        });
        page.observe(document.body, { childList: true, subtree: true });
        const marks = new PerformanceObserver((list) => {
          for (const mark of list.getEntries()) {
            if (shownAt === undefined || mark.startTime < shownAt) continue;
            if (mark.name === 'deskside:signals-painted') answer.signalsMs ??= mark.startTime - shownAt;
            if (mark.name === 'deskside:suggestion-painted') answer.suggestionMs ??= mark.startTime - shownAt;
          }
          if (answer.signalsMs !== null && answer.suggestionMs !== null) finish();
        });
        marks.observe({ type: 'mark' });
        const timer = setTimeout(finish, 10_000);
        const body = JSON.stringify({ ticketId, text, role: 'customer' });
        void fetch('/__desk__/arrive', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      }),
    message,
  );
}

/** Starts to note long tasks (over 50 ms) of the page; answers how to read their durations. */
export async function watchLongTasks(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const durations: number[] = [];
    new PerformanceObserver((list) => durations.push(...list.getEntries().map((task) => task.duration))).observe({
      type: 'longtask',
    });
    Object.assign(window, { desksideLongTasks: durations });
  });
  return () => page.evaluate(() => (window as unknown as { desksideLongTasks: number[] }).desksideLongTasks);
}
