import { proxy, releaseProxy, wrap } from 'comlink';
import type { SearchIndex } from '@/lib/knowledge/search-index';
import type { ModelWorker, WorkerHandle } from '@/lib/models/encoder';

/** Starts the model worker; the encoder before it replaces it when it dies. */
export function startModelWorker(): WorkerHandle {
  const worker = new Worker('/model-worker.js', { type: 'module' });
  const remote = wrap<ModelWorker>(worker);
  return {
    remote: {
      load: (onProgress) => remote.load(proxy(onProgress)),
      run: (text) => remote.run(text),
      memory: () => remote.memory(),
    },
    terminate() {
      remote[releaseProxy]();
      worker.terminate();
    },
    onCrash: (callback) =>
      worker.addEventListener('error', (event) => callback(event.message || 'the model worker stopped')),
  };
}

/** The search index in a worker of its own. Should the worker die, an empty one takes its place and `onEmptied` fills it. */
export function startKnowledgeWorker(onEmptied: () => void): SearchIndex {
  let remote: ReturnType<typeof wrap<SearchIndex>>;
  function start(): void {
    const worker = new Worker('/knowledge-worker.js', { type: 'module' });
    remote = wrap<SearchIndex>(worker);
    worker.addEventListener('error', () => {
      worker.terminate();
      start();
      onEmptied();
    });
  }
  start();
  return {
    add: (entries) => remote.add(entries),
    remove: (keys) => remote.remove(keys),
    clear: () => remote.clear(),
    search: (query, vector) => remote.search(query, vector),
    size: () => remote.size(),
  };
}
