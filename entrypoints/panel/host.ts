import { browser } from 'wxt/browser';

/** Our one element in the helpdesk's page, and the place inside its shadow root where the panel is drawn. */
export type Host = { container: HTMLElement; remove(): void };

/** The element's name, and the file with its style sheet. */
type Kind = { name: string; styles: '/assets/panel.css' | '/content-scripts/teach.css' };

/** How often the element is put back; a page that goes on taking it away is left alone. */
const returns = 50;

/**
 * An element whose shadow root the page cannot reach. It gets its root in a document of its own: had the page defined a
 * custom element of this name, one made in the page would be the page's, with the closed root in its internals.
 */
function createClosed(name: string): { element: HTMLElement; shadow: ShadowRoot } {
  const element = document.implementation.createHTMLDocument().createElement(name);
  return { element, shadow: element.attachShadow({ mode: 'closed' }) };
}

/** Keeps the element at the end of the page, where nothing of the page's can hide what it holds; answers what ends that. */
function keepInPlace(element: HTMLElement): () => void {
  let left = returns;
  const watch = new MutationObserver(() => {
    if (element.parentNode === document.documentElement || left === 0) return;
    left -= 1;
    document.documentElement.append(element);
  });
  // A page that writes its document anew has another root element.
  watch.observe(document, { childList: true });
  watch.observe(document.documentElement, { childList: true });
  return () => watch.disconnect();
}

/**
 * Adds `<deskside-panel>` (or another of ours) to the page with its style sheet inside; one that an older content script
 * left behind is taken out first. Not WXT's own: that one vanishes when the extension is reloaded, where ours must say
 * "reload the tab".
 */
export async function attachHost(
  { name, styles }: Kind = { name: 'deskside-panel', styles: '/assets/panel.css' },
): Promise<Host> {
  const css = await fetch(browser.runtime.getURL(styles as never)).then((answer) => answer.text());
  for (const old of document.querySelectorAll(name)) old.remove();
  const { element, shadow } = createClosed(name);
  const style = document.createElement('style');
  style.textContent = `:host{all:initial!important}${css.replaceAll(':root', ':host')}`;
  const container = document.createElement('div');
  document.documentElement.append(element);
  shadow.append(style, container);
  const letGo = keepInPlace(element);
  return {
    container,
    remove() {
      letGo();
      element.remove();
    },
  };
}
