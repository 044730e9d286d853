import type { AddedSite } from '../core/settings';
import { type SiteBrowser, syncSites } from './sync-sites';

/** Where the added sites are kept. */
type SiteStore = {
  read(): Promise<AddedSite[]>;
  write(sites: AddedSite[]): Promise<void>;
  /** True where the agent's organisation does not want us, whatever the browser allows. */
  isBlocked(origin: string): Promise<boolean>;
};

/**
 * Keeps scripts and permissions in step with the added sites: call the answer after every change of either. Runs one
 * after the other; one that fails is told in the console and does not stop the next.
 */
export function keepSites(store: SiteStore, browser: SiteBrowser): () => Promise<void> {
  let latest = Promise.resolve();
  const sync = async () => {
    const sites = await store.read();
    const blocked = await Promise.all(sites.map(({ origin }) => store.isBlocked(origin)));
    const known = await syncSites(
      sites.filter((_site, index) => !blocked[index]),
      browser,
    );
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
