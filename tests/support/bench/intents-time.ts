import type { BrowserContext } from '@playwright/test';
import { build } from 'esbuild';
import { summary } from './statistics.ts';

/** Code that runs in an extension page: a worker's work, without the messages to it. */
const script = `
import { learnIntents } from './lib/intents/team-intents.ts';
self.measureIntents = ({ intents, each, width, repeats }) => {
  let state = 5;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2147483648;
  };
  const unit = (values) => {
    const size = Math.hypot(...values);
    return values.map((value) => value / size);
  };
  const directions = Array.from({ length: intents }, () => Float32Array.from({ length: width }, random));
  const examples = Array.from({ length: intents * each }, (_, at) => ({
    intent: 'intent ' + (at % intents),
    vector: unit(directions[at % intents].map((value) => value + 1.6 * random())),
  }));
  const names = new Map(directions.map((direction, at) => ['intent ' + at, unit(direction)]));
  return Array.from({ length: repeats }, () => {
    const start = performance.now();
    learnIntents(examples, { names });
    return performance.now() - start;
  });
};`;

/** Times the training of 77 intents from 10 examples each, 384 numbers an example, in Chromium. Milliseconds. */
export async function measureIntents(context: BrowserContext, extensionId: string) {
  const bundle = await build({
    stdin: { contents: script, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'iife',
    write: false,
    target: 'chrome130',
  });
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await page.evaluate(bundle.outputFiles[0]?.text ?? '');
  const times = await page.evaluate(
    (options) => (self as unknown as { measureIntents(options: object): number[] }).measureIntents(options),
    { intents: 77, each: 10, width: 384, repeats: 10 },
  );
  await page.close();
  return { first: Math.round(times[0] ?? Number.NaN), ...summary(times) };
}
