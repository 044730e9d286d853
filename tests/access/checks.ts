import axe from 'axe-core';
import { allElements, animations, isShown, reachable, tell } from './look';
import type { Mode } from './modes';

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against the whole document, shadow roots included. */
async function axeFindings({ isForced }: Mode): Promise<string[]> {
  // A list of choices that is open lies beside the landmarks, as such lists do.
  const isListOpen = allElements(document).some((one) => one.matches('[role="listbox"]') && isShown(one));
  const rules = {
    'target-size': { enabled: true },
    region: { enabled: !isListOpen },
    // Forced colours are the person's own, and Chromium tells axe those of the sheet instead (156, 2026-11).
    'color-contrast': { enabled: !isForced },
  };
  const { violations, passes } = await axe.run(document, { runOnly: wcag, rules, resultTypes: ['violations'] });
  if (passes.length < 8) return ['axe has seen too little'];
  // Base UI's guards pass the focus on at once.
  const isOurs = ({ html }: { html: string }) => !html.includes('data-base-ui-focus-guard');
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(isOurs)
      .map(({ html, any }) => `axe ${id}: ${html.slice(0, 200)} ${JSON.stringify(any[0]?.data ?? '')}`),
  );
}

const least = 24;

/** The box that a pointer may hit: the control's, with its label's. */
function hitBox(element: HTMLElement): DOMRect {
  const label = element.closest('label');
  const boxes = [element, ...((element as HTMLInputElement).labels ?? []), ...(label ? [label] : [])].map((one) =>
    one.getBoundingClientRect(),
  );
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** In a line of words, whose height the target follows (the exception "inline" of WCAG 2.5.8). */
function isInText(element: Element): boolean {
  if (getComputedStyle(element).display !== 'inline') return false;
  const rest = (element.parentElement?.textContent ?? '').replace(element.textContent ?? '', '');
  return rest.trim() !== '';
}

/** Controls smaller than 24 by 24 CSS pixels (WCAG 2.5.8, without its exception for lonely ones). */
function smallTargets(): string[] {
  return reachable()
    .filter((one) => !one.matches('[role="tabpanel"], [role="region"], aside, section, ul, p, div:not([role])'))
    .filter((one) => !isInText(one))
    .flatMap((one) => {
      const { width, height } = hitBox(one);
      const isSmall = width < least - 0.01 || height < least - 0.01;
      return isSmall ? [`target of ${width.toFixed(1)} × ${height.toFixed(1)}: ${tell(one)}`] : [];
    });
}

/** What makes the page scroll sideways. Tables, code and fields may scroll on their own. */
function sidewaysFindings(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth} px`] : [];
  const boxes = allElements(document).filter((one) => {
    if (!isShown(one) || one.scrollWidth <= one.clientWidth + 1 || one.clientWidth === 0) return false;
    const { overflowX } = getComputedStyle(one);
    return (overflowX === 'auto' || overflowX === 'scroll') && !one.querySelector('table, pre') && !one.matches('pre');
  });
  return [...page, ...boxes.map((one) => `scrolls sideways by ${one.scrollWidth - one.clientWidth} px: ${tell(one)}`)];
}

/** Animations that go on although the agent's system asks for less motion. */
function motionFindings(): string[] {
  return animations().flatMap((animation) => {
    const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
    const { activeDuration = 0 } = animation.effect?.getComputedTiming() ?? {};
    const isMoving = animation.playState === 'running' && Number(activeDuration) > 1;
    return isMoving && target ? [`moves for ${activeDuration} ms: ${tell(target)}`] : [];
  });
}

const states = ['aria-selected', 'aria-checked', 'aria-pressed', 'aria-current', 'aria-expanded'] as const;

/** What of an element's look forced colours leave; colours of words and borders are theirs. */
function lookOf(element: Element): string {
  const parts = [element, ...element.querySelectorAll('*')].slice(0, 8);
  return JSON.stringify(
    parts.map((part) =>
      ['', '::before', '::after'].map((pseudo) => {
        const style = getComputedStyle(part, pseudo);
        const sides = ['top', 'right', 'bottom', 'left'];
        const border = sides.map((side) =>
          ['width', 'style'].map((what) => style.getPropertyValue(`border-${side}-${what}`)),
        );
        const { backgroundColor, fontWeight, textDecorationLine, content, translate, transform, opacity } = style;
        return [border, backgroundColor, fontWeight, textDecorationLine, content, translate, transform, opacity];
      }),
    ),
  );
}

/** With forced colours: chosen things that look like those beside them which are not. */
function sameLooks(): string[] {
  const found = new Set<string>();
  for (const name of states.filter((one) => one !== 'aria-expanded')) {
    for (const chosen of allElements(document)) {
      const value = chosen.getAttribute(name);
      if (value === null || value === 'false' || !isShown(chosen)) continue;
      const siblings = [
        ...(chosen.parentElement?.children ?? []),
        ...(chosen.parentElement?.parentElement?.children ?? []),
      ]
        .flatMap((one) => [one, ...one.children])
        .filter((one) => one !== chosen && one.localName === chosen.localName && one.className === chosen.className);
      const other = siblings.find((one) => (one.getAttribute(name) ?? 'false') === 'false' && isShown(one));
      if (other && lookOf(other) === lookOf(chosen)) found.add(`looks as if it were not ${name}: ${tell(chosen)}`);
    }
  }
  return [...found];
}

/** With forced colours: bars that show how far something is and cannot be told from their ground. */
function unseenBars(): string[] {
  return allElements(document)
    .filter((one) => one.getAttribute('role') === 'progressbar' && isShown(one))
    .flatMap((track) => {
      const fill = track.firstElementChild;
      if (!fill) return [];
      const isSame = getComputedStyle(fill).backgroundColor === getComputedStyle(track).backgroundColor;
      return isSame ? [`the bar is not seen: ${tell(track)}`] : [];
    });
}

/** What stands in a person's way on this page in this mode, apart from keyboard and names. */
export async function pageFindings(mode: Mode): Promise<string[]> {
  return [
    ...(await axeFindings(mode)),
    ...smallTargets(),
    ...(mode.width < 1000 ? sidewaysFindings() : []),
    ...(mode.isCalm ? motionFindings() : []),
    ...(mode.isForced ? [...sameLooks(), ...unseenBars()] : []),
  ];
}
