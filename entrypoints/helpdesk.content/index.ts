import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { PanelPage } from '@/components/panel/deps';
import { listenForShortcuts } from '@/components/panel/keyboard';
import { mountPanel } from '@/components/panel/mount';
import { createObservable } from '@/components/panel/observable';
import { ok } from '@/lib/core/result';
import { helpdeskMatches } from '@/lib/helpdesk/matches';
import { findHelpdesk } from '@/lib/helpdesk/registry';
import { createEngineClient } from '@/lib/messaging/client';
import { onMessage, sendMessage } from '@/lib/messaging/protocol';
import { readSettings, watchSettings, writeSetting } from '@/lib/storage/settings';
import { attachHost } from './host';
import { createImporter } from './importer';
import { createPanelText } from './panel-text';
import { isOn, watchWhileOn } from './while-on';

const actionOf = {
  'toggle-panel': 'toggle',
  'insert-reply': 'insertReply',
  'next-alternative': 'nextAlternative',
} as const;

export default defineContentScript({
  matches: helpdeskMatches,
  cssInjectionMode: 'ui',
  async main(ctx) {
    const helpdesk = findHelpdesk(location.href);
    if (!helpdesk) return;
    const isOrphaned = () => !browser.runtime?.id;
    const engine = createEngineClient((call) => sendMessage('callEngine', call), isOrphaned);
    // Wakes the engine page, so that the model loads while the ticket is still being drawn.
    void engine.state();
    const text = createPanelText();
    const settings = createObservable(await text.prepare(await readSettings()));
    const pageState = createObservable<PanelPage>({ state: 'waiting' });
    const host = await attachHost();
    const importer = helpdesk.api ? createImporter({ engine, api: helpdesk.api, origin: location.origin }) : undefined;
    const panel = mountPanel(host.container, {
      engine,
      helpdesk,
      origin: location.origin,
      pageState,
      settings,
      getStrings: text.get,
      writeSetting,
      isOrphaned,
      openPage: (page) => void sendMessage('openPage', page),
      ...(importer ? { importer } : {}),
    });
    const { signal } = ctx;
    watchWhileOn({ helpdesk, settings, pageState, origin: location.origin }, { signal });
    const shortcutsNow = () => (isOn(settings.get(), location.origin) ? settings.get().shortcuts : null);
    listenForShortcuts(shortcutsNow, panel.actions, { signal });
    let latest = Promise.resolve();
    const stops = [
      watchSettings((next) => {
        // One after the other, so that settings whose text took a while do not undo newer ones.
        latest = latest.then(() => text.prepare(next)).then(settings.set);
      }),
      onMessage('command', ({ data }) => panel.actions[actionOf[data]]()),
      onMessage('importKnowledge', ({ data }) => {
        importer?.[data.action]();
        return ok(null);
      }),
    ];
    // A newer content script took over (the extension was updated).
    ctx.onInvalidated(() => {
      for (const stop of stops) stop();
      panel.unmount();
      host.remove();
    });
  },
});
