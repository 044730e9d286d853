import { useEffect, useRef, useState } from 'react';
import type { Helpdesk } from '../../lib/core/helpdesk';
import type { PanelPage } from './deps';
import { focusedElement, type GhostBox, isSameGhost, measureGhost } from './ghost-geometry';
import type { Observable } from './observable';

export type Ghost = { box: GhostBox; isFocused: boolean };

function readGhost(helpdesk: Helpdesk): Ghost | null {
  const composer = helpdesk.composer();
  if (composer?.state.target !== 'public' || composer.state.draft.trim() !== '') return null;
  const box = measureGhost(composer.element);
  return box && { box, isFocused: isEditorFocused(composer.element) };
}

/** True while the agent's caret is in the editor. */
export function isEditorFocused(element: HTMLElement): boolean {
  const focused = focusedElement();
  return focused !== null && (element === focused || element.contains(focused));
}

/** How often it is looked whether the editor was moved, which no event tells (a page that turns right-to-left), ms. */
const moveCheckMs = 300;

const placeOf = (element: HTMLElement | undefined): string => {
  const box = element?.getBoundingClientRect();
  return box ? `${box.left} ${box.top}` : '';
};

/**
 * Where ghost text stands now: null while the composer is not a blank public reply in sight. Follows scrolling, resizing,
 * focus, typing and the page's own changes, once a frame at most; does nothing at all while not `isWanted`.
 */
export function useGhost(helpdesk: Helpdesk, pageState: Observable<PanelPage>, isWanted: boolean): Ghost | null {
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const frame = useRef(0);
  useEffect(() => {
    if (!isWanted) {
      setGhost(null);
      return;
    }
    const resizes = new ResizeObserver(() => schedule());
    let observed: HTMLElement | undefined;
    let place = '';
    const measure = () => {
      frame.current = 0;
      const element = helpdesk.composer()?.element;
      if (element !== observed) {
        resizes.disconnect();
        observed = element;
        if (element) resizes.observe(element);
      }
      place = placeOf(element);
      const next = readGhost(helpdesk);
      setGhost((last) =>
        last?.isFocused === next?.isFocused && isSameGhost(last?.box ?? null, next?.box ?? null) ? last : next,
      );
    };
    const schedule = () => {
      frame.current ||= requestAnimationFrame(measure);
    };
    const stop = new AbortController();
    const options = { capture: true, passive: true, signal: stop.signal };
    for (const type of ['scroll', 'resize', 'input', 'compositionstart', 'focusin', 'focusout', 'transitionend']) {
      window.addEventListener(type, schedule, options);
    }
    const stopWatching = pageState.subscribe(schedule);
    const moves = setInterval(() => {
      if (observed?.isConnected && placeOf(observed) !== place) schedule();
    }, moveCheckMs);
    schedule();
    return () => {
      clearInterval(moves);
      stop.abort();
      stopWatching();
      resizes.disconnect();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [helpdesk, pageState, isWanted]);
  return isWanted ? ghost : null;
}
