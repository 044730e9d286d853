import { defineContentScript } from 'wxt/utils/define-content-script';
import { runAddedSite } from './run-added-site';

/** The content script of addresses that the agent added: registered at run time, never by the manifest. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  // The panel's style sheet is the same one, in `helpdesk.css`.
  cssInjectionMode: 'manual',
  main: ({ signal }) => runAddedSite({ signal }),
});
