import { dispatchPaste } from './paste';

/** Events and the mark by which the content script asks the page's own world for help; both worlds share the DOM only. */
export const bridge = {
  request: 'deskside:insert',
  answer: 'deskside:inserted',
  mark: 'data-deskside-target',
} as const;

/** What crosses to the page's world, as JSON in the event's `detail` (strings are all that crosses in every browser). */
export type InsertRequest = { nonce: string; html: string; text: string; format: 'rich' | 'plain' };
/** Which of the editor's own ways took the text. */
export type InsertAnswer = { nonce: string; route: 'ckeditor' | 'froala' | 'paste' | 'none' };

type CkEditor = {
  model: { change(callback: () => void): void; insertContent(content: unknown): unknown };
  data: { toModel(view: unknown): unknown; processor: { toView(html: string): unknown } };
  editing: { view: { focus(): void } };
};
type Froala = { el?: Element; undo: { saveStep(): void }; html: { insert(html: string): void } };

function insertIntoCkEditor(element: Element, request: InsertRequest): boolean {
  const editor = (element as { ckeditorInstance?: CkEditor }).ckeditorInstance;
  if (!editor?.model || !editor.data) return false;
  // Not `setData`: that replaces the agent's draft and clears undo.
  editor.model.change(() => {
    editor.model.insertContent(editor.data.toModel(editor.data.processor.toView(request.html)));
  });
  editor.editing.view.focus();
  return true;
}

function insertIntoFroala(element: Element, request: InsertRequest): boolean {
  const instances = (window as { FroalaEditor?: { INSTANCES?: Froala[] } }).FroalaEditor?.INSTANCES;
  const editor = instances?.find((instance) => instance.el === element);
  if (!editor) return false;
  editor.undo.saveStep();
  editor.html.insert(request.html);
  editor.undo.saveStep();
  return true;
}

/**
 * Inserts at the editor's caret from inside the page's world: by the editor's own interface where it has one we know,
 * else by one paste event built here (Firefox hands pastes from content scripts over empty, bug 1654724).
 */
function insertInMainWorld(element: HTMLElement, request: InsertRequest): InsertAnswer['route'] {
  if (insertIntoCkEditor(element, request)) return 'ckeditor';
  if (insertIntoFroala(element, request)) return 'froala';
  if (!element.isContentEditable) return 'none';
  dispatchPaste(element, request.format === 'plain' ? { text: request.text } : request);
  return 'paste';
}

function answerRequest(event: Event): void {
  const detail: unknown = (event as CustomEvent).detail;
  if (typeof detail !== 'string') return;
  const request = JSON.parse(detail) as InsertRequest;
  const element = document.querySelector<HTMLElement>(`[${bridge.mark}="${CSS.escape(request.nonce)}"]`);
  element?.removeAttribute(bridge.mark);
  let route: InsertAnswer['route'] = 'none';
  try {
    if (element) route = insertInMainWorld(element, request);
  } catch (error) {
    // The editor is the page's code: its failure is reported to the asker as "nothing taken", which then verifies.
    console.warn('Deskside: the editor refused the text', error);
  }
  const answer: InsertAnswer = { nonce: request.nonce, route };
  document.dispatchEvent(new CustomEvent(bridge.answer, { detail: JSON.stringify(answer) }));
}

/**
 * Serves insertion requests in the page's MAIN world until `signal` aborts. The page could call it too, which gives it
 * nothing it cannot do already.
 */
export function listenForInsertRequests(options: { signal?: AbortSignal } = {}): void {
  document.addEventListener(bridge.request, answerRequest, options);
}
