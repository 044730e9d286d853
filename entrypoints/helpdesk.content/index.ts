import { defineContentScript } from 'wxt/utils/define-content-script';
import { helpdeskMatches } from '@/lib/helpdesk/matches';
import { loadPanel } from './load-panel';

export default defineContentScript({
  matches: helpdeskMatches,
  async main({ signal }) {
    const { runHelpdesk } = await loadPanel();
    if (!signal.aborted) await runHelpdesk({ signal });
  },
});
