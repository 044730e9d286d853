import { useCallback, useEffect, useRef, useState } from 'react';
import type { Helpdesk } from '../../lib/core/helpdesk';
import { createQuietTimer } from '../../lib/core/quiet-timer';
import type { PanelPage } from './deps';
import { draftOf, editableOf, isEditorFocused, readTyped } from './ghost-editor';
import { type GhostBox, isSameGhost, measureGhost } from './ghost-geometry';
import { isBlank, typedLength } from './ghost-match';
import { watchPlace } from './ghost-watch';
import type { Observable } from './observable';

/** `typed`: how many characters of the suggestion stand before the caret. */
export type Ghost = { box: GhostBox; isFocused: boolean; typed: number };

/** What the agent did with one suggestion: the furthest they typed along, and whether they left it. */
export type Trail = { text: string; furthest: number; isLeft: boolean };

/** How far the agent has typed along in the composer now; null when ghost text has no place there. */
export function readProgress(
  helpdesk: Helpdesk,
  trail: Trail,
): { typed: number; isFocused: boolean; element: HTMLElement } | null {
  const composer = helpdesk.composer();
  const element = composer && editableOf(composer.element);
  if (!element || composer.state.target !== 'public') return null;
  const isFocused = isEditorFocused(composer.element);
  const isEmpty = isBlank(draftOf(composer, element));
  if (isEmpty) {
    trail.furthest = 0;
    trail.isLeft = false;
  }
  // Without the caret nobody can tell where the text would go on.
  if (!isFocused) return isEmpty ? { typed: 0, isFocused, element } : null;
  const seen = readTyped(composer, element);
  const typed = seen && typedLength(trail.text, seen);
  if (typed === null || trail.isLeft || typed < trail.furthest) {
    trail.isLeft = !isEmpty;
    return null;
  }
  trail.furthest = typed;
  return { typed, isFocused, element };
}

const isSame = (one: Ghost | null, other: Ghost | null) =>
  one?.isFocused === other?.isFocused &&
  one?.typed === other?.typed &&
  isSameGhost(one?.box ?? null, other?.box ?? null);

/** How long after a change it is looked whether ghost text has a place now: about a frame. */
const restMs = 16;
/** Where it had none last, as while the agent writes something else: in a pause of the changes, since each key makes some. */
const away = { quietMs: 200, longestMs: 1_000 };

/** What {@link useGhost} watches. `isBusy`: text is being put in or composed, so that what the editor holds says nothing. */
type Watched = {
  helpdesk: Helpdesk;
  pageState: Observable<PanelPage>;
  root: HTMLElement;
  trail: Trail;
  isBusy: () => boolean;
};

/**
 * Where ghost text stands now: null while the composer's draft is anything but the suggestion's beginning, or out of
 * sight. Follows scrolling, resizing, focus, caret, typing and the page's own changes, once a frame at most and only
 * when something told of a change. Answers `onPage`, called with the editor's page whenever that is another one.
 */
export function useGhost(
  { helpdesk, pageState, root, trail, isBusy }: Watched,
  onPage: (view: Window, signal: AbortSignal) => void,
): { ghost: Ghost | null; look: () => void } {
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const schedule = useRef(() => {});
  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isShown = false;
    let isAway = false;
    let watched: readonly HTMLElement[] = [];
    let watching = new AbortController();
    const watch = () => {
      const element = helpdesk.composer()?.element;
      const editable = element && editableOf(element);
      const next = [...new Set([element, editable])].filter((one) => one !== undefined && one !== null);
      if (next.length === watched.length && next.every((one, index) => one === watched[index])) return;
      watching.abort();
      watching = new AbortController();
      watched = next;
      watchPlace(next, look, watching.signal);
      onPage(window, watching.signal);
      const view = editable?.ownerDocument.defaultView;
      if (view && view !== window) onPage(view, watching.signal);
    };
    const measure = () => {
      frame = 0;
      timer = undefined;
      resting.cancel();
      watch();
      const isHeld = isBusy();
      const progress = isHeld ? null : readProgress(helpdesk, trail);
      isAway = !isHeld && progress === null;
      const box = progress && measureGhost(progress.element, progress.isFocused, root);
      const next = progress && box && { box, isFocused: progress.isFocused, typed: progress.typed };
      isShown = Boolean(next);
      setGhost((last) => (isSame(last, next) ? last : next));
    };
    // What is drawn moves with the page's frames, which do not come while the tab is hidden; where nothing is drawn, the key's
    // own frame goes first, and asking for another one can cost the next key its own.
    const look = () => {
      if (frame !== 0 || timer !== undefined) return;
      if (isShown || document.hidden) frame = requestAnimationFrame(measure);
      else if (isAway) resting.touch();
      else timer = setTimeout(measure, restMs);
    };
    const resting = createQuietTimer(measure, away);
    schedule.current = look;
    const stopWatching = pageState.subscribe(look);
    look();
    return () => {
      stopWatching();
      watching.abort();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      resting.cancel();
    };
  }, [helpdesk, pageState, root, trail, isBusy, onPage]);
  return { ghost, look: useCallback(() => schedule.current(), []) };
}
