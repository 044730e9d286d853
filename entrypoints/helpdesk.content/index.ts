import { defineContentScript } from 'wxt/utils/define-content-script';
import { helpdeskMatches } from '@/lib/helpdesk/matches';
import { findHelpdesk } from '@/lib/helpdesk/registry';
import { runPanel } from './run-panel';
import { runWhileAllowed } from './while-allowed';

export default defineContentScript({
  matches: helpdeskMatches,
  cssInjectionMode: 'ui',
  async main({ signal }) {
    const helpdesk = findHelpdesk(location.href);
    if (!helpdesk) return;
    const start = (options: { signal: AbortSignal }) => void runPanel(helpdesk, { isShy: false, ...options });
    await runWhileAllowed(helpdesk.id, start, { signal });
  },
});
