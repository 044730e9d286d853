import type { CDPSession } from '@playwright/test';

/** What Chromium counts of one page once its garbage is collected; `heap` in bytes. */
export type Vitals = { listeners: number; nodes: number; heap: number };

/** Collects the page's garbage and counts what is left. */
export async function readVitals(client: CDPSession): Promise<Vitals> {
  await client.send('Performance.enable');
  for (let round = 0; round < 3; round += 1) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { listeners: value('JSEventListeners'), nodes: value('Nodes'), heap: value('JSHeapUsedSize') };
}

/** How much each count grew. */
export function growth(before: Vitals, after: Vitals): Vitals {
  return {
    listeners: after.listeners - before.listeners,
    nodes: after.nodes - before.nodes,
    heap: after.heap - before.heap,
  };
}

/** Prints figures with their limits, one a line. */
export function printTable(title: string, rows: readonly (readonly [string, string | number, string])[]): void {
  const lines = rows.map(([name, value, limit]) => `  ${name.padEnd(46)} ${String(value).padStart(10)}   ${limit}`);
  console.log([title, ...lines].join('\n'));
}

/** Bytes as megabytes with two decimals. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

/** Runs code in the world of the extension's content script; the page's own code does not see what it changes. */
export async function contentWorld(
  client: CDPSession,
  extensionId: string,
): Promise<<Value>(expression: string) => Promise<Value>> {
  const ids: number[] = [];
  client.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}`) ids.push(context.id);
  });
  await client.send('Runtime.enable');
  return async (expression) => {
    const contextId = ids.at(-1);
    if (contextId === undefined) throw new Error('The content script has no world on this page.');
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
      contextId,
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}

/**
 * For the content script's world: counts in `work` what reads the page or plans to, and names in `changed` every change
 * that is made to the page outside of Deskside's own element. Functions of the platform are wrapped in this world only.
 */
export const countWork = `(() => {
  globalThis.work = 0;
  globalThis.changed = [];
  const wrap = (owner, name, before) => {
    const real = owner[name];
    owner[name] = function (...given) { before(this, name); return real.apply(this, given); };
  };
  globalThis.workers = {};
  const count = () => {
    globalThis.work += 1;
    const by = (new Error().stack ?? '').split('\\n').slice(3, 7).map((line) => line.trim().replace(/chrome-extension:\\/\\/[a-z]+\\//, '')).join(' < ');
    globalThis.workers[by] = (globalThis.workers[by] ?? 0) + 1;
  };
  for (const name of ['querySelector', 'querySelectorAll', 'matches', 'getAttribute']) wrap(Element.prototype, name, count);
  for (const name of ['querySelector', 'querySelectorAll']) wrap(Document.prototype, name, count);
  for (const name of ['setTimeout', 'fetch']) {
    const real = globalThis[name].bind(globalThis);
    globalThis[name] = (...given) => { count(); return real(...given); };
  }
  const note = (node, name) => {
    if (node.getRootNode() === document && node.localName !== 'deskside-panel') globalThis.changed.push(name + ' ' + node.nodeName);
  };
  for (const name of ['appendChild', 'insertBefore', 'removeChild', 'replaceChild']) wrap(Node.prototype, name, note);
  for (const name of ['append', 'prepend', 'remove', 'before', 'after', 'replaceWith', 'replaceChildren', 'setAttribute', 'removeAttribute', 'toggleAttribute']) wrap(Element.prototype, name, note);
})()`;

/**
 * For the content script's world: what it takes the page's visibility for, and the event that tells. As in a tab that is
 * really hidden, no frames come meanwhile.
 */
export const setHidden = (isHidden: boolean): string => `(() => {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${isHidden} });
  if (${isHidden}) {
    globalThis.held = [];
    globalThis.realFrame = globalThis.requestAnimationFrame;
    globalThis.requestAnimationFrame = (callback) => -globalThis.held.push(callback);
  } else {
    globalThis.requestAnimationFrame = globalThis.realFrame;
    for (const callback of globalThis.held) globalThis.requestAnimationFrame(callback);
  }
  document.dispatchEvent(new Event('visibilitychange'));
})()`;
