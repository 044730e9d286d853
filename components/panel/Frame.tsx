import { type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Toast, type ToastMessage } from '../ui/Toast';
import { usePanel } from './deps';
import styles from './Frame.module.css';
import { focusedElement } from './ghost-editor';
import { shortcutKeys } from './keyboard';
import { useClearance } from './use-clearance';
import { useOverlays } from './use-overlays';
import { useResize } from './use-resize';
import { useSettings } from './use-settings';

/**
 * The panel's outside: docked at the inline end of the page, resizable, collapsible to a handle. Toggled by keyboard, it
 * takes the focus and gives it back.
 */
export function Frame({
  toast,
  onCloseToast,
  children,
}: {
  toast: ToastMessage | null;
  onCloseToast: () => void;
  children: ReactNode;
}) {
  const { strings, settings, writeSetting, handlers } = usePanel();
  const { panelOpen, shortcuts } = useSettings(settings);
  const panel = useRef<HTMLElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const moveFocus = useFocusReturn(panel, handle, panelOpen);
  const resize = useResize();
  const floor = useClearance(panel);
  const layer = useOverlays(panel);
  const toggle = useCallback(() => {
    moveFocus(!panelOpen);
    void writeSetting('panelOpen', !panelOpen);
  }, [panelOpen, writeSetting, moveFocus]);
  useLayoutEffect(() => {
    handlers.toggle = toggle;
    return () => {
      delete handlers.toggle;
    };
  }, [handlers, toggle]);
  const keys = shortcutKeys(shortcuts.togglePanel).join(' ');
  // Within the open panel, since over it it would cover what has the focus.
  const message = (
    <div className={panelOpen ? styles.toast : styles.toastAlone}>
      <Toast
        message={toast}
        regionLabel={strings.toast.region}
        closeLabel={strings.toast.close}
        onClose={onCloseToast}
      />
    </div>
  );
  return (
    <>
      {!panelOpen && (
        <button
          ref={handle}
          type="button"
          className={styles.handle}
          aria-label={strings.open}
          aria-expanded="false"
          title={`${strings.open}  ${keys}`}
          onClick={toggle}
        >
          <Icon name="spark" />
        </button>
      )}
      <aside
        ref={panel}
        className={styles.panel}
        aria-label={strings.name}
        tabIndex={-1}
        hidden={!panelOpen}
        style={{
          inlineSize: `${resize.widthPx}px`,
          ...(floor && { maxBlockSize: `min(${floor}px, var(--ds-panel-height, calc(100vh - 136px)))` }),
          ...(layer !== undefined && { zIndex: layer }),
        }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: hr cannot be dragged; this is the ARIA window splitter. */}
        <div
          className={styles.splitter}
          role="separator"
          aria-orientation="vertical"
          aria-label={strings.resize}
          aria-valuenow={resize.widthPx}
          tabIndex={0}
          {...resize.splitter}
        />
        <FrameHeader keys={keys} onCollapse={toggle} />
        <div className={styles.body}>{children}</div>
        {panelOpen && message}
      </aside>
      {!panelOpen && message}
    </>
  );
}

function FrameHeader({ keys, onCollapse }: { keys: string; onCollapse: () => void }) {
  const { strings, openPage } = usePanel();
  return (
    <header className={styles.header}>
      <span className={styles.mark}>
        <Icon name="spark" />
      </span>
      <span className={styles.name}>{strings.name}</span>
      <span className={styles.local} title={strings.onDeviceWhy}>
        <Icon name="lock" />
        <span className={styles.localText}>{strings.onDevice}</span>
      </span>
      <IconButton label={strings.openLibrary} icon="book" onClick={() => openPage('library')} />
      <IconButton
        label={strings.collapse}
        title={`${strings.collapse}  ${keys}`}
        icon="chevron"
        className={styles.collapse}
        onClick={onCollapse}
      />
    </header>
  );
}

/** Focus goes into the panel after a toggle that opens it, and back to where it was, else to the handle, after one that closes it. */
function useFocusReturn(panel: RefObject<HTMLElement | null>, handle: RefObject<HTMLElement | null>, isOpen: boolean) {
  const origin = useRef<HTMLElement | null>(null);
  const pending = useRef<'in' | 'out' | null>(null);
  useEffect(() => {
    const element = panel.current;
    const move = pending.current;
    pending.current = null;
    if (!element || !move) return;
    if (move === 'in' && isOpen) (element.querySelector<HTMLElement>('[data-panel-focus]') ?? element).focus();
    if (move === 'out' && !isOpen) (origin.current?.isConnected ? origin.current : handle.current)?.focus();
  }, [isOpen, panel, handle]);
  return useCallback(
    (willOpen: boolean) => {
      const focused = focusedElement();
      const isInside = panel.current?.contains(focused) ?? false;
      if (willOpen) origin.current = focused instanceof HTMLElement ? focused : null;
      // Closing must not pull the agent out of where they type.
      pending.current = willOpen ? 'in' : isInside ? 'out' : null;
    },
    [panel],
  );
}
