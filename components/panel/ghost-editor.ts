import type { ComposerHandle } from '../../lib/core/helpdesk';
import type { Typed } from './ghost-match';

/** Where the agent's caret stands in a rich editor, and the block that holds its line. */
export type LineCaret = { range: Range; block: Element };

/** A textarea or text input. */
export function isField(element: Element): element is HTMLTextAreaElement {
  return element.tagName === 'TEXTAREA' || element.tagName === 'INPUT';
}

/** The frame this element's page lies in, where it is one of our own page's. */
export function frameOf(element: Element): HTMLElement | null {
  if (element.ownerDocument === document) return null;
  return (element.ownerDocument.defaultView?.frameElement as HTMLElement | null) ?? null;
}

/** The element that takes the text: of a frame the body inside; null where that is not ours to read. */
export function editableOf(element: HTMLElement): HTMLElement | null {
  if (element.tagName !== 'IFRAME') return element;
  return (element as HTMLIFrameElement).contentDocument?.body ?? null;
}

/** The element that has the focus, through open shadow roots. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** True while the agent's caret is in the editor: the editable, or the frame around it. */
export function isEditorFocused(element: HTMLElement): boolean {
  const focused = focusedElement();
  return focused !== null && (element === focused || element.contains(focused));
}

/** The block that holds the caret's line. */
function blockOf(editable: HTMLElement, node: Node): Element {
  let at = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  while (at && at !== editable && /^(inline|contents)/.test(getComputedStyle(at).display)) at = at.parentElement;
  return at ?? editable;
}

function selectionOf(editable: HTMLElement): Selection | null {
  const root = editable.getRootNode() as Document & { getSelection?(): Selection | null };
  // Chromium's shadow roots have one of their own; elsewhere the page's must do.
  return root.getSelection?.() ?? editable.ownerDocument.getSelection();
}

/** The caret of a rich editor; null when something is selected or the caret is elsewhere. */
export function caretOf(editable: HTMLElement): LineCaret | null {
  const selection = selectionOf(editable);
  if (!selection?.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!editable.contains(range.startContainer)) return null;
  return { range, block: blockOf(editable, range.startContainer) };
}

/** Where the caret of a blank editor would stand that nobody has been in. */
export function firstCaret(editable: HTMLElement): LineCaret {
  const block = editable.firstElementChild ?? editable;
  const range = editable.ownerDocument.createRange();
  range.setStart(block, 0);
  return { range, block: block.tagName === 'BR' ? editable : block };
}

/** Text of the caret's line: from the block's edges or the line breaks next to the caret. */
function lineAround({ range, block }: LineCaret): { before: string; after: string } {
  const before = block.ownerDocument.createRange();
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  const after = block.ownerDocument.createRange();
  after.selectNodeContents(block);
  after.setStart(range.startContainer, range.startOffset);
  for (const lineBreak of block.querySelectorAll('br')) {
    const parent = lineBreak.parentNode;
    if (!parent) continue;
    const index = [...parent.childNodes].indexOf(lineBreak);
    if (range.comparePoint(parent, index + 1) <= 0) before.setStartAfter(lineBreak);
    else if (range.comparePoint(parent, index) >= 0) {
      after.setEndBefore(lineBreak);
      break;
    }
  }
  const [lineBefore = ''] = before.toString().split('\n').slice(-1);
  const [lineAfter = ''] = after.toString().split('\n');
  return { before: lineBefore, after: lineAfter };
}

function typedInField(field: HTMLTextAreaElement): Typed | null {
  const { value, selectionStart, selectionEnd } = field;
  if (selectionStart !== selectionEnd) return null;
  const line = value.lastIndexOf('\n', selectionStart - 1) + 1;
  return { draft: value, before: value.slice(line, selectionStart), after: value.slice(selectionStart) };
}

/** The composer's draft; adapters do not look into frames. */
export function draftOf({ element, state }: ComposerHandle, editable: HTMLElement): string {
  return editable === element ? state.draft : (editable.textContent ?? '');
}

/** What the agent has typed up to the caret; null without a caret. */
export function readTyped(composer: ComposerHandle, editable: HTMLElement): Typed | null {
  if (isField(editable)) return typedInField(editable);
  const caret = caretOf(editable);
  return caret && { draft: draftOf(composer, editable), ...lineAround(caret) };
}
