import { routeOf } from './editor';

/** What goes into an editor; `html` says the same as `text`, and is plain where `format` is. */
export type Content = { text: string; html: string; format: 'rich' | 'plain'; isContinuation?: boolean };

/**
 * Sends one synthetic paste to an editor, as its own clipboard code understands it, with the types its route asks for.
 * Untrusted events have no default action, so an editor that does not handle paste itself stays as it was.
 * @returns whether the page claimed the paste, now or for later: the text may then still come.
 */
export function dispatchPaste(element: HTMLElement, { text, html, format }: Content): boolean {
  const init = { bubbles: true, cancelable: true, composed: true, clipboardData: new DataTransfer() };
  const event = new ClipboardEvent('paste', init);
  // Filled on the event: Firefox does not take the one it is given, but makes an empty one (153, 2026-11).
  event.clipboardData?.setData('text/plain', text);
  if (routeOf(element, format) !== 'paste-text') event.clipboardData?.setData('text/html', html);
  element.dispatchEvent(event);
  return event.defaultPrevented;
}
