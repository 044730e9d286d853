/** Where ghost text goes, in viewport pixels, and how it must look to stand in for typed text. */
export type GhostBox = {
  left: number;
  top: number;
  width: number;
  height: number;
  /** The editor's own type: font shorthand parts, colour and the ground behind, which hides the editor's placeholder; the page's colour scheme, which may differ from ours. */
  style: {
    font: string;
    lineHeight: string;
    letterSpacing: string;
    color: string;
    background: string;
    colorScheme: string;
  };
};

type Box = { left: number; top: number; right: number; bottom: number };

const intersect = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

/** The parent as laid out: out of a shadow root to its host. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The part of the element that no ancestor scrolls or clips away. */
function visibleBox(element: HTMLElement): Box {
  let box = intersect(element.getBoundingClientRect(), { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  for (let parent = parentOf(element); parent && parent !== document.body; parent = parentOf(parent)) {
    if (getComputedStyle(parent).overflow !== 'visible') box = intersect(box, parent.getBoundingClientRect());
  }
  return box;
}

/** The ground the text stands on: the first that is not see-through. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)' && backgroundColor !== 'transparent') return backgroundColor;
  }
  return 'Canvas';
}

/** Top of the first thing to be seen below the first line (signature, quoted mail), or undefined. */
function firstContentTop(element: HTMLElement): number | undefined {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.textContent?.replace(/[\s\u200b\u2060\ufeff]/g, '')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rect = range.getBoundingClientRect();
    if (rect.height > 0) return rect.top;
  }
  return undefined;
}

function inner(element: Element): Box {
  const rect = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const side = (name: 'Left' | 'Top' | 'Right' | 'Bottom') =>
    Number.parseFloat(style[`padding${name}`]) + Number.parseFloat(style[`border${name}Width`]);
  return {
    left: rect.left + side('Left'),
    top: rect.top + side('Top'),
    right: rect.right - side('Right'),
    bottom: rect.bottom - side('Bottom'),
  };
}

/**
 * Measures where text typed first into the blank editor would stand, up to the signature or the editor's visible end.
 * Only reads. Null when the editor is hidden or has no room for a line.
 */
export function measureGhost(element: HTMLElement): GhostBox | null {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    return null;
  const isField = element.tagName === 'TEXTAREA';
  const line = isField ? element : (element.firstElementChild ?? element);
  const style = getComputedStyle(line);
  const content = inner(element);
  const start = isField ? content : { ...inner(line), right: content.right };
  const end = isField ? undefined : firstContentTop(element);
  const top = isField ? content.top - element.scrollTop : start.top;
  const visible = visibleBox(element);
  const bottom = Math.min(visible.bottom, content.bottom, end ?? Number.POSITIVE_INFINITY);
  const lineHeight = Number.parseFloat(style.lineHeight) || Number.parseFloat(style.fontSize) * 1.4;
  const isShown = top >= visible.top - 1 && bottom - top >= lineHeight - 1 && start.right - start.left > 60;
  if (!isShown) return null;
  return {
    left: start.left,
    top,
    width: start.right - start.left,
    height: Math.floor((bottom - top) / lineHeight + 0.05) * lineHeight,
    style: {
      font: `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
      lineHeight: `${lineHeight}px`,
      letterSpacing: style.letterSpacing,
      color: style.color,
      background: groundOf(element),
      colorScheme: getComputedStyle(document.documentElement).colorScheme,
    },
  };
}

/** The element that has the focus, through open shadow roots. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** True when both boxes would be painted alike. */
export function isSameGhost(one: GhostBox | null, other: GhostBox | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
