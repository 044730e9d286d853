import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { isDeskOn, mayAddSite } from '@/lib/core/policy';
import { fail, type Result } from '@/lib/core/result';
import type { Settings } from '@/lib/core/settings';
import { helpdeskHosts } from '@/lib/helpdesk/matches';
import { identifyCaller, type Sender } from '@/lib/messaging/caller';
import { type EngineCall, onMessage, type PageCommand, sendMessage } from '@/lib/messaging/protocol';
import { keepSites } from '@/lib/sites/keep-sites';
import { canAddSites, createSiteBrowser } from '@/lib/sites/site-browser';
import { takeOver } from '@/lib/sites/take-over';
import { readSettings, watchSettings, writeSetting } from '@/lib/storage/settings';

const pages = { library: '/library.html', practice: '/practice.html' } as const;
let opening: Promise<void> | undefined;
/** Read once a life of this worker and kept up to date; a new life reads anew. */
let settings: Promise<Settings> | undefined;

/** Makes sure that the engine page lives. Two calls at once open it once; a failure is not remembered. */
async function wakeEngine(): Promise<void> {
  // A page that is still loading is already listed as a context, but does not listen yet.
  if (opening) return opening;
  const found = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT' as never] });
  if (found.length > 0) return;
  opening ??= browser.offscreen
    .createDocument({
      url: '/engine.html',
      reasons: ['WORKERS'],
      justification: 'Runs the language models beside the ticket, on this computer.',
    })
    .finally(() => {
      opening = undefined;
    });
  await opening;
}

/** Longest time an engine page may take to listen after it was made; measured: 74 to 97 ms, several times that under load. */
const wakeLimitMs = 1_500;

/** Hands a call to the engine page. One that does not listen (yet, or any more) is woken and asked again. */
async function passOn(request: Parameters<typeof sendMessage<'runEngine'>>[1]): Promise<Result<unknown>> {
  for (const until = Date.now() + wakeLimitMs; ; ) {
    await wakeEngine();
    try {
      return await sendMessage('runEngine', request);
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Who sends, if it is one of ours or a helpdesk's page, and the settings as they are now. */
async function identify(sender: Sender) {
  settings ??= readSettings();
  const now = await settings;
  const own = {
    id: browser.runtime.id,
    origin: new URL(browser.runtime.getURL('/')).origin,
    allowedHosts: helpdeskHosts((desk) => isDeskOn(now.policy, desk)),
    allowedOrigins: now.addedSites.filter(({ isAllowed }) => isAllowed).map(({ origin }) => origin),
  };
  return { caller: identifyCaller(sender, own), settings: now };
}

async function relay(call: EngineCall, sender: Sender): Promise<Result<unknown>> {
  const { caller, settings } = await identify(sender);
  if (!caller) return fail('not-allowed', 'This page may not use Deskside.');
  const request = { call, caller, settings };
  if (import.meta.env.FIREFOX) {
    const { runInEngine } = await import('./engine/start-engine');
    return runInEngine(request);
  }
  return passOn(request);
}

/** Keeps the scripts on added addresses as the agent and the browser want them, whoever changes their mind. */
function watchSites(): void {
  if (!canAddSites()) return;
  const store = {
    read: async () => (await readSettings()).addedSites,
    write: (sites: Settings['addedSites']) => writeSetting('addedSites', sites),
    isBlocked: async (origin: string) => !mayAddSite((await readSettings()).policy, origin),
  };
  const sync = keepSites(store, createSiteBrowser());
  watchSettings(() => void sync());
  browser.permissions.onAdded.addListener(() => void sync());
  browser.permissions.onRemoved.addListener(() => void sync());
  // An update of the extension drops its registered scripts; the browser may have been changed while it was closed.
  browser.runtime.onInstalled.addListener(() => void sync());
  browser.runtime.onStartup.addListener(() => void sync());
}

export default defineBackground(() => {
  onMessage('callEngine', ({ data, sender }) => relay(data, sender));
  watchSettings((next) => {
    settings = Promise.resolve(next);
  });
  watchSites();
  onMessage('openPage', async ({ data, sender }) => {
    if (!Object.hasOwn(pages, data) || !(await identify(sender)).caller) return;
    await browser.tabs.create({ url: browser.runtime.getURL(pages[data] as never) });
  });
  browser.commands.onCommand.addListener(async (command, pressedIn) => {
    // Firefox names the tab since 126 only.
    const tab = pressedIn ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    // A tab without our content script has nobody to listen; that is no fault.
    if (tab?.id !== undefined) await sendMessage('command', command as PageCommand, tab.id).catch(() => {});
  });
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // Firefox does this by itself.
    const isOurs = reason === 'install' || reason === 'update';
    if (isOurs && !import.meta.env.FIREFOX)
      await takeOver(browser.runtime.getManifest().content_scripts ?? [], createSiteBrowser());
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL(pages.practice as never) });
  });
});
