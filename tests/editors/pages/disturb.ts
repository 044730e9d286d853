/** What happens to an editor while text goes in. */
export type Disturbance =
  /** The page draws it anew when it gets the focus: the node that was found is gone. */
  | 'replaced before'
  /** The page draws it anew right after it took the text. */
  | 'replaced after'
  /** It is gone when it gets the focus. */
  | 'gone before'
  /** Its page takes a paste and hands it to the editor most of a second later. */
  | 'late'
  /** A listener of the page keeps pastes from the editor and typed text out. */
  | 'deaf';

/** What a disturbance does to the editor. */
export type Target = {
  editable: HTMLElement;
  remove(): void;
  /** A new editor with the content of the old one. */
  redraw(): void;
};

const lateMs = 800;

function pasteLate(event: ClipboardEvent): void {
  const { clipboardData, target } = event;
  if (!clipboardData || !target) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  const init = { bubbles: true, cancelable: true, clipboardData: new DataTransfer() };
  const later = new ClipboardEvent('paste', init);
  // Firefox empties the one it is given, and the old event's once it is over.
  for (const type of clipboardData.types) later.clipboardData?.setData(type, clipboardData.getData(type));
  setTimeout(() => target.dispatchEvent(later), lateMs);
}

/** Arms one disturbance for the insertion that follows; answers how to disarm it. */
export function disturb(kind: Disturbance, { editable, remove, redraw }: Target): () => void {
  const over = new AbortController();
  const view = editable.ownerDocument;
  const on = <Name extends 'paste' | 'focusin' | 'input' | 'beforeinput'>(
    name: Name,
    listener: (event: DocumentEventMap[Name]) => void,
    isOnce = true,
  ) => view.addEventListener(name, listener, { capture: true, once: isOnce, signal: over.signal });
  if (kind === 'replaced before') on('focusin', redraw);
  if (kind === 'gone before') on('focusin', remove);
  if (kind === 'late') on('paste', pasteLate);
  if (kind === 'replaced after') {
    // After the editor's own listeners, which may put their work off by a moment.
    const soon = () => {
      over.abort();
      setTimeout(redraw, 60);
    };
    on('paste', soon);
    on('input', soon);
  }
  if (kind === 'deaf') {
    on('paste', (event) => event.stopImmediatePropagation(), false);
    on('beforeinput', (event) => event.preventDefault(), false);
  }
  return () => over.abort();
}
