import type { ComposerHandle, Reply } from '../../core/helpdesk';
import type { EditorRule, HelpdeskDescription } from '../../core/helpdesk-description';
import { fail, ok, type Result } from '../../core/result';
import type { ComposerState } from '../../core/ticket';
import { findShown, isShown, until, untilQuiet } from '../dom';
import { visibleText } from '../text';
import { findRoot } from './read';

/** How long an editor may take to stand after its button was pressed. */
const openTimeoutMs = 3_000;
/** Signature and quote are often filled in after the editor stands; text put in earlier may be overwritten. */
const quietMs = 150;
const quietTimeoutMs = 1_000;

/** The documents an editor may lie in: of shown iframes that we may look into, or the page. */
function placesOf(root: ParentNode, { frame }: EditorRule): ParentNode[] {
  if (frame === undefined) return [root];
  const frames = [...root.querySelectorAll<HTMLIFrameElement>(frame)].filter(isShown);
  return frames.flatMap((one) => one.contentDocument ?? []);
}

function isEditable(element: HTMLElement): boolean {
  if (element.tagName === 'TEXTAREA') return !(element as HTMLTextAreaElement).readOnly;
  return element.isContentEditable;
}

/** True while the open ticket's part of the page holds a match. Not asked: whether it is seen, since options of a list never are. */
function isThere(root: ParentNode, selector: string | undefined): boolean {
  return selector !== undefined && root.querySelector(selector) !== null;
}

type Open = { element: HTMLElement; rule: EditorRule };

function stateOf({ element, rule }: Open, root: ParentNode, description: HelpdeskDescription): ComposerState {
  const isPublic = rule.publicWhile === undefined || isThere(root, rule.publicWhile);
  const isNote = !isPublic || isThere(root, rule.noteWhile);
  const isText = element.tagName === 'TEXTAREA';
  const written = isText ? (element as HTMLTextAreaElement).value : visibleText(element, description.above);
  const isEmpty = rule.emptyWhile !== undefined && element.matches(rule.emptyWhile);
  return { target: isNote ? 'note' : rule.target, format: rule.format, draft: isEmpty ? '' : written };
}

/** The editor that is open, by the first rule that finds one; the one with the focus where there are several. */
export function findDeclaredComposer(description: HelpdeskDescription): ComposerHandle | undefined {
  const root = findRoot(description);
  if (!root) return undefined;
  const open = description.editors.flatMap((rule): Open[] => {
    if (isThere(root, rule.closedWhile)) return [];
    const found = placesOf(root, rule).flatMap((place) => [...place.querySelectorAll<HTMLElement>(rule.selector)]);
    return found.filter((element) => isShown(element) && isEditable(element)).map((element) => ({ element, rule }));
  });
  const chosen = open.find(({ element }) => element.contains(document.activeElement)) ?? open[0];
  return chosen && { element: chosen.element, state: stateOf(chosen, root, description) };
}

/** Presses what opens the reply box (or the note), which only opens it, and waits until it stands and is quiet. */
export async function openDeclaredComposer(
  description: HelpdeskDescription,
  target: Reply['target'],
  { signal }: { signal: AbortSignal },
): Promise<Result<null>> {
  const root = findRoot(description);
  const button = root && findShown(root, description.open?.[target] ?? []);
  if (!button) return fail('no-composer', 'Open the reply box of this ticket first.');
  button.click();
  const find = () => findDeclaredComposer(description)?.element;
  const element = await until(find, { within: document.body, timeoutMs: openTimeoutMs, signal });
  if (signal.aborted) return fail('aborted', 'The insertion was called off.');
  if (!element) return fail('no-composer', 'The reply box did not open in time.');
  await untilQuiet(element, quietMs, { timeoutMs: quietTimeoutMs, signal });
  return ok(null);
}
