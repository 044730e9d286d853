import { expose } from 'comlink';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type LoadedModel, loadModel } from '@/lib/models/run-model';
import type { BundledModelWorker } from '@/lib/models/worker-handle';
import { showLife } from './engine/worker-life';

/** Threads beyond the cores cost more than they give (measured: 4 on 2 cores is 3 times slower); more than 4 bring little for short texts. */
function threadCount(): number {
  return typeof SharedArrayBuffer === 'undefined' ? 1 : Math.max(1, Math.min(4, navigator.hardwareConcurrency));
}

/** Bytes of the largest WASM memory this worker made; the runtime does not tell by itself. */
let memoryBytes: () => number | null = () => null;

function watchMemory(): void {
  const Original = WebAssembly.Memory;
  WebAssembly.Memory = class extends Original {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memoryBytes = () => this.buffer.byteLength;
    }
  };
}

export default defineUnlistedScript(() => {
  watchMemory();
  let model: LoadedModel | undefined;
  const worker: BundledModelWorker = {
    async load({ id, maxTokens, hashes }, runtime, onProgress) {
      const threads = runtime === 'one-thread' ? 1 : threadCount();
      // `chrome` is undefined in a dedicated worker, so addresses come from the location.
      const { origin } = location;
      const place = { root: `${origin}/models/`, runtime: `${origin}/ort/`, id, threads, maxTokens, hashes };
      model = await loadModel(place, onProgress);
      return { threads, verifiedMs: model.verifiedMs };
    },
    async run(text) {
      if (!model) throw new Error('the model is not loaded');
      return model.run(text);
    },
    memory: async () => memoryBytes(),
  };
  expose(worker);
  showLife();
});
