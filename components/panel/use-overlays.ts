import { type RefObject, useEffect, useState } from 'react';

/** What pages open over themselves: by what it says to assistive technology, else by the usual names of such parts. */
const overlay =
  '[role="menu"],[role="listbox"],[role="dialog"],[role="alertdialog"],[role="tooltip"],[class*="dropdown"],[class*="popover"],[class*="tooltip"]';
/** Parts of the panel's width and height at which the page below is looked at. */
const parts = [0.03, 0.35, 0.65, 0.97];
/** What is opened may come late or fade in. */
const againMs = 250;

/** The layer in which the overlay lies: that of the outermost of all that hold it, as only these compare with ours. */
function layerOf(element: Element): number | undefined {
  let layer: number | undefined;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { position, zIndex } = getComputedStyle(at);
    if (position !== 'static' && zIndex !== 'auto') layer = Number(zIndex);
  }
  return layer;
}

/** The lowest layer among overlays of the page that reach under the panel; undefined where none does. */
function overlayUnder(panel: HTMLElement): number | undefined {
  const { left, top, width, height } = panel.getBoundingClientRect();
  const host = (panel.getRootNode() as ShadowRoot).host;
  let lowest: number | undefined;
  for (const x of parts) {
    for (const y of parts) {
      const below = document
        .elementsFromPoint(left + width * x, top + height * y)
        .find((element) => element !== host && !panel.contains(element));
      const layer = below && layerOf(below.closest(overlay) ?? document.documentElement);
      if (layer !== undefined && layer > 0 && layer <= (lowest ?? layer)) lowest = layer;
    }
  }
  return lowest;
}

/**
 * The layer (z-index) that puts the panel under menus, lists and dialogs which the page opens over it; undefined while
 * there are none, and the panel lies on top. Looked at after the agent pressed something, and until they are gone again.
 */
export function useOverlays(panel: RefObject<HTMLElement | null>): number | undefined {
  const [layer, setLayer] = useState<number>();
  useEffect(() => {
    const leaving = new AbortController();
    let frame = 0;
    let until = 0;
    let seenAt = 0;
    const look = (now: number) => {
      frame = 0;
      if (leaving.signal.aborted || !panel.current) return;
      const isDue = now - seenAt >= againMs / 2;
      const found = isDue ? overlayUnder(panel.current) : undefined;
      if (isDue) {
        seenAt = now;
        setLayer(found === undefined ? undefined : found - 1);
      }
      // Frames stop by themselves in a hidden tab.
      if (found !== undefined) until = now + 2 * againMs;
      if (now < until) frame = requestAnimationFrame(look);
    };
    const watch = () => {
      until = performance.now() + 2 * againMs;
      frame ||= requestAnimationFrame(look);
    };
    for (const type of ['click', 'keyup', 'focusin'])
      document.addEventListener(type, watch, { capture: true, passive: true, signal: leaving.signal });
    return () => {
      leaving.abort();
      cancelAnimationFrame(frame);
    };
  }, [panel]);
  return layer;
}
