/**
 * How an editor takes text (measured in 2026-11, editors as of then). `paste`: one synthetic paste with both types;
 * `paste-text`: plain only; `command`: `execCommand`, which frameworks with their own model ignore or break on.
 */
export type EditorRoute = 'paste' | 'paste-text' | 'command';

const ownModel =
  '.ck-editor__editable,.fr-element,.ProseMirror,.ql-editor,[data-lexical-editor],.public-DraftEditor-content';

/** The one way that works for this editor; `format` plain keeps markup out. */
export function routeOf(element: HTMLElement, format: 'rich' | 'plain'): EditorRoute {
  if (isTextField(element)) return 'command';
  if (element.matches('[data-slate-editor]')) return 'paste-text';
  if (element.matches(ownModel)) return format === 'plain' ? 'paste-text' : 'paste';
  return 'command';
}

/** A textarea or text input, whose text is its value. */
export function isTextField(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return element.tagName === 'TEXTAREA' || element.tagName === 'INPUT';
}

/** Text without white space and editors' invisible fillers: what insertion is checked by, since editors re-wrap. */
export function bareText(text: string): string {
  return text.replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/g, '');
}

/** {@link bareText} of what the editor holds. */
export function bareContent(element: HTMLElement): string {
  return bareText(isTextField(element) ? element.value : (element.textContent ?? ''));
}

/** Remembers where the agent last stood in each editable, so that a panel or another field may take the focus in between. */
export type CaretMemory = {
  /** Starts to listen until `signal` aborts. */
  listen(options: { signal: AbortSignal }): void;
  /** The rich editor the agent was in last, if it is still on the page. */
  lastEditor(): HTMLElement | undefined;
  /** True when the agent has been in this editable. */
  wasIn(element: HTMLElement): boolean;
  /** The last caret or selection inside `element`, if it still lies there. */
  rangeIn(element: HTMLElement): Range | undefined;
};

/** A memory for one page; it keeps no element alive that the page has dropped. */
export function createCaretMemory(): CaretMemory {
  const ranges = new WeakMap<HTMLElement, Range | null>();
  let last: WeakRef<HTMLElement> | undefined;
  const remember = (target: EventTarget | null) => {
    if (!(target instanceof HTMLElement) || !(target.isContentEditable || isTextField(target))) return;
    if (!ranges.has(target)) ranges.set(target, null);
    if (target.isContentEditable) last = new WeakRef(target);
  };
  const keepRange = () => {
    const active = document.activeElement;
    const selection = document.getSelection();
    if (!(active instanceof HTMLElement) || !ranges.has(active) || !selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    if (active.contains(range.commonAncestorContainer)) ranges.set(active, range.cloneRange());
  };
  return {
    listen({ signal }) {
      remember(document.activeElement);
      keepRange();
      document.addEventListener('focusin', (event) => remember(event.target), { capture: true, signal });
      document.addEventListener('selectionchange', keepRange, { signal });
    },
    lastEditor() {
      const element = last?.deref();
      return element?.isConnected ? element : undefined;
    },
    wasIn: (element) => ranges.has(element),
    rangeIn(element) {
      const range = ranges.get(element);
      return range && element.contains(range.commonAncestorContainer) ? range : undefined;
    },
  };
}

function select(range: Range): void {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

const blockTags = new Set('P DIV LI UL OL BLOCKQUOTE PRE H1 H2 H3 H4 H5 H6'.split(' '));

/** A caret behind the last text in `element`, inside its last block; not inside a link or behind a filler `<br>`. */
function caretAtEnd(element: Element): Range {
  let block = element;
  for (let last = block.lastChild; last instanceof Element && blockTags.has(last.tagName); last = block.lastChild) {
    block = last;
  }
  const range = document.createRange();
  const filler = block.lastChild;
  if (block !== element && filler instanceof Element && filler.tagName === 'BR') range.setStartBefore(filler);
  else {
    range.selectNodeContents(block);
    range.collapse(false);
  }
  range.collapse(false);
  return range;
}

/** A caret at the end of the draft, or right above the first match of `above` (signature, quoted mail). */
function defaultCaret(element: HTMLElement, above: string | undefined): Range {
  const barrier = above ? element.querySelector(above) : null;
  if (!barrier) return caretAtEnd(element);
  const previous = barrier.previousElementSibling;
  if (previous && blockTags.has(previous.tagName)) return caretAtEnd(previous);
  const range = document.createRange();
  range.setStartBefore(barrier);
  range.collapse(true);
  return range;
}

function selectionIn(element: HTMLElement): Range | undefined {
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  return range && element.contains(range.commonAncestorContainer) ? range : undefined;
}

/**
 * Focuses the editor with the caret where the agent left it, else at the end of the draft (above `above` if that is
 * there). A selection is collapsed to its end: what the agent selected is not replaced.
 */
export function placeCaret(element: HTMLElement, memory: CaretMemory, above?: string): void {
  const remembered = memory.rangeIn(element)?.cloneRange();
  const hadFocus = document.activeElement === element;
  const wasThere = hadFocus || memory.wasIn(element);
  element.focus({ preventScroll: true });
  if (isTextField(element)) {
    const caret = wasThere ? (element.selectionEnd ?? element.value.length) : element.value.length;
    element.setSelectionRange(caret, caret);
    return;
  }
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
}
