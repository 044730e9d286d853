import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import CDP from 'chrome-remote-interface';
import { findChromium, quietArgs } from '../support/chromium.mjs';

/** What a browser is started with: `profile` a folder, `args` further switches. */
export type OwnBrowserOptions = { profile: string; args: readonly string[] };
export type OwnBrowser = {
  openTab(): Promise<Tab>;
  /** Waits for the tab whose address ends like this, and closes it. */
  closeTab(ending: string): Promise<void>;
  close(): Promise<void>;
};
/** A tab that is driven by input events alone. */
export type Tab = {
  /** Opens a page; `before` is run in it before anything of its own. */
  open(url: string, before: () => void): Promise<void>;
  /** Runs a function of the page's in the page; what it answers has to be JSON. */
  run<T>(inPage: () => T): Promise<T>;
  /** Clicks into the middle of the first element of these that is drawn; waits for one. */
  click(selector: string): Promise<void>;
  type(text: string, pauseMs: number): Promise<void>;
  /** Selects all of the field with the caret, and deletes it. */
  clear(): Promise<void>;
  close(): Promise<void>;
};

const waitMs = 10_000;
const control = 2;
/** As Playwright starts it, where it matters: tabs in the back are not slowed down, and no keyring is asked for. */
const ownArgs = [
  ...['--headless=new', '--remote-debugging-port=0', '--no-default-browser-check', '--password-store=basic'],
  ...['--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows'],
  '--disable-renderer-backgrounding',
];

/** The first element of `selector` that is drawn, brought into view: the middle of it, pixels in the window. */
const findMiddle = (selector: string) => `(() => {
  for (const element of document.querySelectorAll(${JSON.stringify(selector)})) {
    if (element.getClientRects().length === 0) continue;
    element.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width > 0 && height > 0) return { x: left + width / 2, y: top + height / 2 };
  }
  return null;
})()`;

/**
 * A Chromium without Playwright. That one switches on the page's inspector (`Runtime.enable`), and with it V8 works out where in
 * the code each error was made when it is made: react-dom makes some on loading, for which all of the panel's code is parsed
 * again. No agent's browser does that.
 */
export async function startOwnBrowser({ profile, args }: OwnBrowserOptions): Promise<OwnBrowser> {
  const chromium = findChromium();
  if (!chromium) throw new Error('No Chromium found. Run `npm start`, which installs one, or set DESKSIDE_CHROMIUM.');
  const browser = spawn(chromium, [...ownArgs, ...quietArgs, ...args, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    browser.stderr.on('data', (piece: Buffer) => {
      said += piece.toString();
      const [, found] = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said) ?? [];
      if (found) resolve(Number(found));
    });
    void ended.then(() => reject(new Error(`Chromium ended at once: ${said}`)));
  });
  return {
    openTab: () => openTab(port),
    async closeTab(ending) {
      for (const until = Date.now() + waitMs; Date.now() < until; await pause(50)) {
        const found = (await CDP.List({ port })).find(({ type, url }) => type === 'page' && url.endsWith(ending));
        if (found) return CDP.Close({ port, id: found.id });
      }
      throw new Error(`no tab with ${ending} came`);
    },
    async close() {
      browser.kill();
      await ended;
    },
  };
}

async function openTab(port: number): Promise<Tab> {
  const target = await CDP.New({ port });
  const client = await CDP({ port, target });
  const { Emulation, Input, Page, Runtime } = client;
  await Page.enable();
  await Emulation.setDeviceMetricsOverride({ width: 1440, height: 900, deviceScaleFactor: 1, mobile: false });

  async function evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await Runtime.evaluate({ expression, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  async function press(key: string, code: number, { text, modifiers = 0 }: { text?: string; modifiers?: number }) {
    const what = { key, modifiers, windowsVirtualKeyCode: code };
    await Input.dispatchKeyEvent({ type: text ? 'keyDown' : 'rawKeyDown', ...what, ...(text ? { text } : {}) });
    await Input.dispatchKeyEvent({ type: 'keyUp', ...what });
  }

  return {
    async open(url, before) {
      // Functions compiled by tsx carry calls of esbuild's name helper, which pages do not have.
      const source = `globalThis.__name ??= (value) => value; (${before})();`;
      await Page.addScriptToEvaluateOnNewDocument({ source });
      const loaded = Page.loadEventFired();
      await Page.navigate({ url });
      await loaded;
    },
    run: (inPage) => evaluate(`(${inPage})()`),
    async click(selector) {
      const until = Date.now() + waitMs;
      let middle: { x: number; y: number } | null = null;
      while (!middle) {
        if (Date.now() > until) throw new Error(`nothing of "${selector}" came into view`);
        await pause(50);
        middle = await evaluate(findMiddle(selector));
      }
      const what = { ...middle, button: 'left', clickCount: 1 } as const;
      await Input.dispatchMouseEvent({ type: 'mousePressed', ...what });
      await Input.dispatchMouseEvent({ type: 'mouseReleased', ...what });
    },
    async type(text, pauseMs) {
      for (const letter of text) {
        await press(letter, letter.toUpperCase().charCodeAt(0), { text: letter });
        await pause(pauseMs);
      }
    },
    async clear() {
      await press('a', 65, { modifiers: control });
      await press('Delete', 46, {});
    },
    async close() {
      await client.close();
      await CDP.Close({ port, id: target.id });
    },
  };
}
