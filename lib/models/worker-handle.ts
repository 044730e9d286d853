import type { Encoding } from '../core/engine';

/** How the worker runs its model: with as many threads as pay, or with one, which is slower and depends on less. */
export type Runtime = 'threads' | 'one-thread';

type Loaded = { threads: number; verifiedMs: number };

/** What the worker offers; Comlink carries it. */
export type ModelWorker = {
  load(onProgress: (share: number) => void): Promise<Loaded>;
  run(text: string): Promise<Encoding>;
  /** WASM memory in bytes, null where the runtime does not tell. */
  memory(): Promise<number | null>;
};

/** What the worker offers before it is told which bundled model to load. */
export type BundledModelWorker = Omit<ModelWorker, 'load'> & {
  load(
    model: { id: string; maxTokens: number; hashes: Readonly<Record<string, string>> },
    runtime: Runtime,
    onProgress: (share: number) => void,
  ): Promise<Loaded>;
};

/** A worker that was started, and how to end it. `onCrash` is called once when it dies by itself. */
export type WorkerHandle = {
  remote: ModelWorker;
  terminate(): void;
  onCrash(callback: (reason: string) => void): void;
};
