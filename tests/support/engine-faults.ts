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

/** The target of the engine page, undefined where there is none. */
async function findEngine(session: CDPSession): Promise<string | undefined> {
  // The default filter leaves the targets of an extension out.
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  return targetInfos.find(({ type, url }) => type === 'background_page' && url.endsWith('/engine.html'))?.targetId;
}

/**
 * Takes the engine page away with its workers, without a word to the background, whatever that is doing. Answers false where
 * there was none. (A crash of its process is another thing: then Chromium ends the whole extension.)
 */
export async function dropEngine(desks: DeskBrowser): Promise<boolean> {
  const session = await openBrowserSession(desks);
  const targetId = await findEngine(session);
  if (targetId) {
    const gone = new Promise<void>((resolve) => session.on('Target.detachedFromTarget', () => resolve()));
    const { sessionId } = await session.send('Target.attachToTarget', { targetId });
    const message = JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression: 'window.close()' } });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    await gone;
  }
  await session.detach();
  return targetId !== undefined;
}

/** Kills the browser's process, which gets no chance to save anything; answers when it is gone. */
export async function killBrowser(desks: DeskBrowser): Promise<void> {
  const session = await openBrowserSession(desks);
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  if (!pid) throw new Error('The browser does not tell its process.');
  const closed = new Promise<void>((resolve) => desks.context.on('close', () => resolve()));
  process.kill(pid, 'SIGKILL');
  await closed;
  await desks.close();
}

type Attached = { sessionId: string; targetInfo: { url: string } };
type Answer = { result?: unknown; error?: { message: string } };
type Send = (method: string, params?: object) => Promise<unknown>;

/** The engine page under the debugger: commands to it and to its workers. */
export type EngineProbe = {
  send: Send;
  /** Commands to each worker that lives, by its file's name; two of one file are `model-worker.js` and `model-worker.js 2`. */
  workers(): Map<string, Send>;
  /** Calls back when a worker of that file has ended. */
  onEnd(callback: (file: string) => void): void;
  close(): Promise<void>;
};

/** Attaches to the engine page and its workers, those to come included. Throws where there is no engine page. */
export async function probeEngine(desks: DeskBrowser): Promise<EngineProbe> {
  const session = await openBrowserSession(desks);
  const targetId = await findEngine(session);
  if (!targetId) throw new Error('There is no engine page.');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId });
  let lastId = 0;
  const waiting = new Map<number, (answer: Answer) => void>();
  const call = (tell: (message: string) => Promise<unknown>, method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      const id = lastId;
      waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
      tell(JSON.stringify({ id, method, params })).catch(reject);
    });
  const toEngine = (message: string) => session.send('Target.sendMessageToTarget', { sessionId, message });
  const send: Send = (method, params = {}) => call(toEngine, method, params);
  const attached = new Map<string, string>();
  const onEnds: ((file: string) => void)[] = [];
  const take = (text: string): void => {
    const message = JSON.parse(text) as Answer & {
      id?: number;
      method?: string;
      params: Attached & { message: string };
    };
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    if (message.method === 'Target.receivedMessageFromTarget') take(message.params.message);
    if (message.method === 'Target.attachedToTarget')
      attached.set(message.params.sessionId, message.params.targetInfo.url.split('/').at(-1) ?? '');
    const ended = message.method === 'Target.detachedFromTarget' && attached.get(message.params.sessionId);
    if (!ended) return;
    attached.delete(message.params.sessionId);
    for (const callback of onEnds) callback(ended);
  };
  session.on('Target.receivedMessageFromTarget', ({ message }) => take(message));
  await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return {
    send,
    workers() {
      const found = new Map<string, Send>();
      for (const [id, file] of attached) {
        const toWorker = (message: string) => send('Target.sendMessageToTarget', { sessionId: id, message });
        found.set(found.has(file) ? `${file} 2` : file, (method, params = {}) => call(toWorker, method, params));
      }
      return found;
    },
    onEnd: (callback) => void onEnds.push(callback),
    close: () => session.detach(),
  };
}

/** Ends one worker of the engine: `silently`, as when the browser kills it, or by an error nobody catches. Answers when it is gone. */
export async function endWorker(
  desks: DeskBrowser,
  file: 'model-worker.js' | 'knowledge-worker.js',
  how: 'silently' | 'by an error',
): Promise<void> {
  const probe = await probeEngine(desks);
  const until = Date.now() + 5_000;
  const expression =
    how === 'silently' ? 'self.close()' : "setTimeout(() => { throw new Error('broken on purpose'); })";
  for (let worker = probe.workers().get(file); ; worker = probe.workers().get(file)) {
    if (Date.now() > until) throw new Error(`There is no ${file}.`);
    if (!worker) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      continue;
    }
    const gone = new Promise<void>((resolve, reject) => {
      probe.onEnd((ended) => ended === file && resolve());
      setTimeout(() => reject(new Error(`${file} did not end.`)), 5_000);
    });
    // One that has just ended by itself does not answer.
    void worker('Runtime.evaluate', { expression }).catch(() => {});
    await gone;
    return probe.close();
  }
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
