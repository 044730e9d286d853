import type { Result } from '../../lib/core/result';
import type { AddedSite } from '../../lib/core/settings';
import { readSettings } from '../../lib/storage/settings';
import { type Page, usePage } from './page-context';

/** What the browser and the adapters can do for helpdesks that the agent adds. */
export type SiteActions = {
  /** False where the browser cannot run us on addresses that are added later. */
  canAdd: boolean;
  /** The kinds of helpdesk to choose from. */
  types: { id: string; name: string }[];
  /** Asks the browser to allow the site. Call it first thing in a click: browsers ask the agent only then. */
  allow(origin: string): Promise<boolean>;
  /** Gives the permission back. */
  revoke(origin: string): Promise<void>;
  /** The name in a description's JSON text, or why it is none. */
  checkDescription(text: string): Result<{ name: string }>;
};

/** A site as it is when it was just added. */
export function newSite(origin: string): AddedSite {
  return { origin, type: 'auto', taught: '', isAllowed: false };
}

async function editSites(change: Page['change'], edit: (sites: AddedSite[]) => AddedSite[]): Promise<void> {
  // As stored: the page's own copy may be older than what the background noted.
  await change('addedSites', edit((await readSettings()).addedSites));
}

/** The sites that the agent added, and how to change them. */
export function useAddedSites() {
  const { settings, change } = usePage();
  return {
    sites: settings.addedSites,
    /** Adds the site, or changes parts of the one at that origin. */
    put: (origin: string, part: Partial<AddedSite>) =>
      editSites(change, (sites) => {
        const known = sites.find((site) => site.origin === origin) ?? newSite(origin);
        return [...sites.filter((site) => site.origin !== origin), { ...known, ...part }];
      }),
    remove: (origin: string) => editSites(change, (sites) => sites.filter((site) => site.origin !== origin)),
  };
}
