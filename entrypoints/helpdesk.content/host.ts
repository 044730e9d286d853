import { browser } from 'wxt/browser';

/** Our one element in the helpdesk's page, and the place inside its shadow root where the panel is drawn. */
export type Host = { container: HTMLElement; remove(): void };

/** The element's name, and the file of `content-scripts/` with its style sheet. */
type Kind = { name: string; styles: 'helpdesk' | 'teach' };

/**
 * Adds `<deskside-panel>` (or another of ours) to the page with its style sheet inside; one that an older content script left behind is
 * taken out first. Not WXT's own: that one vanishes when the extension is reloaded, where ours must say "reload the tab".
 */
export async function attachHost(
  { name, styles }: Kind = { name: 'deskside-panel', styles: 'helpdesk' },
): Promise<Host> {
  const css = await fetch(browser.runtime.getURL(`/content-scripts/${styles}.css` as never)).then((answer) =>
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
