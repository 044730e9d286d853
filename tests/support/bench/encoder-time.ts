import type { BrowserContext } from '@playwright/test';
import { currentModel } from '../../../lib/models/catalogue.ts';
import { callEngine } from '../engine-call.ts';
import { summary } from './statistics.ts';

/** Words that are one piece each in the tokenizer, so that the count of tokens is exact with the two around them. */
const word = 'bike ';

/** Times the shipped model worker by itself, in a page of the extension: 32 and 128 tokens, warm. Milliseconds. */
export async function measureEncoder(context: BrowserContext, extensionId: string) {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  // The popup wakes the engine, whose own model loads now and would be measured along.
  const isReady = async () => (await callEngine(page, 'state')).model.status === 'ready';
  while (!(await isReady())) await page.waitForTimeout(200);
  const run = (tokens: number) =>
    page.evaluate(
      async ({ text, repeats, model }) => {
        const worker = new Worker('/model-worker.js', { type: 'module' });
        // The few words of Comlink's protocol that a call needs (https://github.com/GoogleChromeLabs/comlink).
        const call = (path: string[], values: unknown[], port?: MessagePort) =>
          new Promise<unknown>((resolve, reject) => {
            const id = crypto.randomUUID();
            const listen = ({ data }: MessageEvent) => {
              if (data.id !== id) return;
              worker.removeEventListener('message', listen);
              if (data.name === 'throw') reject(new Error(JSON.stringify(data.value)));
              else resolve(data.value);
            };
            worker.addEventListener('message', listen);
            const raw = values.map((value) => ({ type: 'RAW', value }));
            const argumentList = port ? [...raw, { type: 'HANDLER', name: 'proxy', value: port }] : raw;
            worker.postMessage({ id, type: 'APPLY', path, argumentList }, port ? [port] : []);
          });
        const loaded = (await call(['load'], [model, 'threads'], new MessageChannel().port1)) as { threads: number };
        // V8 compiles hot WebAssembly anew in the background during the first dozens of passes.
        for (let i = 0; i < 60; i += 1) await call(['run'], [text]);
        const times: number[] = [];
        for (let i = 0; i < repeats; i += 1) {
          const start = performance.now();
          await call(['run'], [`${text}${i % 10}`]);
          times.push(performance.now() - start);
        }
        worker.terminate();
        return { times, threads: loaded.threads };
      },
      { text: word.repeat(tokens - 3), repeats: 40, model: currentModel },
    );
  const short = await run(32);
  const long = await run(128);
  await page.close();
  return { threads: short.threads, tokens32: summary(short.times), tokens128: summary(long.times) };
}
