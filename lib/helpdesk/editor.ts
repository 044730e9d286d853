/**
 * How an editor takes text (measured in 2026-11, editors as of then). `paste`: one synthetic paste with both types;
 * `paste-text`: plain only; `command`: `execCommand`, which frameworks with their own model ignore or break on.
 */
export type EditorRoute = 'paste' | 'paste-text' | 'command';

const ownModel =
  '.ck-editor__editable,.fr-element,.ProseMirror,.ql-editor,[data-lexical-editor],.public-DraftEditor-content,.cke_editable,.mce-content-body';
/** Froala takes nothing from text/plain alone (measured on 3.2, 4.1 and 5.4, 2026-11). */
const wantsHtml = '.fr-element';

/** The one way that works for this editor; `format` plain keeps markup out where the editor can do without. */
export function routeOf(element: HTMLElement, format: 'rich' | 'plain'): EditorRoute {
  if (isTextField(element)) return 'command';
  if (element.matches('[data-slate-editor]')) return 'paste-text';
  if (element.matches(wantsHtml)) return 'paste';
  if (element.matches(ownModel)) return format === 'plain' ? 'paste-text' : 'paste';
  return 'command';
}

/**
 * True for editors on top of the browser's own editing: what goes on in the middle of a line is typed into them, since
 * they paste several lines as paragraphs of their own and drop spaces at the edges (measured 2026-11).
 */
export function takesTyping(element: HTMLElement): boolean {
  return element.matches('.cke_editable,.mce-content-body,.fr-element');
}

/** How long the editor may take to hear of a new caret, besides two frames: Slate looks every 100 ms (0.146, 2026-11). */
export function caretDelayMs(element: HTMLElement): number {
  return element.matches('[data-slate-editor]') ? 120 : 0;
}

/** A textarea or text input, whose text is its value. */
export function isTextField(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return element.tagName === 'TEXTAREA' || element.tagName === 'INPUT';
}

/** The element that takes the text: for an editor in a frame of this origin the frame's body, else the element itself. */
export function editableOf(element: HTMLElement): HTMLElement {
  if (element.tagName !== 'IFRAME' && element.tagName !== 'FRAME') return element;
  return (element as HTMLIFrameElement).contentDocument?.body ?? element;
}

/** False for an editor that is locked, or not one at all. */
export function isWritable(element: HTMLElement): boolean {
  if (isTextField(element)) return !element.readOnly && !element.disabled;
  if (element.getAttribute('aria-readonly') === 'true') return false;
  return element.isContentEditable || element.ownerDocument.designMode === 'on';
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
