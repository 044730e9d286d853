import type { ComposerHandle, Reply } from '../../core/helpdesk';
import { fail, ok, type Result } from '../../core/result';
import { findShown, isShown, until, untilQuiet } from '../dom';
import type { CaretMemory } from '../editor';
import { visibleText } from '../text';
import { freshdeskSelectors as at } from './selectors';

/** How long Freshdesk may take to build its editor after the button (200 to 800 ms were seen). */
const openTimeoutMs = 3_000;
/** Signature and template are filled in after the editor stands; text put in earlier may be overwritten. */
const quietMs = 150;
const quietTimeoutMs = 1_000;

/** Not an old note that is open for editing: what goes in there goes to nobody, or into a note. */
function isReplyBox(editor: HTMLElement): boolean {
  return isShown(editor) && editor.closest(at.message) === null;
}

/** The editor the agent means: of those visible the focused one, else the last one used, else the newest. */
function findEditor(caret: CaretMemory): HTMLElement | undefined {
  for (const selector of at.editors) {
    const editors = [...document.querySelectorAll<HTMLElement>(selector)].filter(isReplyBox);
    const last = caret.lastEditor();
    const found =
      editors.find((editor) => editor.contains(document.activeElement)) ?? editors.find((editor) => editor === last);
    if (editors.length > 0) return found ?? editors.at(-1);
  }
  return undefined;
}

/** The open editor; only a note asks whom to notify. */
export function findComposer(caret: CaretMemory): ComposerHandle | undefined {
  const element = findEditor(caret);
  if (!element) return undefined;
  const frame = element.closest(at.editorItem) ?? document;
  const isNote = findShown(frame, [at.notify]) !== undefined;
  const draft = visibleText(element, at.below);
  return { element, state: { target: isNote ? 'note' : 'public', format: 'rich', draft } };
}

/** Presses Reply (or Add note), which only opens the editor, and waits until it stands and its template is in. */
export async function openComposer(
  target: Reply['target'],
  { signal, caret }: { signal: AbortSignal; caret: CaretMemory },
): Promise<Result<null>> {
  const button = findShown(document, target === 'note' ? at.noteButtons : at.replyButtons);
  if (!button) return fail('no-composer', 'The reply box is closed and its button was not found. Open it by hand.');
  button.click();
  const find = () => findComposer(caret)?.element;
  const element = await until(find, { within: document.body, timeoutMs: openTimeoutMs, signal });
  if (signal.aborted) return fail('aborted', 'The insertion was called off.');
  if (!element) return fail('no-composer', 'The reply box did not open in time.');
  await untilQuiet(element, quietMs, { timeoutMs: quietTimeoutMs, signal });
  return ok(null);
}
