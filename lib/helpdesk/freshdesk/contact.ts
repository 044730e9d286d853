import { visibleText } from '../text';
import { freshdeskSelectors as at } from './selectors';

const emailPattern = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/;

/** The contact panel's shadow roots: it is a part of its own since 2026, and was in the page before. */
export function contactRoots(): ShadowRoot[] {
  const app = document.querySelector(at.contactApp);
  const places = [document, app?.shadowRoot].flatMap((root) => (root ? [...root.querySelectorAll(at.contact)] : []));
  return [app, ...places].flatMap((host) => host?.shadowRoot ?? []);
}

/** The address of the requester in the contact panel, wherever it is drawn. */
export function contactEmail(): string | undefined {
  const inShadow = contactRoots().flatMap((root) => [...root.querySelectorAll(at.contactEmail)]);
  const inPage = at.contactLight.flatMap((selector) => [...document.querySelectorAll(selector)]);
  // Name and address may stand in neighbouring blocks: their texts must not run into each other.
  const texts = [...inShadow, ...inPage].map((element) => visibleText(element));
  return texts.map((text) => emailPattern.exec(text)?.[0]).find((found) => found !== undefined);
}
