import { caretOf, firstCaret, frameOf, isField, type LineCaret } from './ghost-editor';
import { measureField } from './ghost-mirror';

/** Where ghost text goes, in pixels of our root, and how it must look to stand in for typed text. */
export type GhostBox = {
  left: number;
  top: number;
  width: number;
  height: number;
  /** From the line's start to the caret. */
  indent: number;
  direction: 'ltr' | 'rtl';
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
/** A line's caret in the editor's own page, and the element whose type it has. */
type CaretBox = { box: Box; type: Element; content: Box };

const intersect = (one: Box, other: Box): Box => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

const px = (value: string): number => Number.parseFloat(value) || 0;

/** The parent as laid out: out of a shadow root to its host. */
function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Pixels on the screen for one of the element's own: zoom and transforms of all ancestors. */
function scaleOf(element: Element): number {
  const { offsetWidth } = element as HTMLElement;
  return offsetWidth > 0 ? element.getBoundingClientRect().width / offsetWidth : 1;
}

/** The element without its border and padding. */
function inner(element: Element): Box {
  const rect = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const scale = scaleOf(element);
  const side = (name: 'Left' | 'Top' | 'Right' | 'Bottom') =>
    (px(style[`padding${name}`]) + px(style[`border${name}Width`])) * scale;
  return {
    left: rect.left + side('Left'),
    top: rect.top + side('Top'),
    right: rect.right - side('Right'),
    bottom: rect.bottom - side('Bottom'),
  };
}

/** From a frame's page to ours; as it is where there is no frame. */
function fromFrame(box: Box, frame: HTMLElement | null): Box {
  if (!frame) return box;
  const { left, top } = inner(frame);
  const scale = scaleOf(frame);
  return {
    left: left + box.left * scale,
    top: top + box.top * scale,
    right: left + box.right * scale,
    bottom: top + box.bottom * scale,
  };
}

/** The part of the element that no ancestor scrolls or clips away, in our page. */
function visibleBox(element: HTMLElement): Box {
  const view = element.ownerDocument.defaultView ?? window;
  let box = intersect(element.getBoundingClientRect(), {
    left: 0,
    top: 0,
    right: view.innerWidth,
    bottom: view.innerHeight,
  });
  const { body } = element.ownerDocument;
  for (let parent = parentOf(element); parent && parent !== body; parent = parentOf(parent)) {
    if (getComputedStyle(parent).overflow !== 'visible') box = intersect(box, parent.getBoundingClientRect());
  }
  const frame = frameOf(element);
  return frame ? intersect(fromFrame(box, frame), visibleBox(frame)) : box;
}

/** The ground the text stands on: the first that is not see-through. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== 'rgba(0, 0, 0, 0)' && backgroundColor !== 'transparent') return backgroundColor;
  }
  return 'Canvas';
}

/** Top of the first thing to be seen below the caret (signature, quoted mail), or undefined. */
function contentTopBelow(editable: HTMLElement, { range }: LineCaret): number | undefined {
  const page = editable.ownerDocument;
  const texts = page.createTreeWalker(editable, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (range.comparePoint(node, 0) <= 0 || !node.nodeValue?.replace(/[\s\u200b\u2060\ufeff]/g, '')) continue;
    const text = page.createRange();
    text.selectNodeContents(node);
    const rect = text.getBoundingClientRect();
    if (rect.height > 0) return rect.top;
  }
  return undefined;
}

/** The caret's own box. Beside an element a caret has none: the line break there tells, or the block's first line. */
function boxOfCaret({ range, block }: LineCaret): Box {
  const [own] = range.getClientRects();
  if (own && own.height > 0) return own;
  const { startContainer: at, startOffset } = range;
  const beside = at.childNodes[startOffset] ?? at.childNodes[startOffset - 1] ?? block.querySelector('br');
  if (beside?.nodeName === 'BR') {
    const rect = (beside as Element).getBoundingClientRect();
    if (rect.height > 0) return rect;
  }
  const content = inner(block);
  const style = getComputedStyle(block);
  const height = (px(style.lineHeight) || px(style.fontSize) * 1.2) * scaleOf(block);
  const x = style.direction === 'rtl' ? content.right : content.left;
  return { left: x, right: x, top: content.top, bottom: content.top + height };
}

function richCaret(editable: HTMLElement, caret: LineCaret): CaretBox {
  const { startContainer } = caret.range;
  const holder = startContainer.nodeType === Node.TEXT_NODE ? startContainer.parentElement : caret.block;
  const around = inner(editable);
  const line = inner(caret.block);
  const content = { ...line, bottom: Math.max(around.bottom, line.bottom) };
  return { box: boxOfCaret(caret), type: holder ?? caret.block, content };
}

function styleOf({ type, box }: CaretBox, element: HTMLElement, scale: number): GhostBox['style'] {
  const style = getComputedStyle(type);
  const own = (px(style.lineHeight) || (box.bottom - box.top) / scaleOf(type)) * scale;
  return {
    font: `${style.fontStyle} ${style.fontWeight} ${px(style.fontSize) * scale}px ${style.fontFamily}`,
    lineHeight: `${own}px`,
    letterSpacing: style.letterSpacing === 'normal' ? 'normal' : `${px(style.letterSpacing) * scale}px`,
    color: style.color,
    background: groundOf(element),
    colorScheme: getComputedStyle(document.documentElement).colorScheme,
  };
}

/**
 * Measures where the text that is typed next would stand, down to the signature or the editor's visible end. `editable`
 * may lie in a frame of this origin; fields are measured by a copy in `root`. Null when the caret is out of sight or
 * there is no room for a line.
 */
export function measureGhost(editable: HTMLElement, isFocused: boolean, root: HTMLElement): GhostBox | null {
  const frame = frameOf(editable);
  for (const element of frame ? [editable, frame] : [editable]) {
    if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      return null;
  }
  const line = isField(editable) ? null : isFocused ? caretOf(editable) : firstCaret(editable);
  if (!line && !isField(editable)) return null;
  const scale = scaleOf(editable) * (frame ? scaleOf(frame) : 1);
  const caret = line
    ? richCaret(editable, line)
    : { box: measureField(editable as HTMLTextAreaElement, root), type: editable, content: inner(editable) };
  const end = line ? contentTopBelow(editable, line) : undefined;
  const direction = getComputedStyle(line?.block ?? editable).direction === 'rtl' ? 'rtl' : 'ltr';
  const zoom = root.currentCSSZoom ?? 1;
  const style = styleOf(caret, editable, scale / zoom);
  const lineHeight = px(style.lineHeight) * zoom;
  const box = fromFrame(caret.box, frame);
  const bottomOfText = end === undefined ? caret.content.bottom : Math.min(end, caret.content.bottom);
  const content = fromFrame({ ...caret.content, bottom: bottomOfText }, frame);
  const visible = visibleBox(editable);
  const top = (box.top + box.bottom - lineHeight) / 2;
  const bottom = Math.min(visible.bottom, Math.max(content.bottom, top + lineHeight));
  const hasRoom = top >= visible.top - 1 && bottom - top >= lineHeight - 1 && content.right - content.left > 60;
  const isInSight = box.left >= visible.left - 1 && box.right <= visible.right + 1;
  if (!hasRoom || !isInSight || (end !== undefined && content.bottom - top < lineHeight - 1)) return null;
  return {
    left: content.left / zoom,
    top: top / zoom,
    width: (content.right - content.left) / zoom,
    height: (Math.floor((bottom - top) / lineHeight + 0.05) * lineHeight) / zoom,
    indent: (direction === 'rtl' ? content.right - box.right : box.left - content.left) / zoom,
    direction,
    style,
  };
}

/** True when both boxes would be painted alike. */
export function isSameGhost(one: GhostBox | null, other: GhostBox | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
