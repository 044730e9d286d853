import type { AddedSite } from '../core/settings';
import { type SiteBrowser, syncSites } from './sync-sites';

/** Where the added sites are kept. */
type SiteStore = { read(): Promise<AddedSite[]>; write(sites: AddedSite[]): Promise<void> };

/**
 * Keeps scripts and permissions in step with the added sites: call the answer after every change of either. Runs one
 * after the other; one that fails is told in the console and does not stop the next.
 */
export function keepSites(store: SiteStore, browser: SiteBrowser): () => Promise<void> {
  let latest = Promise.resolve();
  const sync = async () => {
    const known = await syncSites(await store.read(), browser);
    // Read again: the agent may have changed a site while the browser was asked.
    const now = await store.read();
    const allowed = new Map(known.map(({ origin, isAllowed }) => [origin, isAllowed]));
    const next = now.map((site) => ({ ...site, isAllowed: allowed.get(site.origin) ?? site.isAllowed }));
    if (next.some((site, index) => site.isAllowed !== now[index]?.isAllowed)) await store.write(next);
  };
  return () => {
    latest = latest.then(sync).catch((error: unknown) => console.error('Deskside: added sites', error));
    return latest;
  };
}
