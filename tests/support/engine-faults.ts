import type { CDPSession, Page } from '@playwright/test';
import type { DeskBrowser } from './browser.ts';

type Target = { targetId: string; type: string; url: string };

async function openBrowserSession({ context }: DeskBrowser): Promise<CDPSession> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('This browser offers no debugging of its own.');
  return session;
}

/** Stops the extension's service worker as the browser does after 30 idle seconds; answers when it has stopped. `page` is one of the extension. */
export async function stopServiceWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const stopped = new Promise<void>((resolve) => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
}

/** Closes the page that holds the engine, with its workers. */
export async function closeEngine(desks: DeskBrowser): Promise<void> {
  await (await desks.background()).evaluate(() => chrome.offscreen.closeDocument());
}

/** Runs an expression in a target that Playwright has no handle for. */
async function evaluateIn(session: CDPSession, targetId: string, expression: string): Promise<unknown> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId });
  const answer = new Promise<unknown>((resolve) => {
    session.on('Target.receivedMessageFromTarget', (event) => {
      if (event.sessionId === sessionId) resolve(JSON.parse(event.message).result?.result?.value);
    });
  });
  const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
  const value = await answer;
  await session.send('Target.detachFromTarget', { sessionId }).catch(() => {});
  return value;
}

/** Ends one worker of the engine: `silently`, as when the browser kills it, or by an error nobody catches. Throws when there is none. */
export async function endWorker(
  desks: DeskBrowser,
  file: 'model-worker.js' | 'knowledge-worker.js',
  how: 'silently' | 'by an error',
): Promise<void> {
  const session = await openBrowserSession(desks);
  // The default filter leaves the targets of an extension out.
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  for (const { targetId, type } of targetInfos as Target[]) {
    if (type !== 'worker') continue;
    const address = await evaluateIn(session, targetId, 'location.pathname');
    if (address !== `/${file}`) continue;
    const end = how === 'silently' ? 'self.close()' : "setTimeout(() => { throw new Error('broken on purpose'); })";
    await evaluateIn(session, targetId, end);
    await session.detach();
    return;
  }
  throw new Error(`There is no ${file} to end.`);
}
