import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserArgs, startDesks } from '../desks/server.ts';
import { findChromium, quietArgs } from '../support/chromium.mjs';
import { buildTestExtension } from './extension/build.ts';
import { chromiumGhostPage, type GhostPage } from './ghost-page.ts';
import type { Gallery } from './pages/gallery.ts';
import { insertion } from './pages/insertion.ts';
import type { GalleryPage } from './run-case.ts';

/** A browser whose pages of the gallery take insertions. */
export type GalleryBrowser = {
  name: string;
  open(id: string): Promise<GalleryPage>;
  openGhost(id: string): Promise<GhostPage>;
  close(): Promise<void>;
};

function driverOf(page: Page): GalleryPage {
  return {
    call: (name, ...args) =>
      page.evaluate(
        ([method, given]) => {
          const gallery = (window as unknown as { gallery: Record<string, (...all: unknown[]) => never> }).gallery;
          return gallery[method as string]?.(...(given as unknown[])) as never;
        },
        [name, args] as const,
      ),
    sends: () => page.evaluate(() => (window as unknown as { gallery: Gallery }).gallery.sends),
    type: (text) => page.keyboard.type(text),
    undo: () => page.keyboard.press('Control+z'),
    close: () => page.close(),
  };
}

/** Starts the desks and a Chromium with the test's extension. */
export async function startChromium(): Promise<GalleryBrowser> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-editors-'));
  const extension = path.join(folder, 'extension');
  await buildTestExtension('chromium', extension);
  const desks = await startDesks();
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
    ...(executablePath ? { executablePath } : {}),
    headless: false,
    permissions: ['clipboard-read', 'clipboard-write'],
    args: [
      '--headless=new',
      ...quietArgs,
      ...browserArgs(desks.port),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  await context.addInitScript({ content: 'globalThis.__name ??= (value) => value' });
  // An editor's page is a megabyte of code, which takes its time on a busy machine.
  context.setDefaultTimeout(150_000);
  const openPage = async (id: string) => {
    const page = await context.newPage();
    await page.goto(`${desks.hosts.gallery}/agent/tickets/12?editor=${id}`);
    await page.waitForFunction(
      (ready) => 'gallery' in window && document.documentElement.hasAttribute(ready),
      insertion.ready,
    );
    return page;
  };
  return {
    name: 'Chromium',
    open: async (id) => driverOf(await openPage(id)),
    openGhost: async (id) => chromiumGhostPage(await openPage(id)),
    async close() {
      await context.close();
      await desks.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
