import type { AddedSite } from '@/lib/core/settings';
import { openAddedSite } from '@/lib/helpdesk/declared/added-site';
import type { DeclaredHelpdesk } from '@/lib/helpdesk/declared/define-declared-helpdesk';
import { onMessage } from '@/lib/messaging/protocol';
import { readSettings, watchSettings } from '@/lib/storage/settings';
import { runPanel } from './run-panel';

type Running = { key: string; declared: DeclaredHelpdesk; stop: AbortController };

/** Runs the panel at an address that the agent added, as long as it is, and anew when the way it is read changes. */
export async function runAddedSite({ signal }: { signal: AbortSignal }): Promise<void> {
  let running: Running | undefined;
  const update = (sites: AddedSite[]) => {
    const site = sites.find(({ origin }) => origin === location.origin);
    const key = site?.isAllowed && !signal.aborted ? JSON.stringify([site.type, site.taught]) : undefined;
    if (key === running?.key) return;
    running?.stop.abort();
    running = undefined;
    if (!site || key === undefined) return;
    running = { key, declared: openAddedSite(site), stop: new AbortController() };
    void runPanel(running.declared.helpdesk, { isShy: true, signal: running.stop.signal });
  };
  const stops = [
    watchSettings(({ addedSites }) => update(addedSites)),
    onMessage('describePage', () => {
      const known = running?.declared.recognised();
      return known ? { id: known.id, name: known.name } : null;
    }),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
    update([]);
  });
  update((await readSettings()).addedSites);
}
