import { browser } from 'wxt/browser';
import { createHelpdeskTabs } from '@/components/page/browser-tabs';
import { openOwnPage, startPage } from '@/components/page/start-page';
import type { PopupDeps } from '@/components/popup/deps';
import { Popup } from '@/components/popup/Popup';
import { helpdeskMatches } from '@/lib/helpdesk/matches';

const shortcutPage = import.meta.env.FIREFOX ? 'about:addons' : 'chrome://extensions/shortcuts';

const deps: PopupDeps = {
  async readSite() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true, url: helpdeskMatches });
    if (!tab?.url) return null;
    const { origin, host } = new URL(tab.url);
    return { origin, host };
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
  download(name, text) {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // Firefox still reads the address after the click.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  },
  tabs: createHelpdeskTabs(helpdeskMatches),
  version: browser.runtime.getManifest().version,
};

startPage(<Popup deps={deps} />, { title: ({ popup }) => popup.title, size: 'narrow' });
