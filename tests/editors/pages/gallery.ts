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
  /** Ends the editor; its elements may stay. */
  close(): void;
};

/** Starts an editor in `host` with `draft`, which is `<p>` with text, `<strong>` and `<a>`. */
export type StartEditor = (host: HTMLElement, draft: string) => Promise<OpenEditor>;

/** What tests drive a page of the gallery by. */
export type Gallery = {
  /** A fresh editor with this draft and an empty undo history; resolves when it can be typed in. */
  open(draft: string): Promise<void>;
  value(): string;
  undo(): void;
  setReadOnly(): void;
  /** The element that takes the text, inside the frame where there is one. */
  editable(): HTMLElement;
  /** How often something was sent: submits, and in a chat each Enter. */
  sends: number;
};

declare global {
  interface Window {
    gallery?: Gallery;
  }
}

const isChat = new URLSearchParams(location.search).get('channel') === 'native_messaging';

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

function countSends(gallery: Gallery): void {
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    gallery.sends += 1;
  });
}

function countEnter(gallery: Gallery, target: Document): void {
  if (!isChat) return;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    gallery.sends += 1;
  };
  target.addEventListener('keydown', onKey, { capture: true });
}

/** Opens the page's editor with the draft in the address and offers `window.gallery`. */
export async function openGallery(start: StartEditor): Promise<void> {
  let editor: OpenEditor | undefined;
  const now = () => {
    if (!editor) throw new Error('no editor is open');
    return editor;
  };
  const gallery: Gallery = {
    async open(draft) {
      editor?.close();
      const host = document.createElement('div');
      host.id = 'host';
      const form = document.querySelector('#composer');
      form?.querySelector('#host')?.remove();
      // Some editors put their interface beside their host.
      form?.replaceChildren(host, ...form.querySelectorAll(':scope > button'));
      editor = await start(host, draft);
      const kind = isChat ? 'plain' : 'rich';
      editor.element.setAttribute('data-test-id', `omnicomposer-${kind}-text-ckeditor`);
      if (editor.element instanceof HTMLIFrameElement && editor.element.contentDocument) {
        countEnter(gallery, editor.element.contentDocument);
      }
    },
    value: () => now().value(),
    undo() {
      const { undo } = now();
      if (undo) undo();
      else editableIn(now().element).ownerDocument.execCommand('undo');
    },
    setReadOnly: () => now().setReadOnly(),
    editable: () => editableIn(now().element),
    sends: 0,
  };
  countSends(gallery);
  countEnter(gallery, document);
  await gallery.open(new URLSearchParams(location.search).get('draft') ?? '');
  window.gallery = gallery;
}
