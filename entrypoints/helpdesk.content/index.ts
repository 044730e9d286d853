import { defineContentScript } from 'wxt/utils/define-content-script';
import { helpdeskMatches } from '@/lib/helpdesk/matches';
import { findHelpdesk } from '@/lib/helpdesk/registry';
import { runPanel } from './run-panel';

export default defineContentScript({
  matches: helpdeskMatches,
  cssInjectionMode: 'ui',
  async main({ signal }) {
    const helpdesk = findHelpdesk(location.href);
    if (helpdesk) await runPanel(helpdesk, { isShy: false, signal });
  },
});
