import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { KeeperParts } from '@/lib/intents/intent-keeper';
import type { LearntIntents } from '@/lib/intents/team-intents';
import { createSamePassages } from '@/lib/knowledge/same-passages';
import type { SearchIndex } from '@/lib/knowledge/search-index';
import type { BundledModel } from '@/lib/models/catalogue';
import type { BundledModelWorker, Runtime, WorkerHandle } from '@/lib/models/worker-handle';
import type { IntentsWorker } from '../intents-worker';
import { watchLife } from './worker-life';

function startWorker(file: string): { worker: Worker; onGone(callback: (reason: string) => void): void } {
  const name = `${file}#${crypto.randomUUID()}`;
  const worker = new Worker(file, { type: 'module', name });
  return {
    worker,
    onGone(callback) {
      worker.addEventListener('error', (event) => callback(event.message || `${file} stopped`));
      watchLife(worker, name, () => callback(`${file} stopped`));
    },
  };
}

/** Starts a worker for one model; the encoder before it replaces it when it dies. */
export function startModelWorker({ id, maxTokens, hashes }: BundledModel, runtime: Runtime): WorkerHandle {
  const { worker, onGone } = startWorker('/model-worker.js');
  const remote = wrap<BundledModelWorker>(worker);
  return {
    remote: {
      load: (onProgress) => remote.load({ id, maxTokens, hashes }, runtime, proxy(onProgress)),
      run: (text) => remote.run(text),
      memory: () => remote.memory(),
    },
    terminate() {
      remote[releaseProxy]();
      worker.terminate();
    },
    onCrash: onGone,
  };
}

type Running = { remote: Remote<SearchIndex>; waiting: Set<(reason: Error) => void>; filled: Promise<unknown> };

/**
 * The search index in a worker of its own. Should the worker die, an empty one takes its place, `refill` fills it, and
 * searches wait for that.
 */
export function startKnowledgeWorker(refill: () => Promise<unknown>): SearchIndex {
  const toSame = createSamePassages();
  let now = start();
  function start(): Running {
    const { worker, onGone } = startWorker('/knowledge-worker.js');
    const waiting: Running['waiting'] = new Set();
    onGone((reason) => {
      if (now.waiting !== waiting) return;
      worker.terminate();
      now = start();
      now.filled = refill();
      for (const reject of waiting) reject(new Error(reason));
    });
    return { remote: wrap<SearchIndex>(worker), waiting, filled: Promise.resolve() };
  }
  /** A call to a dead worker is never answered by itself. */
  async function call<T>(send: (remote: Remote<SearchIndex>) => Promise<T>): Promise<T> {
    const { remote, waiting } = now;
    let reject: (reason: Error) => void = () => {};
    try {
      return await new Promise<T>((resolve, fail) => {
        reject = fail;
        waiting.add(reject);
        send(remote).then(resolve, fail);
      });
    } finally {
      waiting.delete(reject);
    }
  }
  /** A question is asked again only of the worker that took the place of a dead one. */
  async function ask<T>(send: (remote: Remote<SearchIndex>) => Promise<T>): Promise<T> {
    const { remote } = now;
    const askOnce = async () => {
      await now.filled;
      return call(send);
    };
    return askOnce().catch((error: unknown) => {
      if (now.remote === remote) throw error;
      return askOnce();
    });
  }
  return {
    load: (model) => call((remote) => remote.load(model)),
    save: () => call((remote) => remote.save()),
    add: (entries) => call((remote) => remote.add(entries)),
    remove: (keys) => call((remote) => remote.remove(keys)),
    clear: () => call((remote) => remote.clear()),
    search: async (...query) => toSame(await ask((remote) => remote.search(...query))),
    searchPassages: async (...query) => toSame(await ask((remote) => remote.searchPassages(...query))),
    size: () => call((remote) => remote.size()),
  };
}

/** Learns the team's intents in a worker that lives as long as the training. */
export const learnInWorker: KeeperParts['learn'] = (lesson, { signal, onProgress }) => {
  signal.throwIfAborted();
  const { worker, onGone } = startWorker('/intents-worker.js');
  const remote = wrap<IntentsWorker>(worker);
  return new Promise<LearntIntents | null>((resolve, reject) => {
    onGone((reason) => reject(new Error(reason)));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    remote.learn(lesson, proxy(onProgress)).then(resolve, reject);
  }).finally(() => {
    remote[releaseProxy]();
    worker.terminate();
  });
};
