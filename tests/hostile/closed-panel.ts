import { type CDPSession, expect, type Page } from '@playwright/test';

/** What a test sees of a panel whose shadow root is closed: the debugger looks where no page can. */
export type ClosedPanel = {
  /** Runs `look` on the shadow root in a world of the debugger's, which the page's own code cannot touch. */
  look<T>(look: (root: ShadowRoot, ...given: never[]) => T, ...given: (string | number)[]): Promise<T>;
  text(): Promise<string>;
  draft(): Promise<string>;
  /** The place of a button of this name on the page; throws where there is none. */
  placeOf(name: string): Promise<{ x: number; y: number }>;
  /** Presses a button as a person does: the mouse goes there. */
  press(name: string): Promise<void>;
};

async function findRoot(client: CDPSession): Promise<number> {
  const { root } = await client.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'deskside-panel' });
  if (nodeId === 0) throw new Error('There is no panel.');
  const { node } = await client.send('DOM.describeNode', { nodeId, depth: 0, pierce: true });
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId;
  if (backendNodeId === undefined) throw new Error('The panel has no root.');
  return backendNodeId;
}

/** Looks into the panel of a page that is loaded. */
export async function lookInto(page: Page): Promise<ClosedPanel> {
  const client = await page.context().newCDPSession(page);
  const { frameTree } = await client.send('Page.getFrameTree');
  const world = { frameId: frameTree.frame.id, worldName: 'tests' };

  async function look<T>(look: (root: ShadowRoot, ...given: never[]) => T, ...given: (string | number)[]): Promise<T> {
    const { executionContextId } = await client.send('Page.createIsolatedWorld', world);
    const backendNodeId = await findRoot(client);
    const { object } = await client.send('DOM.resolveNode', { backendNodeId, executionContextId });
    const { result, exceptionDetails } = await client.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (...given) { return (${look})(this, ...given); }`,
      ...(object.objectId ? { objectId: object.objectId } : {}),
      arguments: given.map((value) => ({ value })),
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  async function placeOf(name: string) {
    const place = await look((root, wanted: string) => {
      const buttons = [...root.querySelectorAll<HTMLElement>('button, textarea')];
      const nameOf = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '';
      const found =
        buttons.find((one) => nameOf(one) === wanted) ??
        buttons.find((one) => nameOf(one).startsWith(wanted)) ??
        buttons.find((one) => nameOf(one).includes(wanted));
      found?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = found?.getBoundingClientRect() ?? new DOMRect();
      return found ? { x: left + width / 2, y: top + height / 2 } : null;
    }, name as never);
    if (!place) throw new Error(`The panel has no button "${name}".`);
    return place;
  }

  return {
    look,
    placeOf,
    text: () => look((root) => root.querySelector<HTMLElement>('[data-deskside]')?.innerText ?? ''),
    draft: () => look((root) => root.querySelector<HTMLElement>('[role="group"][lang]')?.innerText ?? ''),
    async press(name) {
      const { x, y } = await placeOf(name);
      await page.mouse.click(x, y);
    },
  };
}

/** Waits until the panel shows a draft for the whole conversation of this ticket; answers the draft. */
export async function untilDraft(panel: ClosedPanel, ticketId: number): Promise<string> {
  const isThere = () =>
    panel
      .look((root, part: string) => {
        const { conversationKey, suggestionKey } = root.querySelector<HTMLElement>('[data-deskside]')?.dataset ?? {};
        const isSettled = conversationKey?.includes(part) && conversationKey === suggestionKey;
        return isSettled === true && root.querySelector('[role="group"][lang]') !== null;
      }, `|${ticketId}|` as never)
      .catch(() => false);
  await expect.poll(isThere, { timeout: 30_000, intervals: [50] }).toBe(true);
  return panel.draft();
}
