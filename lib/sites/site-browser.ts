import { browser } from 'wxt/browser';
import type { SiteBrowser, SiteScript } from './sync-sites';

type Registration = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

function toRegistration({ id, matches, file, world }: SiteScript): Registration {
  return { id, matches, js: [file], world, runAt: 'document_idle', allFrames: false, persistAcrossSessions: true };
}

/** True where the browser can run our scripts on addresses that are added later (Chromium 102, Firefox 128). */
export function canAddSites(): boolean {
  return typeof browser.scripting?.registerContentScripts === 'function';
}

/** The browser's own permissions and scripts. */
export function createSiteBrowser(): SiteBrowser {
  return {
    isAllowed: (pattern) => browser.permissions.contains({ origins: [pattern] }),
    async registered() {
      const scripts = await browser.scripting.getRegisteredContentScripts();
      return scripts.map(({ id }) => id);
    },
    register: (scripts) => browser.scripting.registerContentScripts(scripts.map(toRegistration)),
    unregister: (ids) => browser.scripting.unregisterContentScripts({ ids }),
    async runNow({ matches, file, world }) {
      for (const { id } of await browser.tabs.query({ url: matches })) {
        if (id === undefined) continue;
        const injection = { target: { tabId: id }, files: [file as never], world };
        // A page that shows an error or is being left cannot be run in: its next load brings the script.
        await browser.scripting.executeScript(injection).catch((error: unknown) => console.warn(error));
      }
    },
  };
}
