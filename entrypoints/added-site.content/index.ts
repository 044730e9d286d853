import { defineContentScript } from 'wxt/utils/define-content-script';
import { loadPanel } from '../helpdesk.content/load-panel';

/** The content script of addresses that the agent added: registered at run time, never by the manifest. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  async main({ signal }) {
    const { runAddedSite } = await loadPanel();
    if (!signal.aborted) await runAddedSite({ signal });
  },
});
