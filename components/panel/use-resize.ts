import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { usePanel } from './deps';
import { useSettings } from './use-settings';

const narrowestPx = 280;
const widestPx = 640;
const stepPx = 20;

const clamp = (width: number) => Math.round(Math.min(widestPx, Math.max(narrowestPx, width)));

/** The panel's width and the props of the splitter that changes it, by dragging or arrow keys; kept as a setting. */
export function useResize() {
  const { settings, writeSetting, root } = usePanel();
  const { panelWidthPx } = useSettings(settings);
  const [dragged, setDragged] = useState<number | null>(null);
  const widthPx = dragged ?? clamp(panelWidthPx);
  const outward = () => (getComputedStyle(root).direction === 'rtl' ? 1 : -1);
  const save = (width: number) => void writeSetting('panelWidthPx', clamp(width));
  return {
    widthPx,
    splitter: {
      'aria-valuemin': narrowestPx,
      'aria-valuemax': widestPx,
      onPointerDown(event: PointerEvent<HTMLElement>) {
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
        setDragged(widthPx);
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (dragged !== null) setDragged((last) => clamp((last ?? widthPx) + outward() * event.movementX));
      },
      onPointerUp() {
        if (dragged !== null) save(dragged);
        setDragged(null);
      },
      onKeyDown(event: KeyboardEvent) {
        const towards = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (!towards) return;
        event.preventDefault();
        save(widthPx + towards * outward() * stepPx);
      },
    },
  };
}
