import { nextFrame } from './dom';
import { bareText, type CaretMemory, isTextField } from './editor';

const blockTags = new Set('P DIV LI UL OL BLOCKQUOTE PRE H1 H2 H3 H4 H5 H6'.split(' '));
/** The line that parts mail from its signature (RFC 3676, 4.3); editors drop the space at its end. */
const signatureLine = /^-- ?$/;

function isElement(node: Node | null): node is Element {
  return node?.nodeType === Node.ELEMENT_NODE;
}

function select(range: Range): void {
  const selection = range.startContainer.ownerDocument?.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** A caret behind the last text in `element`, inside its last block; not inside a link or behind a filler `<br>`. */
function caretAtEnd(element: Element): Range {
  let block = element;
  for (let last = block.lastChild; isElement(last) && blockTags.has(last.tagName); last = block.lastChild) block = last;
  const range = element.ownerDocument.createRange();
  const filler = block.lastChild;
  if (isElement(filler) && filler.tagName === 'BR') range.setStartBefore(filler);
  else {
    range.selectNodeContents(block);
    range.collapse(false);
  }
  range.collapse(false);
  return range;
}

/**
 * The block that holds nothing but the signature's line, outermost where blocks lie in each other; the last such line,
 * as earlier ones belong to quoted mail.
 */
function findSignature(element: Element): Element | undefined {
  const lineIn = (block: Element) => (block.textContent ?? '').replace(/[\u00a0\u200b\ufeff]/g, ' ');
  const blocks = [...element.querySelectorAll([...blockTags].join(','))];
  let found = blocks.findLast((block) => signatureLine.test(lineIn(block)));
  for (let outer = found?.parentElement; outer && outer !== element; outer = outer.parentElement) {
    if (signatureLine.test(lineIn(outer))) found = outer;
  }
  return found;
}

/** A caret at the end of the draft, or right above the first match of `above` (signature, quoted mail). */
function defaultCaret(element: HTMLElement, above: string | undefined): Range {
  const barrier = (above ? element.querySelector(above) : null) ?? findSignature(element);
  if (!barrier) return caretAtEnd(element);
  const previous = barrier.previousElementSibling;
  if (previous && blockTags.has(previous.tagName)) return caretAtEnd(previous);
  const range = element.ownerDocument.createRange();
  range.setStartBefore(barrier);
  range.collapse(true);
  return range;
}

/** Where an untouched field's text goes: at its end, or on the line above the signature. */
function defaultOffset({ value }: HTMLTextAreaElement | HTMLInputElement): number {
  const signature = /\n-- ?\n/.exec(value);
  return signature ? signature.index : value.length;
}

function selectionIn(element: HTMLElement): Range | undefined {
  const selection = element.ownerDocument.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  return range && element.contains(range.commonAncestorContainer) ? range : undefined;
}

/** The selection a frame's page keeps while another has the focus; one at its very start is there without anybody. */
function keptInFrame(element: HTMLElement): Range | undefined {
  const range = selectionIn(element);
  if (!range) return undefined;
  const before = element.ownerDocument.createRange();
  before.setStart(element, 0);
  before.setEnd(range.endContainer, range.endOffset);
  return bareText(before.toString()) === '' ? undefined : range;
}

/** Whether there is text between where two ranges start: the same place can be named by several nodes. */
function hasTextBetween(one: Range, other: Range): boolean {
  const between = one.cloneRange();
  const isAhead = one.compareBoundaryPoints(Range.START_TO_START, other) > 0;
  const [start, end] = isAhead ? [other, one] : [one, other];
  between.setStart(start.startContainer, start.startOffset);
  between.setEnd(end.startContainer, end.startOffset);
  return bareText(between.toString()) !== '';
}

/**
 * Focuses the editor with the caret where the agent left it, else at the end of the draft (above `above` or the
 * signature if that is there). A selection is collapsed to its end: what the agent selected is not replaced.
 * @returns puts the caret there again if it was moved since; whether it was. Nothing for a plain field, which keeps its own.
 */
export async function placeCaret(
  element: HTMLElement,
  memory: CaretMemory,
  above?: string,
): Promise<(() => boolean) | undefined> {
  const kept = element.ownerDocument === document ? memory.rangeIn(element) : keptInFrame(element);
  const remembered = kept?.cloneRange();
  const hadFocus = element.ownerDocument.activeElement === element && element.ownerDocument.hasFocus();
  const wasThere = hadFocus || kept !== undefined || memory.wasIn(element);
  element.focus({ preventScroll: true });
  if (isTextField(element)) {
    const caret = wasThere ? (element.selectionEnd ?? element.value.length) : defaultOffset(element);
    element.setSelectionRange(caret, caret);
    return undefined;
  }
  // Some editors draw their own caret in a moment after they get the focus (Draft.js 0.11, 2026-11).
  if (!hadFocus) await nextFrame();
  const current = selectionIn(element);
  // Focusing a plain contenteditable drops its caret to the start, so the remembered one counts unless it kept the focus.
  const wanted = hadFocus ? (current ?? remembered) : wasThere ? (remembered ?? current) : undefined;
  const target = (wanted ?? defaultCaret(element, above)).cloneRange();
  target.collapse(false);
  const isSame =
    current?.collapsed &&
    current.startContainer === target.startContainer &&
    current.startOffset === target.startOffset;
  if (!isSame) select(target);
  return () => {
    const now = selectionIn(element);
    if (!element.contains(target.startContainer) || (now && !hasTextBetween(now, target))) return false;
    select(target);
    return true;
  };
}
