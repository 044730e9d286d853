import { browser } from 'wxt/browser';
import { createHelpdeskTabs } from '@/components/page/browser-tabs';
import { download } from '@/components/page/download';
import { openOwnPage, startPage } from '@/components/page/start-page';
import type { PopupDeps } from '@/components/popup/deps';
import { Popup } from '@/components/popup/Popup';
import { helpdeskMatches } from '@/lib/helpdesk/matches';
import { findHelpdesk } from '@/lib/helpdesk/registry';
import { sendMessage } from '@/lib/messaging/protocol';
import { isWebAddress } from '@/lib/sites/site-pattern';
import { siteActions } from './site-actions';

const shortcutPage = import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts';

/** The tab in front; its address shows while the popup is open (`activeTab`). */
async function findTab() {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** Starts the overlay in which the agent teaches the page in front. */
async function teach(): Promise<void> {
  const tab = await findTab();
  if (tab?.id === undefined) return;
  const injection = { target: { tabId: tab.id }, files: ['content-scripts/teach.js' as never] };
  await browser.scripting.executeScript(injection);
  window.close();
}

const deps: PopupDeps = {
  async readSite() {
    const url = (await findTab())?.url;
    if (!isWebAddress(url)) return null;
    const { origin, host } = new URL(url);
    return { origin, host, desk: findHelpdesk(url)?.id ?? null };
  },
  sites: siteActions,
  pageInFront: {
    async describe() {
      const tab = await findTab();
      // A page that was open before it was allowed, or is loading, has nobody to answer yet.
      return tab?.id === undefined ? null : sendMessage('describePage', undefined, tab.id).catch(() => null);
    },
    async reportLayout() {
      const tab = await findTab();
      return tab?.id === undefined ? null : sendMessage('reportLayout', undefined, tab.id).catch(() => null);
    },
    teach: () => void teach(),
  },
  async readCommands() {
    const commands = await browser.commands.getAll();
    return commands.map(({ name = '', description = '', shortcut = '' }) => ({ name, description, shortcut }));
  },
  openShortcutPage() {
    // Firefox has its own call for the list of shortcuts, since pages may not open about:addons.
    const { commands } = browser as unknown as { commands: { openShortcutSettings?: () => Promise<void> } };
    if (commands.openShortcutSettings) void commands.openShortcutSettings();
    else void browser.tabs.create({ url: shortcutPage });
  },
  openPage(page) {
    void openOwnPage(page).finally(() => window.close());
  },
  download,
  tabs: createHelpdeskTabs(helpdeskMatches),
  version: browser.runtime.getManifest().version,
};

startPage(<Popup deps={deps} />, { title: ({ popup }) => popup.title, size: 'narrow' });
