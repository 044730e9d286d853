import { type KeyboardEvent, useEffect, useReducer, useRef } from 'react';
import type { TeachDeps } from './deps';
import styles from './Teach.module.css';

type Props = {
  elementAt: TeachDeps['elementAt'];
  label: string;
  hovered: Element | undefined;
  onHover: (element: Element | undefined) => void;
  onPick: (element: Element) => void;
};

/** Where the arrow keys lead from an element: out, in, and to its neighbours. */
const moves: Record<string, (element: Element) => Element | null> = {
  ArrowUp: (element) => (element.parentElement === document.documentElement ? null : element.parentElement),
  ArrowDown: (element) => element.firstElementChild,
  ArrowLeft: (element) => element.previousElementSibling,
  ArrowRight: (element) => element.nextElementSibling,
};

/** Scrolls what lies under the glass, as the wheel would without it. */
function scrollUnder(element: Element | undefined, deltaX: number, deltaY: number): void {
  for (let at = element; at; at = at.parentElement ?? undefined) {
    const before = [at.scrollTop, at.scrollLeft];
    at.scrollBy(deltaX, deltaY);
    if (at.scrollTop !== before[0] || at.scrollLeft !== before[1]) return;
  }
  scrollBy(deltaX, deltaY);
}

/** A pane of glass over the page: points are taken here, so that the page never sees them, and what is under them is framed. */
export function Glass({ elementAt, label, hovered, onHover, onPick }: Props) {
  const pane = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    pane.current?.focus();
    // The frame follows the page when it scrolls or moves.
    const leaving = new AbortController();
    addEventListener('scroll', redraw, { capture: true, passive: true, signal: leaving.signal });
    addEventListener('resize', redraw, { signal: leaving.signal });
    return () => leaving.abort();
  }, []);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && hovered) {
      event.preventDefault();
      onPick(hovered);
      return;
    }
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const next = move(hovered ?? document.body) ?? hovered;
    next?.scrollIntoView({ block: 'nearest' });
    onHover(next);
  };
  const rect = hovered?.getBoundingClientRect();
  return (
    <>
      <div
        ref={pane}
        className={styles.glass}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the arrow keys to point with.
        tabIndex={0}
        role="application"
        aria-label={label}
        onPointerMove={({ clientX, clientY }) => onHover(elementAt(clientX, clientY))}
        onWheel={({ clientX, clientY, deltaX, deltaY }) => {
          scrollUnder(elementAt(clientX, clientY), deltaX, deltaY);
          onHover(elementAt(clientX, clientY));
        }}
        onClick={({ clientX, clientY }) => {
          const element = elementAt(clientX, clientY);
          if (element) onPick(element);
        }}
        onKeyDown={press}
      />
      {rect && (
        <div
          className={styles.frame}
          style={{ insetBlockStart: rect.top, left: rect.left, inlineSize: rect.width, blockSize: rect.height }}
        />
      )}
    </>
  );
}
