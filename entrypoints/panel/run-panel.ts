import { browser } from 'wxt/browser';
import { download } from '@/components/page/download';
import type { PanelPage } from '@/components/panel/deps';
import { listenForShortcuts } from '@/components/panel/keyboard';
import { mountPanel } from '@/components/panel/mount';
import { createObservable, type Source } from '@/components/panel/observable';
import type { Helpdesk } from '@/lib/core/helpdesk';
import { ok } from '@/lib/core/result';
import { createEngineClient } from '@/lib/messaging/client';
import { onMessage, sendMessage } from '@/lib/messaging/protocol';
import { readSettings, watchSettings, writeSetting } from '@/lib/storage/settings';
import { openTicks } from '@/lib/storage/ticks';
import { attachHost } from './host';
import { createImporter } from './importer';
import { createPanelText } from './panel-text';
import { refuseUntrusted } from './trusted-events';
import { isOn, watchWhileOn } from './while-on';

const actionOf = {
  'toggle-panel': 'toggle',
  'insert-reply': 'insertReply',
  'next-alternative': 'nextAlternative',
} as const;

/** Resolves with the first page that is more than waited on; never where there is none. */
function untilTicket(pageState: Source<PanelPage>): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (pageState.get().state === 'waiting') return;
      stop();
      resolve();
    };
    const stop = pageState.subscribe(look);
    look();
  });
}

/**
 * Shows the panel beside this helpdesk's tickets until `signal` aborts. `isShy`: not before there is a ticket, for
 * addresses that may hold more than a helpdesk.
 */
export async function runPanel(
  helpdesk: Helpdesk,
  { isShy, signal }: { isShy: boolean; signal: AbortSignal },
): Promise<void> {
  const { origin } = location;
  const isOrphaned = () => !browser.runtime?.id;
  const engine = createEngineClient((call) => sendMessage('callEngine', call), isOrphaned);
  // Wakes the engine page, so that the model loads while the ticket is still being drawn.
  if (!isShy) void engine.state();
  // A page that is read wrongly may never show a ticket: it can be reported all the same.
  signal.addEventListener(
    'abort',
    onMessage('reportLayout', () => helpdesk.reportLayout?.() ?? null),
  );
  const text = createPanelText();
  const settings = createObservable(await text.prepare(await readSettings()));
  const pageState = createObservable<PanelPage>({ state: 'waiting' });
  let latest = Promise.resolve();
  const stopWatching = watchSettings((next) => {
    // One after the other, so that settings whose text took a while do not undo newer ones.
    latest = latest.then(() => text.prepare(next)).then(settings.set);
  });
  signal.addEventListener('abort', stopWatching);
  if (isShy) {
    watchWhileOn({ helpdesk, settings, pageState, origin }, { signal });
    await untilTicket(pageState);
  }
  const host = await attachHost();
  if (signal.aborted) return host.remove();
  refuseUntrusted(host.container);
  const importer = helpdesk.api ? createImporter({ engine, api: helpdesk.api, origin }) : undefined;
  const panel = mountPanel(host.container, {
    engine,
    helpdesk,
    origin,
    pageState,
    settings,
    getStrings: text.get,
    writeSetting,
    ticks: await openTicks(),
    isOrphaned,
    download,
    openPage: (page) => void sendMessage('openPage', page),
    ...(importer ? { importer } : {}),
  });
  if (!isShy) watchWhileOn({ helpdesk, settings, pageState, origin }, { signal });
  const shortcutsNow = () => (isOn(settings.get(), origin) ? settings.get().shortcuts : null);
  listenForShortcuts(shortcutsNow, panel.actions, { signal });
  const stops = [
    onMessage('command', ({ data }) => {
      if (Object.hasOwn(actionOf, data)) panel.actions[actionOf[data]]();
    }),
    onMessage('importKnowledge', ({ data }) => {
      if (data.action === 'start') importer?.start();
      if (data.action === 'cancel') importer?.cancel();
      return ok(null);
    }),
  ];
  // A newer content script took over (the extension was updated), or the agent removed this address.
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
    panel.unmount();
    host.remove();
  });
}
