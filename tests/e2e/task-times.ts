import type { CDPSession } from '@playwright/test';

type Traced = {
  name: string;
  ts: number;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
  args?: { data?: { url?: string } };
};

const categories = 'toplevel,devtools.timeline,disabled-by-default-devtools.timeline';

/** Calls of an extension's code within one task of the browser, in milliseconds of processor time, tasks with none left out. */
function timesByTask(events: readonly Traced[], origin: string): number[] {
  const end = (event: Traced) => event.ts + (event.dur ?? 0);
  const tasks = events.filter(({ name }) => name === 'RunTask').toSorted((a, b) => a.ts - b.ts);
  const calls = events.filter(({ name, args }) => name === 'FunctionCall' && args?.data?.url?.startsWith(origin));
  // A call within a call is in its time already.
  const outer = calls.filter(
    (call) =>
      !calls.some(
        (other) => other !== call && other.tid === call.tid && other.ts <= call.ts && end(other) >= end(call),
      ),
  );
  const times = new Map<Traced, number>();
  for (const call of outer) {
    const task = tasks.find(
      ({ pid, tid, ...one }) =>
        pid === call.pid && tid === call.tid && one.ts <= call.ts && one.ts + (one.dur ?? 0) >= end(call),
    );
    if (task) times.set(task, (times.get(task) ?? 0) + (call.tdur ?? call.dur ?? 0) / 1000);
  }
  return [...times.values()];
}

/**
 * How long the extension's own code held up each task of the page while `act` ran, in milliseconds of processor time:
 * what else the machine does at the same time does not count.
 */
export async function taskTimes(client: CDPSession, extensionId: string, act: () => Promise<void>): Promise<number[]> {
  const events: Traced[] = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as Traced[])));
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories.split(',') },
  });
  await act();
  const done = new Promise<void>((resolve) => client.once('Tracing.tracingComplete', () => resolve()));
  await client.send('Tracing.end');
  await done;
  return timesByTask(events, `chrome-extension://${extensionId}`);
}
