import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { ReplySuggestion } from '../../lib/core/suggestion';
import { Bidi } from '../ui/Bidi';
import { Kbd } from '../ui/Kbd';
import spoken from '../ui/spoken.module.css';
import { usePanel } from './deps';
import styles from './GhostText.module.css';
import { listenForGhostKeys } from './ghost-keys';
import { nextWord } from './ghost-match';
import { type Ghost, readProgress, type Trail, useGhost } from './use-ghost';

/** What the agent takes over: all of it from a blank editor, or text that goes on where they stopped. */
export type GhostPart = { text: string; isRest: boolean; isLast: boolean };

type GhostProps = {
  suggestion: ReplySuggestion;
  /** Resolves when the editor has the text, or has not taken it. */
  onAccept: (part: GhostPart) => Promise<void>;
  onMute: () => void;
};

/** The part of the suggestion that a key takes. */
function partOf({ text, language }: ReplySuggestion, typed: number, amount: 'all' | 'word'): GhostPart {
  const rest = text.slice(typed);
  if (amount === 'all') return { text: rest, isRest: typed > 0, isLast: true };
  const word = nextWord(rest, language);
  return { text: word, isRest: true, isLast: word === rest };
}

/** Ghost text of one suggestion with its keys. What keys do is decided by the editor as it is at that moment, not as last painted. */
function useLiveGhost({ suggestion, onAccept, onMute }: GhostProps): Ghost | null {
  const { helpdesk, pageState, root } = usePanel();
  const trail = useMemo<Trail>(() => ({ text: suggestion.text, furthest: 0, isLeft: false }), [suggestion.text]);
  const busy = useRef({ isAccepting: false, isComposing: false });
  const isBusy = useCallback(() => busy.current.isAccepting || busy.current.isComposing, []);
  const live = useRef({ isShown: false, suggestion, onAccept, onMute, look: () => {} });
  const onPage = useCallback(
    (view: Window, signal: AbortSignal) => {
      const compose = (isComposing: boolean) => () => {
        busy.current.isComposing = isComposing;
      };
      view.addEventListener('compositionstart', compose(true), { capture: true, signal });
      view.addEventListener('compositionend', compose(false), { capture: true, signal });
      signal.addEventListener('abort', compose(false));
      const now = () => {
        const { isAccepting, isComposing } = busy.current;
        // A Tab too many while text goes in must not leave the editor.
        if (isAccepting) return { direction: '', typed: 0, isAccepting };
        const progress = live.current.isShown && !isComposing ? readProgress(helpdesk, trail) : null;
        if (!progress?.isFocused) return null;
        return { direction: getComputedStyle(progress.element).direction, typed: progress.typed, isAccepting };
      };
      const accept = async (typed: number, amount: 'all' | 'word') => {
        busy.current.isAccepting = true;
        live.current.look();
        await live.current.onAccept(partOf(live.current.suggestion, typed, amount)).finally(() => {
          busy.current.isAccepting = false;
          live.current.look();
        });
      };
      listenForGhostKeys(view, { now, accept, mute: () => live.current.onMute() }, signal);
    },
    [helpdesk, trail],
  );
  const { ghost, look } = useGhost({ helpdesk, pageState, root, trail, isBusy }, onPage);
  useLayoutEffect(() => {
    live.current = { isShown: ghost !== null, suggestion, onAccept, onMute, look };
  });
  return ghost;
}

/**
 * The suggested reply, greyed, where the agent would type it: an overlay of ours that the editor knows nothing of. With
 * the caret in the editor Tab takes all of it, Ctrl+→ (Option+→ on a Mac, ← in right-to-left text) its next word, Escape
 * mutes it for this ticket; what is typed along is taken off, anything else puts it away.
 */
export function GhostText(props: GhostProps) {
  const { suggestion } = props;
  const { root } = usePanel();
  const ghost = useLiveGhost(props);
  return createPortal(
    <>
      {ghost && <GhostLines suggestion={suggestion} ghost={ghost} />}
      <Spoken key={suggestion.id} isOffered={ghost?.isFocused === true} />
    </>,
    root,
  );
}

function GhostLines({ suggestion, ghost: { box, isFocused, typed } }: { suggestion: ReplySuggestion; ghost: Ghost }) {
  const { background, color, colorScheme, ...type } = box.style;
  return (
    <div
      className={styles.ghost}
      data-ghost={suggestion.id}
      aria-hidden="true"
      style={{ left: box.left, top: box.top, width: box.width, height: box.height, colorScheme }}
    >
      <div
        className={styles.text}
        dir={box.direction}
        style={{
          ...type,
          // The ground hides the editor's placeholder; beside typed text there is none to hide.
          ...(typed === 0 ? { background } : {}),
          textIndent: box.indent,
          maxHeight: box.height,
          color: `color-mix(in srgb, ${color} 68%, ${background})`,
        }}
      >
        <span dir="auto" lang={suggestion.language}>
          <Bidi text={suggestion.text.slice(typed)} />
        </span>
      </div>
      {isFocused && (
        <span className={styles.hint}>
          <Kbd keys={['Tab']} />
        </span>
      )}
    </div>
  );
}

/** Tells screen readers once that there is a suggestion; it is there before it speaks, or they would not hear it. */
function Spoken({ isOffered }: { isOffered: boolean }) {
  const { strings } = usePanel();
  const said = useRef<'no' | 'now' | 'over'>('no');
  if (isOffered && said.current === 'no') said.current = 'now';
  if (!isOffered && said.current === 'now') said.current = 'over';
  return (
    <div className={spoken.only} aria-live="polite">
      {said.current === 'now' ? strings.ghost.available : ''}
    </div>
  );
}
