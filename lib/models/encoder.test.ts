import { describe, expect, it } from 'vitest';
import type { Encoding } from '../core/engine';
import { createEncoder, type ModelWorker, type WorkerHandle } from './encoder';

const encoding: Encoding = { vector: new Float32Array([1]), logits: {}, tokens: null };

/** A worker in this thread whose passes end when the test says so. */
function fakeWorkers(behave: (text: string, generation: number) => Promise<Encoding> = async () => encoding) {
  const ran: string[] = [];
  const crashes: ((reason: string) => void)[] = [];
  let started = 0;
  let silent = 0;
  const startWorker = (): WorkerHandle => {
    started += 1;
    const generation = started;
    const remote: ModelWorker = {
      load: async () => ({ threads: 2 }),
      run: (text) => {
        ran.push(text);
        return behave(text, generation);
      },
      memory: () => (generation === silent ? new Promise(() => {}) : Promise.resolve(1000)),
    };
    return { remote, terminate: () => {}, onCrash: (callback) => crashes.push(callback) };
  };
  /** The worker of now dies without a word. */
  const kill = () => {
    silent = started;
  };
  return { startWorker, ran, crashes, kill, started: () => started };
}
const base = { modelId: 'm', version: '1' };

describe('createEncoder', () => {
  it('makes one pass for a text that is asked twice', async () => {
    const workers = fakeWorkers();
    const encoder = createEncoder({ ...base, startWorker: workers.startWorker });
    await Promise.all([encoder.encode(['a', 'b']), encoder.encode(['a'])]);
    expect(workers.ran).toEqual(['a', 'b']);
  });

  it('lets live messages overtake an import', async () => {
    const workers = fakeWorkers();
    const encoder = createEncoder({ ...base, startWorker: workers.startWorker });
    await Promise.all([encoder.encode(['i1', 'i2', 'i3'], { priority: 'later' }), encoder.encode(['live'])]);
    expect(workers.ran).toEqual(['i1', 'live', 'i2', 'i3']);
  });

  it('replaces a crashed worker and tries the text once more', async () => {
    const workers = fakeWorkers((_text, generation) =>
      generation === 1 ? new Promise(() => {}) : Promise.resolve(encoding),
    );
    const encoder = createEncoder({ ...base, startWorker: workers.startWorker });
    const answer = encoder.encode(['a']);
    await expect.poll(() => workers.ran.length).toBe(1);
    workers.crashes[0]?.('out of memory');
    expect(await answer).toEqual([encoding]);
    expect(workers.started()).toBe(2);
  });

  it('replaces a worker that does not answer in time', async () => {
    const workers = fakeWorkers((_text, generation) =>
      generation === 1 ? new Promise(() => {}) : Promise.resolve(encoding),
    );
    const encoder = createEncoder({ ...base, startWorker: workers.startWorker, passLimitMs: 20 });
    expect(await encoder.encode(['a'])).toEqual([encoding]);
  });

  it('replaces a worker that died without a word while it had nothing to do', async () => {
    const workers = fakeWorkers((_text, generation) =>
      generation === 1 && workers.ran.length > 1 ? new Promise(() => {}) : Promise.resolve(encoding),
    );
    const encoder = createEncoder({ ...base, startWorker: workers.startWorker, idleLimitMs: 20 });
    await encoder.encode(['a']);
    workers.kill();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await encoder.encode(['b'])).toEqual([encoding]);
    expect(workers.started()).toBe(2);
    expect(workers.ran).toEqual(['a', 'b']);
  });

  it('rejects a text that fails twice and goes on with the next', async () => {
    const workers = fakeWorkers((text) =>
      text === 'bad' ? Promise.reject(new Error('no')) : Promise.resolve(encoding),
    );
    const encoder = createEncoder({ ...base, startWorker: workers.startWorker });
    const [bad, good] = await Promise.allSettled([encoder.encode(['bad']), encoder.encode(['good'])]);
    expect(bad.status).toBe('rejected');
    expect(good.status).toBe('fulfilled');
    await expect(encoder.encode(['bad'])).rejects.toThrow('no');
    expect(workers.ran.filter((text) => text === 'bad').length).toBe(4);
  });

  it('starts again after the model was unloaded', async () => {
    const workers = fakeWorkers();
    const encoder = createEncoder({ ...base, startWorker: workers.startWorker });
    await encoder.encode(['a']);
    encoder.unload();
    expect(encoder.state().status).toBe('unloaded');
    await encoder.encode(['b']);
    expect(encoder.state()).toMatchObject({ status: 'ready', threads: 2 });
    expect(workers.started()).toBe(2);
  });
});
