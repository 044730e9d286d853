import { useLayoutEffect } from 'react';

/** Calls back in the first task after the next frame was painted; never while the tab is hidden. */
function afterPaint(done: () => void): () => void {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  const frame = requestAnimationFrame(() => channel.port2.postMessage(null));
  return () => {
    cancelAnimationFrame(frame);
    channel.port1.onmessage = null;
    channel.port1.close();
  };
}

/**
 * Leaves `key` on the panel's root as `data-<name>-key` when what belongs to it is in the DOM, and a performance mark
 * `deskside:<name>-painted` with `detail.key` once it is painted. Tests and benchmarks read both.
 */
export function usePaintMark(root: HTMLElement, name: 'signals' | 'suggestion', key: string | undefined): void {
  useLayoutEffect(() => {
    if (key === undefined) return;
    const attribute = `data-${name}-key`;
    root.setAttribute(attribute, key);
    const cancel = afterPaint(() => performance.mark(`deskside:${name}-painted`, { detail: { key } }));
    return () => {
      cancel();
      root.removeAttribute(attribute);
    };
  }, [root, name, key]);
}
