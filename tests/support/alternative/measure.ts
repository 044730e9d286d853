import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { build } from 'esbuild';
import { intents } from '../../../lib/core/signals.ts';
import { summary } from '../bench/statistics.ts';
import { distilBert, miniLm, randomBert } from './random-bert.ts';

const folder = path.resolve('node_modules/.cache/deskside-alternative');
const ortFolder = path.resolve('node_modules/onnxruntime-web/dist');
const tokenizerFolder = path.resolve('public/models/signals-en');

/** What a developer writes who takes a default pipeline for each task. Only the addresses of the files are set: there is no network. */
const script = `
import { env, pipeline } from '@huggingface/transformers';
env.allowRemoteModels = false;
env.allowLocalModels = true;
// A path, not an address: whether a tokenizer exists is not asked at addresses (transformers.js 4.3).
env.localModelPath = '/models/';
env.backends.onnx.wasm.wasmPaths = location.origin + '/ort/';
const labels = ${JSON.stringify(intents.map((intent) => intent.replace(/[._]/g, ' ')))};
self.loadAlternative = async () => {
  const start = performance.now();
  const options = { dtype: 'q8' };
  self.pipes = {
    sentiment: await pipeline('text-classification', 'sentiment', options),
    intents: await pipeline('zero-shot-classification', 'nli', options),
    embed: await pipeline('feature-extraction', 'minilm', options),
  };
  await self.pipes.sentiment('warm up');
  return performance.now() - start;
};
self.runAlternative = async (text) => {
  const start = performance.now();
  await self.pipes.sentiment(text);
  await self.pipes.intents(text, labels);
  const signals = performance.now() - start;
  await self.pipes.embed(text, { pooling: 'mean', normalize: true });
  return { signals, all: performance.now() - start };
};`;

async function writeModel(id: string, config: object, onnx: () => Uint8Array): Promise<void> {
  const target = path.join(folder, 'models', id);
  await mkdir(path.join(target, 'onnx'), { recursive: true });
  await writeFile(path.join(target, 'config.json'), JSON.stringify(config));
  for (const file of ['tokenizer.json', 'tokenizer_config.json']) {
    await writeFile(path.join(target, file), await readFile(path.join(tokenizerFolder, file)));
  }
  await writeFile(path.join(target, 'onnx', 'model_quantized.onnx'), onnx());
}

async function prepare(): Promise<string> {
  const labels = (names: string[]) => ({
    id2label: Object.fromEntries(names.map((name, index) => [index, name])),
    label2id: Object.fromEntries(names.map((name, index) => [name, index])),
  });
  await writeModel('sentiment', { model_type: 'distilbert', ...labels(['NEGATIVE', 'POSITIVE']) }, () =>
    randomBert({ ...distilBert, labels: 2 }),
  );
  await writeModel('nli', { model_type: 'distilbert', ...labels(['ENTAILMENT', 'NEUTRAL', 'CONTRADICTION']) }, () =>
    randomBert({ ...distilBert, labels: 3 }),
  );
  await writeModel('minilm', { model_type: 'bert' }, () => randomBert({ ...miniLm, labels: 0 }));
  const bundle = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    format: 'esm',
    write: false,
    platform: 'browser',
    conditions: ['onnxruntime-web-use-extern-wasm'],
  });
  return bundle.outputFiles[0]?.text ?? '';
}

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

async function serve(js: string): Promise<{ origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://local');
    const headers = {
      'content-type': types[path.extname(pathname)] ?? 'application/octet-stream',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    };
    const send = (body: string | Buffer, type = headers['content-type']) =>
      response.writeHead(200, { ...headers, 'content-type': type }).end(body);
    if (pathname === '/') return send('<!doctype html><script type="module" src="/main.js"></script>', 'text/html');
    if (pathname === '/main.js') return send(js);
    const file = pathname.startsWith('/ort/')
      ? path.join(ortFolder, path.basename(pathname))
      : path.join(folder, path.normalize(pathname));
    readFile(file).then(
      (body) => send(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/**
 * The alternative: separate default pipelines (DistilBERT-size sentiment, zero-shot NLI over our 37 intents, MiniLM for
 * search), random weights of the same shapes, warm, in the same browser. Milliseconds for one message.
 */
export async function measureAlternative(context: BrowserContext, texts: readonly string[]) {
  const server = await serve(await prepare());
  try {
    const page = await context.newPage();
    await page.goto(server.origin);
    await page.waitForFunction(() => 'loadAlternative' in self);
    type Alternative = {
      loadAlternative(): Promise<number>;
      runAlternative(text: string): Promise<{ signals: number; all: number }>;
    };
    const loadMs = await page.evaluate(() => (self as unknown as Alternative).loadAlternative());
    const runs: { signals: number; all: number }[] = [];
    for (const text of texts)
      runs.push(await page.evaluate((one) => (self as unknown as Alternative).runAlternative(one), text));
    await page.close();
    return {
      loadMs: Math.round(loadMs),
      signals: summary(runs.map((run) => run.signals)),
      signalsAndVector: summary(runs.map((run) => run.all)),
    };
  } finally {
    server.close();
  }
}
