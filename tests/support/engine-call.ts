import type { Page } from '@playwright/test';
import type { Engine } from '../../lib/core/engine';
import type { Result } from '../../lib/core/result';
import type { DeskBrowser } from './browser.ts';

type Value<M extends keyof Engine> = Awaited<ReturnType<Engine[M]>> extends Result<infer T> ? T : never;

/** Calls the engine as one of the extension's own pages does. `page` stands on such a page. Throws what the engine refuses. */
export async function callEngine<M extends keyof Engine>(
  page: Page,
  method: M,
  argument?: Parameters<Engine[M]>[0],
): Promise<Value<M>> {
  const answer = await page.evaluate(
    async (call) => {
      // The envelope of @webext-core/messaging.
      const message = { id: Date.now() % 10_000, type: 'callEngine', data: call, timestamp: Date.now() };
      return (await chrome.runtime.sendMessage(message)) as { res?: unknown; err?: unknown };
    },
    { method, argument: argument ?? null },
  );
  const result = answer.res as Result<Value<M>> | undefined;
  if (!result?.ok) throw new Error(`${method}: ${JSON.stringify(result?.error ?? answer.err)}`);
  return result.value;
}

/** A page of the extension to call the engine from; it shows nothing of interest. */
export async function openExtensionPage({ context, extensionId }: DeskBrowser): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  return page;
}

/** Waits until the import of `source` has ended; throws when it did not end well. */
export async function waitForImport(page: Page, source: string, timeoutMs = 180_000): Promise<void> {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const { knowledge } = await callEngine(page, 'state');
    const job = knowledge.sources.find((one) => one.source === source)?.job;
    if (job?.status === 'done') return;
    if (job && job.status !== 'running') throw new Error(`import ${job.status}: ${job.message ?? ''}`);
    if (Date.now() > until) throw new Error('import did not end in time');
    await page.waitForTimeout(250);
  }
}
