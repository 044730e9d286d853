import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { browserArgs, type DeskOptions, type RunningDesks, startDesks } from '../desks/server.ts';
import { findChromium, quietArgs } from './chromium.mjs';
import { copyBuildOpen } from './open-build.ts';

/** The shipped build, as `npm run build` leaves it; DESKSIDE_BUILD names another one. */
export const buildFolder = path.resolve(process.env.DESKSIDE_BUILD ?? '.output/chrome-mv3');

/** A Chromium with the built extension, and both practice desks behind their real host names. */
export type DeskBrowser = {
  context: BrowserContext;
  desks: RunningDesks;
  extensionId: string;
  /** The background of the extension; asked anew each time, since it may have slept. */
  background(): Promise<Worker>;
  /** Opens a ticket of a desk and waits until Deskside's panel is there. */
  openTicket(desk: 'zendesk' | 'freshdesk', ticketId: number, query?: string): Promise<Page>;
  close(): Promise<void>;
};

export type DeskBrowserOptions = {
  isHeadless?: boolean;
  desks?: DeskOptions;
  /** Desks that run already, and go on when the browser is closed. */
  running?: RunningDesks;
  /** Further command-line switches. */
  args?: string[];
  viewport?: { width: number; height: number } | null;
  colorScheme?: 'light' | 'dark';
  /** Folder of a profile to keep; a fresh one that is thrown away by default. */
  profile?: string;
  /** Folder of another build of the extension. */
  extension?: string;
  /** The build as it is: the panel's shadow root is closed where it was not opened before, so that no locator finds what is in it. */
  isClosed?: boolean;
  /** The bare browser, to compare with. */
  isWithoutExtension?: boolean;
};

/** Path of a ticket on each desk. */
const ticketPaths = { zendesk: '/agent/tickets/', freshdesk: '/a/tickets/' } as const;

async function findBackground(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker', { timeout: 15_000 });
}

/**
 * Waits for the practice page that a fresh profile shows after install, until its sample library is in: opened later, it
 * would cover the ticket, and samples that come later would be counted as imported.
 */
async function waitForPractice(context: BrowserContext): Promise<void> {
  const isPractice = (page: Page) => page.url().endsWith('/practice.html');
  const find = () => context.pages().find(isPractice);
  for (const until = Date.now() + 10_000; Date.now() < until && !find(); )
    await new Promise((resolve) => setTimeout(resolve, 50));
  await find()?.getByText('The sample library of Larkleaf Tea is in use').waitFor({ timeout: 120_000 });
}

/** Starts desks and browser. Throws with what to do when no Chromium is there. */
export async function launchDesks(options: DeskBrowserOptions = {}): Promise<DeskBrowser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('No Chromium found. Run `npm start`, which installs one, or set DESKSIDE_CHROMIUM.');
  const desks = options.running ?? (await startDesks(options.desks));
  const profile = options.profile ?? (await mkdtemp(path.join(tmpdir(), 'deskside-')));
  const build = options.extension ?? buildFolder;
  const copies = await mkdtemp(path.join(tmpdir(), 'deskside-build-'));
  const extension = options.isClosed || options.isWithoutExtension ? build : await copyBuildOpen(build, copies);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: false,
    viewport: options.viewport === undefined ? { width: 1440, height: 900 } : options.viewport,
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    args: [
      ...(options.isHeadless === false ? [] : ['--headless=new']),
      ...quietArgs,
      ...browserArgs(desks.port),
      ...(options.isWithoutExtension
        ? []
        : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
      ...(options.args ?? []),
    ],
  });
  // Functions given to `evaluate` by tsx carry calls of esbuild's name helper, which pages do not have.
  await context.addInitScript({ content: 'globalThis.__name ??= (value) => value' });
  const extensionId = options.isWithoutExtension ? '' : new URL((await findBackground(context)).url()).host;
  if (!options.isWithoutExtension && !options.profile) await waitForPractice(context);
  return {
    context,
    desks,
    extensionId,
    background: () => findBackground(context),
    async openTicket(desk, ticketId, query = '') {
      const page = await context.newPage();
      await page.goto(`${desks.hosts[desk]}${ticketPaths[desk]}${ticketId}${query}`);
      await page.locator('deskside-panel').waitFor({ state: 'attached' });
      return page;
    },
    async close() {
      await context.close();
      if (!options.running) await desks.close();
      await rm(copies, { recursive: true, force: true });
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}
