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
    const attribute = `data-${name}-key`;
    if (key === undefined) {
      root.removeAttribute(attribute);
      return;
    }
    root.setAttribute(attribute, key);
    return afterPaint(() => performance.mark(`deskside:${name}-painted`, { detail: { key } }));
  }, [root, name, key]);
}
