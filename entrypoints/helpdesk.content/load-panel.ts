import { browser } from 'wxt/browser';
import type { PanelScript } from '../panel';

/** How long the helpdesk may go on drawing before the panel is loaded all the same. */
const longestWaitMs = 300;

/**
 * Loads what both content scripts run. A content script is read and compiled on the page's own thread, in one long task; a
 * module is compiled beside it (`npm run prove:quiet`). The helpdesk is left to draw first: there is nothing to read before.
 */
export async function loadPanel(): Promise<PanelScript> {
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: longestWaitMs }));
  const url = browser.runtime.getURL('/panel.js' as never);
  const { default: panel }: { default: PanelScript } = await import(/* @vite-ignore */ url);
  return panel;
}
