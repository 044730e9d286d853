import type { AddedSite } from '../core/settings';
import { sitePattern } from './site-pattern';

/** A content script that runs on an added site; `id` is the site's pattern and the file. */
export type SiteScript = { id: string; matches: string[]; file: string; world: 'ISOLATED' | 'MAIN' };

/** What of the browser the added sites need. */
export type SiteBrowser = {
  isAllowed(pattern: string): Promise<boolean>;
  /** Ids of the scripts that are registered now. */
  registered(): Promise<string[]>;
  register(scripts: SiteScript[]): Promise<void>;
  unregister(ids: string[]): Promise<void>;
  /** Runs a script in pages that are open already. */
  runNow(script: SiteScript): Promise<void>;
};

const files = [
  { file: 'content-scripts/insert.js', world: 'MAIN' },
  { file: 'content-scripts/added-site.js', world: 'ISOLATED' },
] as const;

function scriptsFor(origin: string): SiteScript[] {
  const pattern = sitePattern(origin);
  return files.map(({ file, world }) => ({ id: `${pattern} ${file}`, matches: [pattern], file, world }));
}

/**
 * Makes the registered scripts those of the sites that the agent added and the browser allows, and runs new ones in the
 * open pages. Answers the sites with `isAllowed` as it is now. Safe to repeat: nothing happens when all is as it should be.
 */
export async function syncSites(sites: readonly AddedSite[], browser: SiteBrowser): Promise<AddedSite[]> {
  const known = await Promise.all(
    sites.map(async (site) => ({ ...site, isAllowed: await browser.isAllowed(sitePattern(site.origin)) })),
  );
  const wanted = known.filter(({ isAllowed }) => isAllowed).flatMap(({ origin }) => scriptsFor(origin));
  // Two ports of one host share a pattern and thereby their scripts.
  const unique = [...new Map(wanted.map((script) => [script.id, script])).values()];
  const registered = await browser.registered();
  const gone = registered.filter((id) => !unique.some((script) => script.id === id));
  const added = unique.filter(({ id }) => !registered.includes(id));
  if (gone.length > 0) await browser.unregister(gone);
  if (added.length > 0) await browser.register(added);
  for (const script of added) await browser.runNow(script);
  return known;
}
