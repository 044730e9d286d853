/** A hand on the page: what only the browser itself can do, done by the test around the page. */
export type Hand = { press: string } | { click: [x: number, y: number] } | { upload: { name: string; text: string } };

declare global {
  interface Window {
    hand(what: Hand): Promise<void>;
  }
}

/** Presses a key, by Playwright's name of it. */
export const press = (key: string): Promise<void> => window.hand({ press: key });

const placeOf = ({ left, top, width, height }: DOMRect) => `${left} ${top} ${width} ${height}`;

/** Brings an element into sight and waits until it no longer moves, as it does while what is above it comes in. */
async function steady(element: Element): Promise<DOMRect> {
  for (let still = 0, last = ''; still < 4; ) {
    element.scrollIntoView({ block: 'nearest' });
    await new Promise(requestAnimationFrame);
    const now = placeOf(element.getBoundingClientRect());
    still = now === last ? still + 1 : 0;
    last = now;
  }
  return element.getBoundingClientRect();
}

/** Clicks on an element, in its middle or `at` so far from its start. */
export async function click(element: Element, at?: { x: number; y: number }): Promise<void> {
  const { left, top, width, height } = await steady(element);
  await window.hand({ click: [left + (at?.x ?? width / 2), top + (at?.y ?? height / 2)] });
}

/** Writes into a field of React. */
export function fill(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Gives a file to the first file input of the page. */
export const upload = (name: string, text: string): Promise<void> => window.hand({ upload: { name, text } });
