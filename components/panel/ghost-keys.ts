import { isMac } from './keyboard';

/** What the keys of ghost text do; `now` answers null while it is not shown or the caret is elsewhere. */
type GhostActions = {
  now(): { direction: string; typed: number; isAccepting: boolean } | null;
  accept(typed: number, amount: 'all' | 'word'): Promise<void>;
  mute(): void;
};

const keys = new Set(['Tab', 'Escape', 'ArrowLeft', 'ArrowRight']);

const modifiersOf = ({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  [altKey && 'alt', ctrlKey && 'ctrl', metaKey && 'meta', shiftKey && 'shift'].filter(Boolean).join('+');

/** What a key asks of the ghost text. Right-to-left text goes on to the left. */
function askedBy(event: KeyboardEvent, direction: string): 'all' | 'word' | 'mute' | null {
  const modifiers = modifiersOf(event);
  if (modifiers === '' && event.key === 'Tab') return 'all';
  if (modifiers === '' && event.key === 'Escape') return 'mute';
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  return event.key === forward && modifiers === (isMac() ? 'alt' : 'ctrl') ? 'word' : null;
}

/**
 * Takes the keys of ghost text, and no other, before the page and its shortcuts hear of them. Keys made by scripts and
 * keys of an input method are left alone.
 */
export function listenForGhostKeys(view: Window, actions: GhostActions, signal: AbortSignal): void {
  const keep = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Some pages act on the release: they do not hear of that either, though the ghost text may be gone by then.
  const keepRelease = ({ code }: KeyboardEvent) => {
    const onUp = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.code !== code) return;
      view.removeEventListener('keyup', onUp, { capture: true });
      keep(event);
    };
    view.addEventListener('keyup', onUp, { capture: true });
  };
  const onDown = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing || !keys.has(event.key)) return;
    const now = actions.now();
    const asked = now && askedBy(event, now.direction);
    if (!now || !asked) return;
    keep(event);
    if (!event.repeat) keepRelease(event);
    if (asked === 'mute') actions.mute();
    else if (!now.isAccepting) void actions.accept(now.typed, asked);
  };
  view.addEventListener('keydown', onDown, { capture: true, signal });
}
