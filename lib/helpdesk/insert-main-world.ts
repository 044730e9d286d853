import { isWritable } from './editor';
import { type Content, dispatchPaste } from './paste';

/** Events and the mark by which the content script asks the page's own world for help; both worlds share the DOM only. */
export const bridge = {
  request: 'deskside:insert',
  answer: 'deskside:inserted',
  mark: 'data-deskside-target',
} as const;

/** What crosses to the page's world, as JSON in the event's `detail` (strings are all that crosses in every browser). */
export type InsertRequest = Content & { nonce: string };
/** Which of the editor's own ways took the text; `isClaimed`: the page means to put it in, if not at once. */
export type InsertAnswer = { nonce: string; route: 'ckeditor' | 'froala' | 'paste' | 'none'; isClaimed: boolean };

type CkEditor = {
  model: {
    change(callback: (writer: { createText(text: string): unknown }) => void): void;
    insertContent(content: unknown): unknown;
  };
  data: { toModel(view: unknown): unknown; processor: { toView(html: string): unknown } };
  editing: { view: { focus(): void } };
};
type Froala = { el?: Element; undo: { saveStep(): void }; html: { insert(html: string): void } };

function insertIntoCkEditor(element: Element, { html, text, isContinuation }: Content): boolean {
  const editor = (element as { ckeditorInstance?: CkEditor }).ckeditorInstance;
  if (!editor?.model || !editor.data) return false;
  // Not `setData`: that replaces the agent's draft and clears undo.
  editor.model.change((writer) => {
    // As HTML a space at the edge of a paragraph is none, but a word that goes on needs it.
    const space = isContinuation ? /^ +/.exec(text)?.[0] : undefined;
    if (space) editor.model.insertContent(writer.createText(space));
    editor.model.insertContent(editor.data.toModel(editor.data.processor.toView(html)));
  });
  editor.editing.view.focus();
  return true;
}

function insertIntoFroala(element: Element, html: string): boolean {
  const instances = (window as { FroalaEditor?: { INSTANCES?: Froala[] } }).FroalaEditor?.INSTANCES;
  const editor = instances?.find((instance) => instance.el === element);
  if (!editor) return false;
  editor.undo.saveStep();
  editor.html.insert(html);
  editor.undo.saveStep();
  return true;
}

/**
 * Inserts at the editor's caret from inside the page's world: by the editor's own interface where it has one we know,
 * else by one paste event built here (Firefox hands pastes from content scripts over empty, bug 1654724).
 */
function insertInMainWorld(element: HTMLElement, content: Content): Omit<InsertAnswer, 'nonce'> {
  if (!isWritable(element)) return { route: 'none', isClaimed: false };
  if (insertIntoCkEditor(element, content)) return { route: 'ckeditor', isClaimed: true };
  if (insertIntoFroala(element, content.html)) return { route: 'froala', isClaimed: true };
  return { route: 'paste', isClaimed: dispatchPaste(element, content) };
}

/** The element that carries the mark, on the page or in a frame of its origin. */
function findMarked(page: Document, nonce: string): HTMLElement | undefined {
  const selector = `[${bridge.mark}="${CSS.escape(nonce)}"]`;
  const found = page.querySelector<HTMLElement>(selector);
  if (found) return found;
  for (const frame of page.querySelectorAll('iframe')) {
    const inside = frame.contentDocument?.querySelector<HTMLElement>(selector);
    if (inside) return inside;
  }
  return undefined;
}

/** What an event of the bridge carries; undefined for what is not of the bridge, since the page can send such events too. */
function readDetail<T extends { nonce: string }>(event: Event): T | undefined {
  const detail: unknown = (event as CustomEvent).detail;
  if (typeof detail !== 'string') return undefined;
  try {
    const read = JSON.parse(detail) as T | null;
    return typeof read?.nonce === 'string' ? read : undefined;
  } catch {
    return undefined;
  }
}

function answerRequest(event: Event): void {
  const request = readDetail<InsertRequest>(event);
  if (!request) return;
  const { nonce, ...content } = request;
  const element = findMarked(document, nonce);
  // An older copy of this script may listen too: whoever takes the mark away is the one that inserts.
  if (!element) return;
  element.removeAttribute(bridge.mark);
  let done: Omit<InsertAnswer, 'nonce'> = { route: 'none', isClaimed: false };
  try {
    done = insertInMainWorld(element, content);
  } catch (error) {
    // The editor is the page's code and may have taken the text before it failed: what it holds then tells.
    console.warn('Deskside: the editor refused the text', error);
  }
  const answer: InsertAnswer = { nonce, ...done };
  document.dispatchEvent(new CustomEvent(bridge.answer, { detail: JSON.stringify(answer) }));
}

/**
 * Serves insertion requests in the page's MAIN world until `signal` aborts. The page could call it too, which gives it
 * nothing it cannot do already.
 */
export function listenForInsertRequests(options: { signal?: AbortSignal } = {}): void {
  document.addEventListener(bridge.request, answerRequest, options);
}

/** Asks the page's own world to insert into `element`; undefined when nobody answers. For the content script's world. */
export function askMainWorld(element: HTMLElement, content: Content): Omit<InsertAnswer, 'nonce'> | undefined {
  const nonce = crypto.randomUUID();
  let answer: InsertAnswer | undefined;
  const listen = (event: Event) => {
    const read = readDetail<InsertAnswer>(event);
    if (read?.nonce === nonce) answer ??= read;
  };
  document.addEventListener(bridge.answer, listen);
  element.setAttribute(bridge.mark, nonce);
  document.dispatchEvent(new CustomEvent(bridge.request, { detail: JSON.stringify({ nonce, ...content }) }));
  // Event dispatch is synchronous across worlds: without an answer by now nobody listens.
  document.removeEventListener(bridge.answer, listen);
  element.removeAttribute(bridge.mark);
  return answer;
}
