import { browser } from 'wxt/browser';

/** Our one element in the helpdesk's page, and the place inside its shadow root where the panel is drawn. */
export type Host = { container: HTMLElement; remove(): void };

const name = 'deskside-panel';

/**
 * Adds `<deskside-panel>` to the page with our style sheet inside; one that an older content script left behind is
 * taken out first. Not WXT's own: that one vanishes when the extension is reloaded, where ours must say "reload the tab".
 */
export async function attachHost(): Promise<Host> {
  const css = await fetch(browser.runtime.getURL(`/content-scripts/helpdesk.css` as never)).then((answer) =>
    answer.text(),
  );
  for (const old of document.querySelectorAll(name)) old.remove();
  const element = document.createElement(name);
  const shadow = element.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = `:host{all:initial!important}${css.replaceAll(':root', ':host')}`;
  const container = document.createElement('div');
  shadow.append(style, container);
  document.documentElement.append(element);
  return { container, remove: () => element.remove() };
}
