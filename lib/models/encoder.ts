import type { Encoder, Encoding, ModelFailure, ModelState } from '../core/engine';
import { passesSelfTest, type SelfTestFile } from './self-test';
import { damagedFile } from './verify';
import type { ModelWorker, Runtime, WorkerHandle } from './worker-handle';

export type EncoderOptions = {
  modelId: string;
  version: string;
  startWorker(runtime: Runtime): WorkerHandle;
  /** The sentences to test the model with once live texts are answered; without them it is trusted untested. */
  readSelfTest?(): Promise<SelfTestFile>;
  /** How long no live text must have come before the test. */
  testAfterMs?: number;
  /** How long after a live text nothing else runs: the passes of one answer come in steps, with searches between them. */
  calmMs?: number;
  /** A pass that takes longer than this means a hung worker, which is replaced. */
  passLimitMs?: number;
  /** A worker that does nothing and yet does not answer for this long is gone, which no event may tell. */
  idleLimitMs?: number;
  /** Texts whose encodings are remembered. 500 × about 6 kB with token vectors, 2 kB without. */
  remembered?: number;
};

type Job = {
  text: string;
  priority: 'now' | 'later';
  attempts: number;
  resolve(value: Encoding): void;
  reject(reason: unknown): void;
  signal?: AbortSignal;
};

/** The encoder of the engine page: a queue before one worker. */
export type WorkerEncoder = Encoder & {
  /** Starts the worker ahead of the first text, and runs it once where none waits. Never rejects; a failure shows in `state()`. */
  warm(): Promise<void>;
  /** Ends the worker and frees its memory; the next text starts it again. */
  unload(): void;
};

/** What the model is not run for again. */
const failureTexts: Record<ModelFailure, string> = {
  'file-damaged': 'Model file damaged',
  'self-test': 'The model gives wrong results on this computer',
};

/**
 * A queue before one model worker: one text at a time, live messages before imports and their answers whole before the next
 * text of an import, repeated texts from memory, a dead
 * or hung worker is replaced and its text tried once more, a failure rejects that text only. The model is tested once:
 * after the first live texts, before anything that is kept. A test that fails forgets all results, and is made again
 * with one thread; after a second failure, or when a file is damaged, every text is refused.
 */
export function createEncoder(options: EncoderOptions): WorkerEncoder {
  const { passLimitMs = 20_000, idleLimitMs = 600, remembered = 500, testAfterMs = 1_000, calmMs = 200 } = options;
  const memory = new Map<string, Promise<Encoding>>();
  const queues: Record<Job['priority'], Job[]> = { now: [], later: [] };
  const state: ModelState = {
    status: 'unloaded',
    progress: 0,
    modelId: options.modelId,
    version: options.version,
    threads: 0,
    memoryBytes: null,
    coldStartMs: null,
    verifiedMs: null,
    ...(options.readSelfTest ? { selfTest: 'waiting' } : {}),
  };
  let runtime: Runtime = 'threads';
  let testTimer: ReturnType<typeof setTimeout> | undefined;
  let isTestDue = false;
  let handle: WorkerHandle | undefined;
  let loading: Promise<ModelWorker> | undefined;
  let interrupt: ((reason: Error) => void) | undefined;
  let isBusy = false;
  let startedAt = 0;
  let liveAt = Number.NEGATIVE_INFINITY;
  let wake = () => {};
  /** When the worker last proved that it lives. */
  let answeredAt = 0;

  function drop(message?: string): void {
    handle?.terminate();
    handle = undefined;
    loading = undefined;
    Object.assign(state, { status: message ? 'failed' : 'unloaded', progress: 0, memoryBytes: null });
    if (message) state.message = message;
    interrupt?.(new Error(message ?? 'the model was unloaded'));
  }

  /** Refuses every text from now on. */
  function giveUp(failure: ModelFailure, message = failureTexts[failure]): void {
    state.failure = failure;
    drop(message);
  }

  async function start(): Promise<ModelWorker> {
    if (state.failure) throw new Error(state.message);
    startedAt = performance.now();
    state.status = 'loading';
    delete state.message;
    const started = options.startWorker(runtime);
    handle = started;
    started.onCrash((reason) => handle === started && drop(reason));
    const crashed = new Promise<never>((_resolve, reject) => {
      interrupt = reject;
    });
    const loaded = await Promise.race([
      started.remote.load((share) => Object.assign(state, { progress: share })),
      crashed,
    ]);
    answeredAt = performance.now();
    Object.assign(state, { status: 'ready', progress: 1, ...loaded });
    return started.remote;
  }

  /** The worker, started if need be. A failed start is forgotten, so that the next text tries again. */
  function worker(): Promise<ModelWorker> {
    loading ??= start().catch((error: unknown) => {
      const isDamaged = error instanceof Error && error.name === damagedFile;
      if (isDamaged) giveUp('file-damaged', error.message);
      else if (!state.failure) drop(error instanceof Error ? error.message : String(error));
      loading = undefined;
      throw error;
    });
    return loading;
  }

  /** The answer, unless the worker dies or takes longer than the limit, after which it is replaced. */
  async function answerWithin<T>(limitMs: number, send: () => Promise<T>): Promise<T> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const failed = new Promise<never>((_resolve, reject) => {
      interrupt = reject;
      timer = setTimeout(() => drop('the model did not answer in time'), limitMs);
    });
    try {
      return await Promise.race([send(), failed]);
    } finally {
      clearTimeout(timer);
      interrupt = undefined;
    }
  }

  async function runOnce(text: string): Promise<Encoding> {
    const remote = await worker();
    if (performance.now() - answeredAt > idleLimitMs) await answerWithin(idleLimitMs, () => remote.memory());
    const encoding = await answerWithin(passLimitMs, () => remote.run(text));
    answeredAt = performance.now();
    state.coldStartMs ??= answeredAt - startedAt;
    return encoding;
  }

  async function runJob(job: Job): Promise<void> {
    if (job.signal?.aborted) return job.reject(job.signal.reason);
    try {
      job.resolve(await runOnce(job.text));
    } catch (error) {
      job.attempts += 1;
      if (job.attempts < 2) queues[job.priority].unshift(job);
      else job.reject(error);
    }
  }

  /** Runs live texts; where something else waits, until none has come for `calmMs`. */
  async function runLive(): Promise<void> {
    for (;;) {
      const job = queues.now.shift();
      const restMs = liveAt + calmMs - performance.now();
      if (job) {
        await runJob(job);
        liveAt = performance.now();
      } else if (restMs > 0 && (queues.later.length > 0 || isTestNeeded())) await waitForLive(restMs);
      else return;
    }
  }

  /** Answers when a live text comes, at the latest after `restMs`. */
  function waitForLive(restMs: number): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
      setTimeout(resolve, restMs);
    });
  }

  /** Tests the model as it runs now; live texts that come meanwhile go first. A worker that twice does not get through has failed. */
  async function isSound(test: SelfTestFile): Promise<boolean> {
    const run = async (text: string) => {
      await runLive();
      return runOnce(text);
    };
    const attempt = () => passesSelfTest(test, run);
    return attempt()
      .catch(attempt)
      .catch(() => false);
  }

  async function testModel(readSelfTest: () => Promise<SelfTestFile>): Promise<void> {
    const test = await readSelfTest().catch(() => ({ id: '', weights: '', sentences: [] }));
    if (await isSound(test)) return pass();
    if (state.failure) return;
    memory.clear();
    runtime = 'one-thread';
    state.fallbacks = 1;
    drop();
    if (await isSound(test)) return pass();
    if (state.failure) return;
    state.selfTest = 'failed';
    memory.clear();
    giveUp('self-test');
  }

  function pass(): void {
    state.selfTest = 'passed';
  }

  function isTestNeeded(): boolean {
    return state.selfTest === 'waiting' && !state.failure && (isTestDue || queues.later.length > 0);
  }

  async function pump(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    clearTimeout(testTimer);
    for (;;) {
      await runLive();
      if (options.readSelfTest && isTestNeeded()) await testModel(options.readSelfTest);
      const job = queues.now.length > 0 ? undefined : queues.later.shift();
      if (job) await runJob(job);
      else if (queues.now.length === 0) break;
    }
    isBusy = false;
    if (state.selfTest === 'waiting' && state.status === 'ready') testTimer = setTimeout(testSoon, testAfterMs);
    void handle?.remote.memory().then(
      (bytes) => Object.assign(state, { memoryBytes: bytes }),
      () => {},
    );
  }

  function testSoon(): void {
    isTestDue = true;
    void pump();
  }

  function enqueue(text: string, priority: Job['priority'], signal?: AbortSignal): Promise<Encoding> {
    return new Promise((resolve, reject) => {
      queues[priority].push({ text, priority, attempts: 0, resolve, reject, ...(signal ? { signal } : {}) });
      if (priority === 'now') wake();
      void pump();
    });
  }

  function encodeOne(text: string, priority: Job['priority'], signal?: AbortSignal): Promise<Encoding> {
    const known = memory.get(text);
    if (known) {
      memory.delete(text);
      memory.set(text, known);
      return known;
    }
    if (priority === 'later') return enqueue(text, priority, signal);
    // Not tied to one caller's signal: others may be waiting for the same remembered pass.
    const promise = enqueue(text, priority);
    memory.set(text, promise);
    promise.catch(() => memory.delete(text));
    if (memory.size > remembered) memory.delete(memory.keys().next().value as string);
    return promise;
  }

  return {
    encode: (texts, { priority = 'now', signal } = {}) =>
      Promise.all(texts.map((text) => encodeOne(text, priority, signal))),
    state: () => ({ ...state }),
    warm: () =>
      worker()
        .then(() => (isBusy ? undefined : enqueue('.', 'now')))
        .then(
          () => {},
          () => {},
        ),
    unload: () => drop(),
  };
}
