import { describe, expect, it } from 'vitest';
import type { Encoding } from '../core/engine';
import { createEncoder } from './encoder';
import type { SelfTestFile } from './self-test';
import { damagedFile } from './verify';
import type { ModelWorker, Runtime, WorkerHandle } from './worker-handle';

const encoding: Encoding = { vector: new Float32Array([1]), logits: {}, tokens: null };

/** A worker in this thread whose passes end when the test says so. */
function fakeWorkers(behave: (text: string, generation: number) => Promise<Encoding> = async () => encoding) {
  const ran: string[] = [];
  const crashes: ((reason: string) => void)[] = [];
  let started = 0;
  let silent = 0;
  let refusal: Error | undefined;
  const startWorker = (runtime: Runtime): WorkerHandle => {
    started += 1;
    const generation = started;
    const remote: ModelWorker = {
      load: async () => {
        if (refusal) throw refusal;
        return { threads: runtime === 'threads' ? 2 : 1, verifiedMs: 20 };
      },
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
  /** Every worker from now on cannot load. */
  const refuse = (error: Error) => {
    refusal = error;
  };
  return { startWorker, ran, crashes, kill, refuse, started: () => started };
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
    let live: Promise<unknown> | undefined;
    const workers = fakeWorkers(async (text) => {
      if (text === 'i1') live = encoder.encode(['live']);
      return encoding;
    });
    const encoder = createEncoder({ ...base, startWorker: workers.startWorker });
    await encoder.encode(['i1', 'i2', 'i3'], { priority: 'later' });
    await live;
    expect(workers.ran).toEqual(['i1', 'live', 'i2', 'i3']);
  });

  it('runs nothing of an import between the passes of one answer', async () => {
    const workers = fakeWorkers();
    const encoder = createEncoder({ ...base, startWorker: workers.startWorker, calmMs: 60 });
    const imported = encoder.encode(['i1', 'i2'], { priority: 'later' });
    await encoder.encode(['asked']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await encoder.encode(['found']);
    await imported;
    expect(workers.ran).toEqual(['asked', 'found', 'i1', 'i2']);
  });

  it('loads the model ahead of the first text, and makes no pass of its own where a text waits', async () => {
    const waiting = fakeWorkers();
    const encoder = createEncoder({ ...base, startWorker: waiting.startWorker });
    await Promise.all([encoder.warm(), encoder.encode(['a'])]);
    expect(waiting.ran).toEqual(['a']);
    const idle = fakeWorkers();
    await createEncoder({ ...base, startWorker: idle.startWorker }).warm();
    expect([idle.started(), idle.ran.length]).toEqual([1, 1]);
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

describe('the self-test of the encoder', () => {
  const test: SelfTestFile = {
    id: 'm',
    weights: 'w',
    sentences: ['s1', 's2'].map((text) => ({ language: 'en', text, vector: [127, 0] })),
  };
  const right: Encoding = { vector: new Float32Array([1, 0]), tokens: null, logits: {} };
  const wrong: Encoding = { vector: new Float32Array([0.9, 0.44]), tokens: null, logits: {} };
  const encoderOver = (behave: (text: string, generation: number) => Promise<Encoding>) => {
    const workers = fakeWorkers(behave);
    const { startWorker } = workers;
    const encoder = createEncoder({ ...base, startWorker, readSelfTest: async () => test, testAfterMs: 10 });
    return { encoder, workers };
  };

  it('comes after the first live text, and what passes it is kept', async () => {
    const { encoder, workers } = encoderOver(async () => right);
    await encoder.encode(['live']);
    expect(encoder.state().selfTest).toBe('waiting');
    expect(workers.ran).toEqual(['live']);
    await expect.poll(() => encoder.state().selfTest).toBe('passed');
    await encoder.encode(['live', 'next']);
    expect(workers.ran).toEqual(['live', 's1', 's2', 'next']);
    expect(workers.started()).toBe(1);
    expect(encoder.state()).toMatchObject({ threads: 2, verifiedMs: 20 });
    expect(encoder.state().fallbacks).toBeUndefined();
  });

  it('comes before the first text of an import, and lets live texts go first', async () => {
    const live: Promise<unknown>[] = [];
    const { encoder, workers } = encoderOver(async (text) => {
      if (text === 's1') live.push(encoder.encode(['live']));
      return right;
    });
    await encoder.encode(['import'], { priority: 'later' });
    await Promise.all(live);
    expect(workers.ran).toEqual(['s1', 'live', 's2', 'import']);
  });

  it('starts the model with one thread when its results differ, and forgets what it said before', async () => {
    const { encoder, workers } = encoderOver(async (_text, generation) => (generation === 1 ? wrong : right));
    expect(await encoder.encode(['live'])).toEqual([wrong]);
    await expect.poll(() => encoder.state().selfTest).toBe('passed');
    expect(encoder.state()).toMatchObject({ status: 'ready', threads: 1, fallbacks: 1 });
    expect(await encoder.encode(['live'])).toEqual([right]);
    expect(workers.started()).toBe(2);
  });

  it('runs the model no more when it fails with one thread too', async () => {
    const { encoder, workers } = encoderOver(async () => wrong);
    await encoder.encode(['live']);
    await expect.poll(() => encoder.state().selfTest).toBe('failed');
    expect(encoder.state()).toMatchObject({ status: 'failed', failure: 'self-test' });
    await expect(encoder.encode(['live'])).rejects.toThrow('wrong results');
    expect(workers.started()).toBe(2);
    expect(encoder.state()).toMatchObject({ status: 'failed', failure: 'self-test' });
  });

  it('counts a file of sentences that cannot be read as a failure', async () => {
    const { startWorker } = fakeWorkers(async () => right);
    const readSelfTest = () => Promise.reject(new Error('gone'));
    const encoder = createEncoder({ ...base, startWorker, readSelfTest, testAfterMs: 10 });
    await encoder.encode(['live']);
    await expect.poll(() => encoder.state().failure).toBe('self-test');
  });

  it('names a damaged file and does not start the model again', async () => {
    const { encoder, workers } = encoderOver(async () => right);
    workers.refuse(Object.assign(new Error('Model file damaged: tokenizer.json'), { name: damagedFile }));
    await expect(encoder.encode(['live'])).rejects.toThrow('Model file damaged: tokenizer.json');
    expect(encoder.state()).toMatchObject({ status: 'failed', failure: 'file-damaged' });
    await expect(encoder.encode(['next'])).rejects.toThrow('Model file damaged: tokenizer.json');
    expect(workers.started()).toBe(1);
  });
});
