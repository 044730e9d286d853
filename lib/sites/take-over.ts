import type { SiteBrowser } from './sync-sites';

/** The scripts that the manifest declares for helpdesk pages. */
type DeclaredScript = { matches?: string[] | undefined; js?: string[] | undefined; world?: string };

/**
 * Runs the declared content scripts in pages that are open already: the browser does so in pages opened from now on only. The
 * scripts of an older version that are there let the new ones take over.
 */
export async function takeOver(
  declared: readonly DeclaredScript[],
  { runNow }: Pick<SiteBrowser, 'runNow'>,
): Promise<void> {
  for (const { matches = [], js = [], world } of declared)
    for (const file of js) await runNow({ id: file, matches, file, world: world === 'MAIN' ? 'MAIN' : 'ISOLATED' });
}
