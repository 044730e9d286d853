import type { CDPSession, Page } from '@playwright/test';
import type { DeskBrowser } from './browser.ts';

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

type Attached = { sessionId: string; targetInfo: { url: string } };

/** Ends one worker of the engine: `silently`, as when the browser kills it, or by an error nobody catches. Answers when it is gone. */
export async function endWorker(
  desks: DeskBrowser,
  file: 'model-worker.js' | 'knowledge-worker.js',
  how: 'silently' | 'by an error',
): Promise<void> {
  const session = await openBrowserSession(desks);
  // The default filter leaves the targets of an extension out.
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  const engine = targetInfos.find(({ type, url }) => type === 'background_page' && url.endsWith('/engine.html'));
  if (!engine) throw new Error('There is no engine page.');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: engine.targetId });
  const tell = (method: string, params: object) =>
    session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: 1, method, params }) });
  const end = how === 'silently' ? 'self.close()' : "setTimeout(() => { throw new Error('broken on purpose'); })";
  const evaluate = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: end } });
  await new Promise<void>((resolve, reject) => {
    setTimeout(() => reject(new Error(`${file} did not end.`)), 5_000);
    let ended: string | undefined;
    session.on('Target.receivedMessageFromTarget', (event) => {
      const { method, params } = JSON.parse(event.message) as { method?: string; params: Attached };
      // Its successor is attached to as well, and is let live.
      if (method === 'Target.attachedToTarget' && !ended && params.targetInfo.url.endsWith(file)) {
        ended = params.sessionId;
        void tell('Target.sendMessageToTarget', { sessionId: ended, message: evaluate });
      }
      if (method === 'Target.detachedFromTarget' && params.sessionId === ended) resolve();
    });
    void tell('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  });
  await session.detach();
}

/**
 * Lets the browser reload an extension that was loaded from a folder: it would switch off one that reloads without the
 * developer mode.
 */
export async function allowReload({ context }: DeskBrowser): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(() =>
    (
      chrome as unknown as {
        developerPrivate: { updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void> };
      }
    ).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
  );
  await page.close();
}
