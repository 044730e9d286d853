import type { Encoder, Encoding, ModelState } from '../core/engine';

/** What the worker offers; Comlink carries it. */
export type ModelWorker = {
  load(onProgress: (share: number) => void): Promise<{ threads: number }>;
  run(text: string): Promise<Encoding>;
  /** WASM memory in bytes, null where the runtime does not tell. */
  memory(): Promise<number | null>;
};

/** What the worker offers before it is told which bundled model to load. */
export type BundledModelWorker = Omit<ModelWorker, 'load'> & {
  load(model: { id: string; maxTokens: number }, onProgress: (share: number) => void): Promise<{ threads: number }>;
};

/** A worker that was started, and how to end it. `onCrash` is called once when it dies by itself. */
export type WorkerHandle = {
  remote: ModelWorker;
  terminate(): void;
  onCrash(callback: (reason: string) => void): void;
};

export type EncoderOptions = {
  modelId: string;
  version: string;
  startWorker(): WorkerHandle;
  /** A pass that takes longer than this means a hung worker, which is replaced. */
  passLimitMs?: number;
  /** A worker that does nothing and yet does not answer for this long is gone, which no event may tell. */
  idleLimitMs?: number;
  /** Texts whose encodings are remembered. 1,000 × about 2 kB. */
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
  /** Starts the worker ahead of the first text. Never rejects; a failure shows in `state()`. */
  warm(): Promise<void>;
  /** Ends the worker and frees its memory; the next text starts it again. */
  unload(): void;
};

/**
 * A queue before one model worker: one text at a time, live messages before imports, repeated texts from memory, a dead
 * or hung worker is replaced and its text tried once more, a failure rejects that text only.
 */
export function createEncoder(options: EncoderOptions): WorkerEncoder {
  const { passLimitMs = 20_000, idleLimitMs = 600, remembered = 1000 } = options;
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
  };
  let handle: WorkerHandle | undefined;
  let loading: Promise<ModelWorker> | undefined;
  let interrupt: ((reason: Error) => void) | undefined;
  let isBusy = false;
  let startedAt = 0;
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

  async function start(): Promise<ModelWorker> {
    startedAt = performance.now();
    state.status = 'loading';
    delete state.message;
    const started = options.startWorker();
    handle = started;
    started.onCrash((reason) => handle === started && drop(reason));
    const crashed = new Promise<never>((_resolve, reject) => {
      interrupt = reject;
    });
    const { threads } = await Promise.race([
      started.remote.load((share) => Object.assign(state, { progress: share })),
      crashed,
    ]);
    answeredAt = performance.now();
    Object.assign(state, { status: 'ready', progress: 1, threads });
    return started.remote;
  }

  /** The worker, started if need be. A failed start is forgotten, so that the next text tries again. */
  function worker(): Promise<ModelWorker> {
    loading ??= start().catch((error: unknown) => {
      drop(error instanceof Error ? error.message : String(error));
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

  async function pump(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    for (let job = queues.now.shift() ?? queues.later.shift(); job; job = queues.now.shift() ?? queues.later.shift())
      await runJob(job);
    isBusy = false;
    void handle?.remote.memory().then(
      (bytes) => Object.assign(state, { memoryBytes: bytes }),
      () => {},
    );
  }

  function enqueue(text: string, priority: Job['priority'], signal?: AbortSignal): Promise<Encoding> {
    return new Promise((resolve, reject) => {
      queues[priority].push({ text, priority, attempts: 0, resolve, reject, ...(signal ? { signal } : {}) });
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
      enqueue('.', 'now').then(
        () => {},
        () => {},
      ),
    unload: () => drop(),
  };
}
