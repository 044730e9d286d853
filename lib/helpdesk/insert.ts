import type { Direction } from '../core/bidi';
import type { ComposerHandle, Inserted, Reply } from '../core/helpdesk';
import { fail, ok, type Result } from '../core/result';
import { placeCaret } from './caret';
import { cleanHtml, htmlFromText } from './clean-html';
import { copyToClipboard } from './clipboard';
import { nextFrame } from './dom';
import {
  bareContent,
  type CaretMemory,
  caretDelayMs,
  editableOf,
  isTextField,
  isWritable,
  routeOf,
  takesTyping,
} from './editor';
import { askMainWorld } from './insert-main-world';
import { type Content, dispatchPaste } from './paste';
import { type Taken, wantedForms, watchText } from './verify';

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

/** An attempt: how it was made, and whether the page claimed it, so that the text may still come. */
type Attempt = { route: Inserted['route']; isClaimed: boolean };

/** Frames an editor gets to show the text before it counts as not taken; Lexical commits later than one frame. */
const framesToWait = 24;
/** How often the caret is put where it belongs while an editor moves it away. */
const mostPlacings = 3;
/** How long a page that claimed the text may take: some clean pastes in a worker or ask a server first. */
const claimedMs = 3_000;

function insertByCommand(element: HTMLElement, content: Content): Attempt {
  const { ownerDocument: page } = element;
  // `execCommand` is deprecated but the only way that keeps a plain field's undo (2026-11).
  if (isTextField(element) || content.format === 'plain') page.execCommand('insertText', false, content.text);
  else page.execCommand('insertHTML', false, content.html);
  return { route: 'command', isClaimed: false };
}

function fromMainWorld(element: HTMLElement, content: Content): Attempt {
  return { route: 'main-world', isClaimed: askMainWorld(element, content)?.isClaimed ?? false };
}

/** The first attempt, in the editor's own way. */
function insertOnce(element: HTMLElement, content: Content, world: Insertion['world']): Attempt {
  const isTypedInto = content.isContinuation && takesTyping(element);
  if (isTypedInto || routeOf(element, content.format) === 'command') return insertByCommand(element, content);
  if (world === 'main') return fromMainWorld(element, content);
  return { route: 'paste', isClaimed: dispatchPaste(element, content) };
}

/** The composer's element that takes the text, or why none does. */
function writable(handle: Result<ComposerHandle>): Result<ComposerHandle> {
  if (!handle.ok) return handle;
  const element = editableOf(handle.value.element);
  if (!isWritable(element)) return fail('no-composer', 'The reply box cannot be written to now.');
  return ok({ ...handle.value, element });
}

/** Lets an editor with a model of its own take the caret over. */
async function tellOfCaret(element: HTMLElement): Promise<void> {
  // Such editors learn of the caret by `selectionchange`. Chromium brings it in a later task, behind key presses that
  // wait: arrow keys right before the shortcut had moved the caret, but the editor still pasted at the old place
  // (CKEditor 48, 2026-11). So it is told now, and given two frames as some put it off themselves.
  element.ownerDocument.dispatchEvent(new Event('selectionchange'));
  await nextFrame();
  await nextFrame();
  const delayMs = caretDelayMs(element);
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
}

/** Focuses the composer, waits until the editor knows its caret and asks again whether the reply may go in. */
async function prepare(insertion: Insertion): Promise<Result<ComposerHandle>> {
  const first = writable(insertion.resolve());
  if (!first.ok) return first;
  const { element } = first.value;
  const putBack = await placeCaret(element, insertion.caret, insertion.above);
  // On a busy page Slate puts its own caret, from before, over ours when it gets the focus (0.146, 2026-11).
  for (let tries = 0; putBack && tries < mostPlacings && (tries === 0 || putBack()); tries += 1)
    await tellOfCaret(element);
  if (insertion.signal.aborted) return fail('aborted', 'The insertion was called off.');
  const second = writable(insertion.resolve());
  if (second.ok && second.value.element !== element) {
    return fail('no-composer', 'The helpdesk replaced its editor at this moment. Try again.');
  }
  return second;
}

function contentFor(reply: Reply, format: 'rich' | 'plain', editor: Direction): Content {
  const text = reply.text.replace(/\r\n?/g, '\n');
  if (reply.isContinuation) return { text, html: htmlFromText(text), format: 'plain', isContinuation: true };
  if (format === 'plain') return { text, html: htmlFromText(text), format };
  return { text, html: cleanHtml(reply.html === '' ? htmlFromText(text) : reply.html, editor), format };
}

/**
 * Makes attempts until one is taken: the editor's own way, then, if nothing came of that, the page's world; never a
 * third. `null`: none was taken; a failure: the composer is not the reply's any more.
 */
async function attempt(
  insertion: Insertion,
  element: HTMLElement,
  content: Content,
): Promise<Result<Inserted['route'] | null>> {
  const before = bareContent(element);
  const wanted = wantedForms(content);
  // Zendesk's page replaces its editable at times, also right after a paste: look at the one that is there then.
  const current = () => {
    const handle = writable(insertion.resolve());
    return handle.ok ? handle.value.element : element;
  };
  const watch = ({ isClaimed }: Attempt): Promise<Taken> => {
    const end = performance.now() + claimedMs;
    const isOver = (frames: number) => frames >= framesToWait && (!isClaimed || performance.now() > end);
    return watchText(current, before, { wanted, isOver });
  };
  const first = insertOnce(element, content, insertion.world);
  const taken = await watch(first);
  if (taken === 'all') return ok(first.route);
  const again = writable(insertion.resolve());
  if (!again.ok) return again;
  // What was claimed may still come, and what changed may be our text in another guise: a second try could double it.
  if (taken === 'something' || first.isClaimed || first.route === 'main-world') return ok(null);
  const second = fromMainWorld(again.value.element, content);
  return ok((await watch(second)) === 'all' ? second.route : null);
}

/**
 * Puts the reply at the caret of the composer that `resolve` names: one attempt in the editor's own way, checked by
 * what the editor then holds; if it took nothing, one attempt from the page's world; else the clipboard. Draft,
 * formatting and undo (one step) are the editor's own. Never sends, never types Enter.
 * @returns `no-composer`, `wrong-ticket`, `wrong-channel` from `resolve`; `aborted`; `not-inserted` when even the clipboard failed.
 */
export async function insertReply(reply: Reply, insertion: Insertion): Promise<Result<Inserted>> {
  if (reply.text.trim() === '') return fail('empty', 'There is no text to insert.');
  const held = writable(insertion.resolve());
  try {
    return await insertInto(reply, insertion);
  } catch (error) {
    if (held.ok && isCutOff(held.value.element))
      return fail('no-composer', 'The helpdesk replaced its editor at this moment. Try again.');
    throw error;
  }
}

/** Firefox cuts scripts off from the elements of a frame that the page took away: touching one throws (153, 2026-11). */
function isCutOff(element: HTMLElement): boolean {
  try {
    return element.nodeType !== Node.ELEMENT_NODE;
  } catch {
    return true;
  }
}

async function insertInto(reply: Reply, insertion: Insertion): Promise<Result<Inserted>> {
  const prepared = await prepare(insertion);
  if (!prepared.ok) return prepared;
  const { element, state } = prepared.value;
  const editor = getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  const content = contentFor(reply, state.format, editor);
  const attempted = await attempt(insertion, element, content);
  if (!attempted.ok) return attempted;
  if (attempted.value) return ok({ route: attempted.value });
  const { text, html } = content;
  if (await copyToClipboard(content.format === 'rich' ? { text, html } : { text })) return ok({ route: 'clipboard' });
  return fail(
    'not-inserted',
    'The editor did not take the text, and the clipboard is not allowed. Use the copy button.',
  );
}
