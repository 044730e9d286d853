import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Helpdesk } from '../../lib/core/helpdesk';
import type { ReplySuggestion } from '../../lib/core/suggestion';
import { Kbd } from '../ui/Kbd';
import { usePanel } from './deps';
import styles from './GhostText.module.css';
import { isEditorFocused, useGhost } from './use-ghost';

const isPlain = (event: KeyboardEvent) =>
  !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.isComposing;

type Live = { isShown: boolean; onAccept: () => void; onMute: () => void };

/** Binds Tab and Escape while the ghost is shown and the caret is in its editor. Keys made by scripts are ignored. */
function useGhostKeys(helpdesk: Helpdesk, now: Live): void {
  const live = useRef(now);
  live.current = now;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.isTrusted || !live.current.isShown || !isPlain(event)) return;
      if (event.key !== 'Tab' && event.key !== 'Escape') return;
      const composer = helpdesk.composer();
      // What was painted a frame ago may be gone: the agent may have typed, or switched to a note.
      if (composer?.state.target !== 'public' || composer.state.draft.trim() !== '') return;
      if (!isEditorFocused(composer.element)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Tab') live.current.onAccept();
      else live.current.onMute();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [helpdesk]);
}

/**
 * The suggested reply, greyed, where the agent would type it: an overlay of ours that the editor knows nothing of. With
 * the caret in the blank editor, Tab accepts it and Escape mutes it for this ticket; no other key is touched.
 */
export function GhostText({
  suggestion,
  onAccept,
  onMute,
}: {
  suggestion: ReplySuggestion;
  onAccept: () => void;
  onMute: () => void;
}) {
  const { helpdesk, pageState, root, strings } = usePanel();
  const ghost = useGhost(helpdesk, pageState, true);
  useGhostKeys(helpdesk, { isShown: ghost !== null, onAccept, onMute });
  if (!ghost) return null;
  const { box, isFocused } = ghost;
  const { background, color, colorScheme, ...type } = box.style;
  return createPortal(
    <>
      <div
        className={styles.ghost}
        data-ghost={suggestion.id}
        aria-hidden="true"
        style={{ left: box.left, top: box.top, width: box.width, height: box.height, colorScheme }}
      >
        <span
          className={styles.text}
          dir="auto"
          lang={suggestion.language}
          style={{
            ...type,
            background,
            maxHeight: box.height,
            color: `color-mix(in srgb, ${color} 68%, ${background})`,
          }}
        >
          {suggestion.text}
        </span>
        {isFocused && (
          <span className={styles.hint}>
            <Kbd keys={['Tab']} />
          </span>
        )}
      </div>
      <div className={styles.spoken} aria-live="polite">
        {isFocused ? strings.ghost.available : ''}
      </div>
    </>,
    root,
  );
}
