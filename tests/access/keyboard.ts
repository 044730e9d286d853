import { press } from './hands';
import { animations, elementAt, focused, holds, isShown, parentOf, reachable, tell } from './look';

const roving = '[role="tablist"], [role="radiogroup"], [role="toolbar"], [role="listbox"], [role="group"][lang]';

/** What changes when an element gets the focus; an outline counts where it has a width. */
function focusLook(element: Element): string {
  return JSON.stringify(
    [element, parentOf(element)].map((one) => {
      if (!one) return null;
      const before = getComputedStyle(one, '::after');
      const style = getComputedStyle(one);
      const outline = style.outlineStyle === 'none' || style.outlineWidth === '0px' ? '' : style.outlineColor;
      return [outline, style.boxShadow, style.borderColor, style.backgroundColor, before.backgroundColor];
    }),
  );
}

/** Whether some of the focused element is in sight and nothing else lies over it (WCAG 2.4.11). */
function isInSight(element: Element): boolean {
  const parts = [0.08, 0.5, 0.92];
  return [...element.getClientRects()].some(({ left, top, width, height }) =>
    parts.some((x) =>
      parts.some((y) => {
        const at = elementAt(left + width * x, top + height * y);
        return at !== null && (holds(element, at) || holds(at, element));
      }),
    ),
  );
}

/** One stop for Tab for each group that arrow keys walk, and each control of its own. */
function groupOf(element: Element): Element {
  const name = element.getAttribute('name');
  if (element.matches('input[type="radio"]') && name) return element.parentElement ?? element;
  return element.closest(roving) ?? element;
}

/** Transitions to their end. */
export function settle(): void {
  for (const animation of animations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
}

/** Puts the focus where a person starts: at the top of the page, or where the window in front has put it. */
function start(): Element | null {
  const now = focused();
  if (now?.closest('dialog, [role="alertdialog"]')) return now;
  if (now instanceof HTMLElement) now.blur();
  const first = document.createElement('span');
  first.tabIndex = -1;
  document.body.prepend(first);
  first.focus();
  first.remove();
  return null;
}

/**
 * Goes through the page with Tab alone, as far as it goes. Findings: controls that are never reached, where the focus
 * cannot be seen, and where something lies over the focused control. Keys are the browser's own.
 */
export async function tabFindings(): Promise<{ findings: string[]; stops: number }> {
  const wanted = reachable().filter((one) => one.tabIndex >= 0);
  // Chosen with arrow keys; Tab leaves it.
  if (wanted.some((one) => one.matches('[role="option"]'))) return { findings: [], stops: 0 };
  const first = start();
  settle();
  const plain = new Map(wanted.map((one) => [one, focusLook(one)]));
  const seen = new Set<Element>(first ? [first] : []);
  const findings: string[] = [];
  let last: Element | null = null;
  for (let step = 0; step < wanted.length * 2 + 8; step += 1) {
    await press('Tab');
    settle();
    const at = focused();
    if (!at || at === document.body || at === document.documentElement) break;
    // Fields for a date have stops of their own inside.
    if (at === last) continue;
    if (seen.has(at)) break;
    seen.add(at);
    last = at;
    if (!isShown(at) && !at.matches('input[type="file"], input[type="checkbox"], input[type="radio"]')) {
      if (!at.matches('[data-base-ui-focus-guard]') && at.getAttribute('aria-hidden') !== 'true')
        findings.push(`gets the focus unseen: ${tell(at)}`);
      continue;
    }
    if (!isInSight(at)) findings.push(`is covered while it has the focus: ${tell(at)}`);
    const before = plain.get(at as HTMLElement);
    if (before !== undefined && focusLook(at) === before && !at.matches('[contenteditable]'))
      findings.push(`does not show the focus: ${tell(at)}`);
  }
  const groups = new Set([...seen].map(groupOf));
  for (const one of wanted)
    if (!seen.has(one) && !groups.has(groupOf(one))) findings.push(`is not reached by Tab: ${tell(one)}`);
  return { findings, stops: seen.size };
}
