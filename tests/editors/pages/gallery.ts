import { type Place, placeCaret } from './caret.ts';
import { type Disturbance, disturb } from './disturb.ts';
import { createGhostLook, type GhostLook } from './ghost.ts';
import { type InsertionResult, insertReply } from './insertion.ts';
import { type Shape, shapeOf } from './shape.ts';

/** An editor that is open on the page. */
export type OpenEditor = {
  /** The contenteditable or textarea itself; for a framed editor the frame. */
  element: HTMLElement;
  /** What the editor's own model holds, as HTML; text editors give theirs as escaped paragraphs. */
  value(): string;
  /** One step back by the editor's own undo; absent where that is the browser's. */
  undo?(): void;
  /** Makes the editor refuse all writing, by its own means. */
  setReadOnly(): void;
  /** Sets an attribute on `element`, for editors that draw those anew. */
  mark?(name: string, value: string): void;
  /** Ends the editor; its elements may stay. */
  close(): void;
};

/** Starts an editor in `host` with `draft`, which is `<p>` with text, `<strong>` and `<a>`. */
export type StartEditor = (host: HTMLElement, draft: string) => Promise<OpenEditor>;

/** What tests drive a page of the gallery by. */
export type Gallery = {
  /** A fresh editor with this draft and an empty undo history; resolves when it can be typed in. In a chat Enter sends. */
  open(draft: string, channel?: 'email' | 'native_messaging'): Promise<void>;
  value(): string;
  shape(): Shape;
  undo(): void;
  setReadOnly(): void;
  place(place: Place): void;
  /** Takes the focus, as a panel or another field does. */
  leave(): void;
  /** Puts a reply in by the test's extension, with something that happens meanwhile. */
  insert(reply: { text: string; html: string }, disturbance?: Disturbance): Promise<InsertionResult>;
  /** The element that takes the text, inside the frame where there is one. */
  editable(): HTMLElement;
  /** What is to be seen of ghost text. */
  ghost: GhostLook;
  /** How often something was sent: submits, and in a chat each Enter. */
  sends: number;
};

declare global {
  interface Window {
    gallery?: Gallery;
  }
}

/** Text with each paragraph and `<br>` as a line of its own. */
export function linesOf(html: string): string[] {
  const body = new DOMParser().parseFromString(html.replace(/<br\s*\/?>/g, '\n'), 'text/html').body;
  return [...body.children].map((block) => (block.textContent === '\n' ? '' : (block.textContent ?? '')));
}

/** Lines as paragraphs, escaped. */
export function paragraphsOf(lines: readonly string[]): string {
  return lines
    .map((line) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = line;
      return paragraph.outerHTML;
    })
    .join('');
}

/** Loads a classic script of a package and resolves when it ran. */
export function loadScript(src: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${src} did not load`));
    document.head.append(script);
  });
}

/** Loads a style sheet of a package. */
export function loadStyle(href: string): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
}

/** The element inside that takes text: a frame's body, or the element itself. */
function editableIn(element: HTMLElement): HTMLElement {
  return element instanceof HTMLIFrameElement && element.contentDocument ? element.contentDocument.body : element;
}

function newHost(): HTMLElement {
  const host = document.createElement('div');
  host.id = 'host';
  const form = document.querySelector('#composer');
  // Some editors put their interface beside their host: all goes but the button.
  form?.replaceChildren(host, ...form.querySelectorAll(':scope > button:last-of-type'));
  return host;
}

const switcher = () => document.querySelector('[data-test-id="omnichannel-channel-switcher-button"]');
const isChat = () => switcher()?.getAttribute('data-channel') === 'native_messaging';

/** Marks the editor as Zendesk's composer, so that the extension takes it for that. */
function mark(editor: OpenEditor): void {
  const value = `omnicomposer-${isChat() ? 'plain' : 'rich'}-text-ckeditor`;
  if (editor.mark) editor.mark('data-test-id', value);
  else editor.element.setAttribute('data-test-id', value);
}

function countSends(count: () => void): void {
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    count();
  });
}

function countEnter(target: Document, count: () => void): void {
  const onKey = (event: KeyboardEvent) => {
    if (!isChat() || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    count();
  };
  target.addEventListener('keydown', onKey, { capture: true });
}

/** Offers `window.gallery` for an editor, and opens it with the draft in the address. */
export async function openGallery(start: StartEditor): Promise<void> {
  let editor: OpenEditor | undefined;
  let calm = () => {};
  const count = () => {
    gallery.sends += 1;
  };
  const now = () => {
    if (!editor) throw new Error('no editor is open');
    return editor;
  };
  const open = async (draft: string) => {
    editor?.close();
    editor = await start(newHost(), draft);
    mark(editor);
    const inner = editableIn(editor.element).ownerDocument;
    if (inner !== document) countEnter(inner, count);
  };
  const gallery: Gallery = {
    async open(draft, channel = 'email') {
      calm();
      switcher()?.setAttribute('data-channel', channel);
      await open(draft);
    },
    value: () => now().value(),
    shape: () => shapeOf(now().value()),
    undo() {
      const { undo } = now();
      if (undo) undo();
      else editableIn(now().element).ownerDocument.execCommand('undo');
    },
    setReadOnly: () => now().setReadOnly(),
    place: (place) => placeCaret(editableIn(now().element), place),
    leave: () => document.querySelector<HTMLElement>('[data-test-id="omni-header-subject"]')?.focus(),
    insert(reply, disturbance) {
      const target = {
        editable: editableIn(now().element),
        remove: () => document.querySelector('#host')?.remove(),
        redraw: () => void open(now().value()),
      };
      calm = disturbance ? disturb(disturbance, target) : () => {};
      return insertReply(reply).finally(calm);
    },
    editable: () => editableIn(now().element),
    ghost: createGhostLook(() => editableIn(now().element)),
    sends: 0,
  };
  countSends(count);
  countEnter(document, count);
  await open(new URLSearchParams(location.search).get('draft') ?? '');
  window.gallery = gallery;
}
