import { browser } from 'wxt/browser';
import { sendMessage } from '../../lib/messaging/protocol';
import type { HelpdeskTab, HelpdeskTabs } from './helpdesk-tabs';

/** The browser's tabs whose address matches `matches`; host permissions suffice to see these. */
export function createHelpdeskTabs(matches: string[]): HelpdeskTabs {
  return {
    async list() {
      const tabs = await browser.tabs.query({ url: matches });
      tabs.sort((left, right) => (right.lastAccessed ?? 0) - (left.lastAccessed ?? 0));
      const byOrigin = new Map<string, HelpdeskTab>();
      for (const { id, url } of tabs) {
        if (id === undefined || !url) continue;
        const { origin } = new URL(url);
        if (!byOrigin.has(origin)) byOrigin.set(origin, { id, origin });
      }
      return [...byOrigin.values()];
    },
    importKnowledge: (tabId, action) => sendMessage('importKnowledge', { action }, tabId),
  };
}
