import type { ComposerHandle, Inserted, Reply } from '../core/helpdesk';
import { fail, ok, type Result } from '../core/result';
import { cleanHtml, htmlFromText } from './clean-html';
import { nextFrame } from './dom';
import { bareContent, bareText, type CaretMemory, isTextField, placeCaret, routeOf } from './editor';
import { bridge, type InsertAnswer, type InsertRequest } from './insert-main-world';
import { dispatchPaste } from './paste';

/** Where and how a reply goes into the page. */
export type Insertion = {
  /** The composer now, or why the reply must not go in: asked again right before the text goes in. */
  resolve: () => Result<ComposerHandle>;
  caret: CaretMemory;
  /** What an untouched draft's caret is put above: signature and quoted mail. */
  above?: string;
  /** `main` where pastes from this world arrive empty (Firefox). */
  world?: 'main' | 'isolated';
  signal: AbortSignal;
};

type Content = { text: string; html: string; format: 'rich' | 'plain' };

/** Frames an editor gets to show the text before it counts as not taken; Lexical commits later than one frame. */
const framesToWait = 24;

function insertByCommand(element: HTMLElement, content: Content): void {
  // `execCommand` is deprecated but the only way that keeps a plain field's undo (2026-11).
  if (isTextField(element) || content.format === 'plain') document.execCommand('insertText', false, content.text);
  else document.execCommand('insertHTML', false, content.html);
}

function insertOnce(element: HTMLElement, content: Content): Inserted['route'] {
  const route = routeOf(element, content.format);
  if (route === 'command') {
    insertByCommand(element, content);
    return 'command';
  }
  dispatchPaste(element, route === 'paste-text' ? { text: content.text } : content);
  return 'paste';
}

/** True once the editor holds more than before; waits until all of the text is there or the frames are over. */
async function tookText(current: () => HTMLElement, before: string, content: Content): Promise<boolean> {
  const fromHtml = new DOMParser().parseFromString(content.html, 'text/html').body.textContent ?? '';
  const wanted = [bareText(fromHtml), bareText(content.text)];
  for (let frame = 0; frame < framesToWait; frame += 1) {
    const now = bareContent(current());
    if (now !== before && wanted.some((text) => now.includes(text))) return true;
    await nextFrame();
  }
  // Editors may rewrite what they take (emoji, links); anything new means a second try would double it.
  return bareContent(current()) !== before;
}

/** Asks the page's own world to insert; false when nobody answers or nothing was taken. */
function insertFromMainWorld(element: HTMLElement, content: Content): boolean {
  const nonce = crypto.randomUUID();
  let answer: InsertAnswer | undefined;
  const listen = (event: Event) => {
    const detail: unknown = (event as CustomEvent).detail;
    if (typeof detail !== 'string') return;
    const parsed = JSON.parse(detail) as InsertAnswer;
    if (parsed.nonce === nonce) answer = parsed;
  };
  document.addEventListener(bridge.answer, listen);
  element.setAttribute(bridge.mark, nonce);
  const request: InsertRequest = { nonce, ...content };
  document.dispatchEvent(new CustomEvent(bridge.request, { detail: JSON.stringify(request) }));
  // Event dispatch is synchronous across worlds: without an answer by now nobody listens.
  document.removeEventListener(bridge.answer, listen);
  element.removeAttribute(bridge.mark);
  return answer !== undefined && answer.route !== 'none';
}

async function copyToClipboard(content: Content): Promise<boolean> {
  try {
    const types = {
      'text/plain': new Blob([content.text], { type: 'text/plain' }),
      ...(content.format === 'rich' ? { 'text/html': new Blob([content.html], { type: 'text/html' }) } : {}),
    };
    await navigator.clipboard.write([new ClipboardItem(types)]);
    return true;
  } catch {
    // No permission or no focus: the older way needs neither, only a recent key press or click.
    const fill = (event: ClipboardEvent) => {
      event.clipboardData?.setData('text/plain', content.text);
      if (content.format === 'rich') event.clipboardData?.setData('text/html', content.html);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', fill, { capture: true, once: true });
    const isCopied = document.execCommand('copy');
    document.removeEventListener('copy', fill, { capture: true });
    return isCopied;
  }
}

/** Focuses the composer, waits until the editor knows its caret and asks again whether the reply may go in. */
async function prepare(insertion: Insertion): Promise<Result<ComposerHandle>> {
  const first = insertion.resolve();
  if (!first.ok) return first;
  placeCaret(first.value.element, insertion.caret, insertion.above);
  if (!isTextField(first.value.element)) {
    // Editors with a model learn of the caret by `selectionchange`. Chromium brings it in a later task, behind key
    // presses that wait: arrow keys right before the shortcut had moved the caret, but the editor still pasted at the old
    // place (CKEditor 48, 2026-11). So it is told now, and given two frames as some put it off themselves.
    document.dispatchEvent(new Event('selectionchange'));
    await nextFrame();
    await nextFrame();
  }
  if (insertion.signal.aborted) return fail('aborted', 'The insertion was called off.');
  const second = insertion.resolve();
  if (second.ok && second.value.element !== first.value.element) {
    return fail('no-composer', 'The helpdesk replaced its editor at this moment. Try again.');
  }
  return second;
}

function contentFor(reply: Reply, format: 'rich' | 'plain'): Content {
  const text = reply.text.replace(/\r\n?/g, '\n');
  if (format === 'plain') return { text, html: htmlFromText(text), format };
  return { text, html: cleanHtml(reply.html === '' ? htmlFromText(text) : reply.html), format };
}

/**
 * Puts the reply at the caret of the composer that `resolve` names: one attempt in the editor's own way, checked by
 * what the editor then holds; if it took nothing, one attempt from the page's world; else the clipboard. Draft,
 * formatting and undo (one step) are the editor's own. Never sends, never types Enter.
 * @returns `no-composer`, `wrong-ticket`, `wrong-channel` from `resolve`; `aborted`; `not-inserted` when even the clipboard failed.
 */
export async function insertReply(reply: Reply, insertion: Insertion): Promise<Result<Inserted>> {
  if (reply.text.trim() === '') return fail('empty', 'There is no text to insert.');
  const prepared = await prepare(insertion);
  if (!prepared.ok) return prepared;
  const { element, state } = prepared.value;
  const content = contentFor(reply, state.format);
  const before = bareContent(element);
  // Zendesk's page replaces its editable at times, also right after a paste: look at the one that is there then.
  const current = () => {
    const handle = insertion.resolve();
    return handle.ok ? handle.value.element : element;
  };
  if (insertion.world !== 'main' || isTextField(element)) {
    const route = insertOnce(element, content);
    if (await tookText(current, before, content)) return ok({ route });
  }
  const again = insertion.resolve();
  if (!again.ok) return again;
  const isTaken = insertFromMainWorld(again.value.element, content);
  if (isTaken && (await tookText(current, before, content))) return ok({ route: 'main-world' });
  if (await copyToClipboard(content)) return ok({ route: 'clipboard' });
  return fail(
    'not-inserted',
    'The editor did not take the text, and the clipboard is not allowed. Use the copy button.',
  );
}
