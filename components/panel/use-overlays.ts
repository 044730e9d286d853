import { type RefObject, useEffect, useState } from 'react';
import { createQuietTimer } from '../../lib/core/quiet-timer';

/** What pages open over themselves: by what it says to assistive technology, else by the usual names of such parts. */
const byRole = '[role="menu"],[role="listbox"],[role="dialog"],[role="alertdialog"],[role="tooltip"]';
const byName = '[class*="dropdown"],[class*="popover"],[class*="tooltip"]';
/** Parts of the panel's width and height at which the page below is looked at. */
const parts = [0.03, 0.35, 0.65, 0.97];
/** What is opened may come late or fade in. */
const [firstMs, againMs, openMs] = [16, 125, 500];
/** Who types opens nothing as a rule: it is looked once, when no key has come for this long. */
const typingPauseMs = 300;

const floats = (element: Element) => /absolute|fixed/.test(getComputedStyle(element).position);

/** The element of an overlay that holds `element`; buttons which open one often have such a name too, but do not float. */
function overlayOf(element: Element): Element | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.matches(byRole) || (at.matches(byName) && floats(at))) return at;
  }
  return undefined;
}

/** The layer in which the overlay lies: that of the outermost of all that hold it, as only these compare with ours. */
function layerOf(overlay: Element): number {
  let layer = 0;
  for (let at: Element | null = overlay; at; at = at.parentElement) {
    const { position, zIndex } = getComputedStyle(at);
    if (position !== 'static' && zIndex !== 'auto') layer = Number(zIndex);
  }
  return layer;
}

/** Whether the key writes into a field, rather than opening, choosing or closing something. */
const isTyping = (event: Event): boolean =>
  event instanceof KeyboardEvent &&
  (event.isComposing || ((event.key.length === 1 || event.key === 'Backspace') && !event.ctrlKey && !event.metaKey));

/**
 * Whatever of the page could be an overlay and meets the panel's box, or is `emptyToo`: without a box of its own, as its parts
 * may float. Unlike {@link overlaysUnder} this asks for no element at a point, which on a page of thousands of elements takes
 * milliseconds, just when the agent waits for what was pressed.
 */
function candidatesUnder(panel: HTMLElement, { emptyToo }: { emptyToo: boolean }): Element[] {
  const box = panel.getBoundingClientRect();
  if (box.width === 0) return [];
  return [...document.querySelectorAll(`${byRole},${byName}`)].filter((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const meets = right > box.left && left < box.right && bottom > box.top && top < box.bottom;
    const isEmpty = right === left || bottom === top;
    const isWanted = (isEmpty ? emptyToo : meets) && element.checkVisibility({ visibilityProperty: true });
    return isWanted && getComputedStyle(element).pointerEvents !== 'none';
  });
}

/** Overlays of the page that lie right under the panel. */
function overlaysUnder(panel: HTMLElement): Element[] {
  const { left, top, width, height } = panel.getBoundingClientRect();
  const { host } = panel.getRootNode() as ShadowRoot;
  const points = parts.flatMap((x) => parts.map((y) => [left + width * x, top + height * y] as const));
  return points.flatMap(([x, y]) => {
    const all = document.elementsFromPoint(x, y);
    const below = all.find((element) => element !== host && !panel.contains(element));
    return (below && overlayOf(below)) ?? [];
  });
}

/**
 * The layer (z-index) that puts the panel under menus, lists and dialogs which the page opens over it; undefined while
 * there are none, and the panel lies on top. Looked at after the agent pressed something, and until they are gone again.
 * What lay there before the press is the page's furniture, and the panel stays on top of it.
 */
export function useOverlays(panel: RefObject<HTMLElement | null>): number | undefined {
  const [layer, setLayer] = useState<number>();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const furniture = new WeakSet<Element>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let until = 0;
    let isLow = false;
    const candidates = (emptyToo: boolean) => (panel.current ? candidatesUnder(panel.current, { emptyToo }) : []);
    const look = () => {
      timer = undefined;
      const isNew = candidates(true).some((element) => !furniture.has(element));
      const overlays = isNew && panel.current ? overlaysUnder(panel.current) : [];
      const layers = overlays.flatMap((overlay) => (furniture.has(overlay) ? [] : layerOf(overlay)));
      const lowest = Math.min(...layers.filter((one) => one > 0));
      isLow = Number.isFinite(lowest);
      setLayer(isLow ? lowest - 1 : undefined);
      if ((isLow || performance.now() < until) && !document.hidden) timer = setTimeout(look, againMs);
    };
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const typing = createQuietTimer(look, { quietMs: typingPauseMs });
    const watch = (event: Event) => {
      if (document.hidden || (isLow && timer)) return;
      if (isTyping(event)) {
        stop();
        typing.touch();
        return;
      }
      typing.cancel();
      if (!isLow && /down/.test(event.type)) for (const element of candidates(false)) furniture.add(element);
      until = performance.now() + openMs;
      timer ??= setTimeout(look, firstMs);
    };
    for (const type of ['pointerdown', 'keydown', 'click', 'keyup', 'visibilitychange'])
      document.addEventListener(type, watch, { capture: true, passive: true, signal });
    return () => {
      leaving.abort();
      stop();
      typing.cancel();
    };
  }, [panel]);
  return layer;
}
