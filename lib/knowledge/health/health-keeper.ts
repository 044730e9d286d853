import type { Encoder } from '../../core/engine';
import type { HealthReport, HealthState } from '../../core/health';
import type { ChoiceStore } from '../../core/stores';
import { modelName } from '../embed';
import { checkHealth, type HealthParts } from './health';

type Parts = {
  store: HealthParts['store'];
  encoder: Encoder;
  choices: ChoiceStore;
  /** Epoch milliseconds. */
  clock?: () => number;
};

/** Runs one check at a time and keeps its report until the next. */
export type HealthKeeper = {
  state(): Omit<HealthState, 'gaps'>;
  /** Starts a check unless one runs. */
  start(): void;
  /** Ends a running check; the report of the one before stays. */
  cancel(): void;
  /** Takes a tag that was accepted out of the report. */
  dropTag(id: string, tag: string): void;
  forget(): void;
};

export function createHealthKeeper({ store, encoder, choices, clock = Date.now }: Parts): HealthKeeper {
  let report: HealthReport | null = null;
  let failure: string | undefined;
  let running: { controller: AbortController; progress: number } | undefined;

  async function run(mine: { controller: AbortController; progress: number }): Promise<void> {
    const { signal } = mine.controller;
    try {
      const parts = { store, model: modelName(encoder), choices: await choices.listChoices(), now: clock() };
      const made = await checkHealth(parts, {
        signal,
        report(progress) {
          mine.progress = progress;
        },
      });
      if (!signal.aborted) report = made;
    } catch (error) {
      if (!signal.aborted) failure = error instanceof Error ? error.message : String(error);
    }
    if (running === mine) running = undefined;
  }
  function cancel(): void {
    running?.controller.abort();
    running = undefined;
  }
  return {
    state: () => ({ progress: running?.progress ?? null, report, ...(failure === undefined ? {} : { failure }) }),
    start() {
      if (running) return;
      failure = undefined;
      running = { controller: new AbortController(), progress: 0 };
      void run(running);
    },
    cancel,
    dropTag(id, tag) {
      if (!report) return;
      const tags = report.tags.map((item) =>
        item.id === id ? { ...item, tags: item.tags.filter((one) => one !== tag) } : item,
      );
      report = { ...report, tags: tags.filter((item) => item.tags.length > 0) };
    },
    forget() {
      cancel();
      report = null;
      failure = undefined;
    },
  };
}
