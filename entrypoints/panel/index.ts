import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findHelpdesk } from '@/lib/helpdesk/registry';
import { runAddedSite } from './run-added-site';
import { runPanel } from './run-panel';
import { runWhileAllowed } from './while-allowed';

/** Runs the panel on a page of a helpdesk that Deskside knows, until `signal` aborts. */
async function runHelpdesk({ signal }: { signal: AbortSignal }): Promise<void> {
  const helpdesk = findHelpdesk(location.href);
  if (!helpdesk) return;
  const start = (options: { signal: AbortSignal }) => void runPanel(helpdesk, { isShy: false, ...options });
  await runWhileAllowed(helpdesk.id, start, { signal });
}

const parts = { runHelpdesk, runAddedSite };
export type PanelScript = typeof parts;

/** What the content scripts load and run; `wxt.config.ts` makes a module of it, whose default export is what this answers. */
export default defineUnlistedScript(() => parts);
