import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesks } from '../desks/server.ts';
import { evaluateIn, type Firefox, startFirefox } from '../support/bidi.ts';
import type { GalleryBrowser } from './chromium.ts';
import { buildTestExtension } from './extension/build.ts';
import { insertion } from './pages/insertion.ts';
import type { GalleryPage } from './run-case.ts';

/** Code point of the Control key in WebDriver's table. */
const control = '\uE009';

function driverOf(firefox: Firefox, context: string): GalleryPage {
  const press = (keys: string[]) => {
    const down = keys.map((value) => ({ type: 'keyDown', value }));
    const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
    const actions = [{ type: 'key', id: 'keys', actions: [...down, ...up] }];
    return firefox.send<void>('input.performActions', { context, actions });
  };
  return {
    // As JSON, since what crosses here has types of its own.
    async call(name, ...args) {
      const given = args.map((value) => JSON.stringify(value) ?? 'undefined').join();
      const expression = `(async () => JSON.stringify(await gallery.${name}(${given})))()`;
      const answer = await evaluateIn(firefox, context, expression);
      return typeof answer === 'string' ? JSON.parse(answer) : undefined;
    },
    sends: async () => Number(await evaluateIn(firefox, context, 'gallery.sends')),
    async type(text) {
      for (const key of text) await press([key]);
    },
    undo: () => press([control, 'z']),
    close: () => firefox.send<void>('browsingContext.close', { context }),
  };
}

/** Starts the desks and a Firefox with the test's extension. */
export async function startGalleryFirefox(program: string): Promise<GalleryBrowser> {
  const extension = await buildTestExtension('firefox');
  const desks = await startDesks();
  const profile = await mkdtemp(path.join(tmpdir(), 'deskside-editors-'));
  const host = new URL(desks.hosts.gallery).host;
  await writeFile(path.join(profile, 'user.js'), `user_pref("network.dns.localDomains", "${host}");\n`);
  const firefox = await startFirefox({ program, profile, port: 9556 });
  await firefox.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  return {
    name: 'Firefox',
    async open(id) {
      const { context } = await firefox.send<{ context: string }>('browsingContext.create', { type: 'tab' });
      await firefox.send('browsingContext.activate', { context });
      const url = `${desks.hosts.gallery}:${desks.port}/agent/tickets/12?editor=${id}`;
      await firefox.send('browsingContext.navigate', { context, url, wait: 'complete' });
      const ready = `'gallery' in window && document.documentElement.hasAttribute('${insertion.ready}')`;
      for (const end = Date.now() + 150_000; (await evaluateIn(firefox, context, ready)) !== true; await sleep(50)) {
        if (Date.now() > end) throw new Error(`Firefox: ${id} did not open`);
      }
      return driverOf(firefox, context);
    },
    async close() {
      firefox.close();
      await desks.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
