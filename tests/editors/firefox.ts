import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesks } from '../desks/server.ts';
import { evaluateIn, type Firefox, startFirefox } from '../support/bidi.ts';
import type { GalleryBrowser } from './chromium.ts';
import { buildTestExtension } from './extension/build.ts';
import type { GhostPage } from './ghost-page.ts';
import { insertion } from './pages/insertion.ts';
import type { GalleryPage } from './run-case.ts';

/** Code points of WebDriver's table for keys that write nothing. */
const codePoints: Record<string, string> = {
  Control: '\uE009',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
};

/** Presses all of the keys, then lets them go. */
function press(firefox: Firefox, context: string, keys: readonly string[]): Promise<void> {
  const values = keys.map((key) => codePoints[key] ?? key);
  const down = values.map((value) => ({ type: 'keyDown', value }));
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }));
  const actions = [{ type: 'key', id: 'keys', actions: [...down, ...up] }];
  return firefox.send<void>('input.performActions', { context, actions });
}

/** Evaluates an expression in the page; as JSON, since what crosses here has types of its own. */
async function evaluateJson(firefox: Firefox, context: string, expression: string): Promise<unknown> {
  const answer = await evaluateIn(firefox, context, `(async () => JSON.stringify(await ${expression}))()`);
  return typeof answer === 'string' ? JSON.parse(answer) : undefined;
}

const toJson = (value: unknown) => JSON.stringify(value) ?? 'undefined';

function driverOf(firefox: Firefox, context: string): GalleryPage {
  return {
    call: (name, ...args) =>
      evaluateJson(firefox, context, `gallery.${name}(${args.map(toJson).join()})`) as Promise<never>,
    sends: async () => Number(await evaluateIn(firefox, context, 'gallery.sends')),
    async type(text) {
      for (const key of text) await press(firefox, context, [key]);
    },
    undo: () => press(firefox, context, ['Control', 'z']),
    close: () => firefox.send<void>('browsingContext.close', { context }),
  };
}

/** Without input methods, which WebDriver BiDi cannot drive (2026-11). */
function ghostPageOf(firefox: Firefox, context: string): GhostPage {
  return {
    evaluate: (run, argument) =>
      evaluateJson(firefox, context, `(globalThis.__name ??= (one) => one, ${run})(${toJson(argument)})`) as never,
    press: (keys) => press(firefox, context, keys.split('+')),
    type: (sign) => press(firefox, context, [sign]),
    async click(x, y) {
      const at = { x: Math.round(x), y: Math.round(y) };
      const steps = [
        { type: 'pointerMove', ...at },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      const actions = [{ type: 'pointer', id: 'mouse', actions: steps }];
      await firefox.send('input.performActions', { context, actions });
    },
    async resize(size) {
      const { scale = null, ...viewport } = size ?? {};
      const wanted = { viewport: size ? viewport : null, devicePixelRatio: scale };
      await firefox.send('browsingContext.setViewport', { context, ...wanted });
    },
    close: () => firefox.send<void>('browsingContext.close', { context }),
  };
}

/** Starts the desks and a Firefox with the test's extension. */
export async function startGalleryFirefox(program: string): Promise<GalleryBrowser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-editors-'));
  const extension = path.join(folder, 'extension');
  await buildTestExtension('firefox', extension);
  const desks = await startDesks();
  const profile = path.join(folder, 'profile');
  await mkdir(profile);
  const host = new URL(desks.hosts.gallery).host;
  await writeFile(path.join(profile, 'user.js'), `user_pref("network.dns.localDomains", "${host}");\n`);
  const firefox = await startFirefox({ program, profile, port: 9556 });
  await firefox.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  const open = async (id: string) => {
    const { context } = await firefox.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await firefox.send('browsingContext.activate', { context });
    const url = `${desks.hosts.gallery}:${desks.port}/agent/tickets/12?editor=${id}`;
    await firefox.send('browsingContext.navigate', { context, url, wait: 'complete' });
    const ready = `'gallery' in window && document.documentElement.hasAttribute('${insertion.ready}')`;
    for (const end = Date.now() + 150_000; (await evaluateIn(firefox, context, ready)) !== true; await sleep(50)) {
      if (Date.now() > end) throw new Error(`Firefox: ${id} did not open`);
    }
    return context;
  };
  return {
    name: 'Firefox',
    open: async (id) => driverOf(firefox, await open(id)),
    openGhost: async (id) => ghostPageOf(firefox, await open(id)),
    async close() {
      firefox.close();
      await desks.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
