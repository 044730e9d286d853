import { type RefObject, useEffect, useState } from 'react';
import { usePanel } from './deps';

const least = 340;
const gap = 8;
const delayMs = 30;

/**
 * The height in pixels at which the panel must end so as not to cover the composer, or undefined when it does not reach
 * over it or would become too low to be of use.
 */
export function useClearance(panel: RefObject<HTMLElement | null>): number | undefined {
  const { helpdesk, pageState } = usePanel();
  const [height, setHeight] = useState<number>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const measure = () => {
      timer = undefined;
      const composer = helpdesk.composer()?.element.getBoundingClientRect();
      const own = panel.current?.getBoundingClientRect();
      const reaches = composer && own && composer.height > 0 && composer.right > own.left && composer.left < own.right;
      const room = reaches ? Math.floor(composer.top - gap - own.top) : undefined;
      setHeight(room !== undefined && room >= least ? room : undefined);
    };
    // Not by a frame: one where nothing is drawn can cost the agent's next key its own.
    const schedule = () => {
      timer ??= setTimeout(measure, delayMs);
    };
    const stopWatching = pageState.subscribe(schedule);
    window.addEventListener('resize', schedule);
    schedule();
    return () => {
      stopWatching();
      window.removeEventListener('resize', schedule);
      clearTimeout(timer);
    };
  }, [helpdesk, pageState, panel]);
  return height;
}
