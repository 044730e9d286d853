import type { Page } from '@playwright/test';

/** What came back of a message: the answer, or why there is none. */
export type Answer = {
  res?: { ok: boolean; value?: unknown; error?: { kind: string } };
  err?: unknown;
  refused?: string;
};

/** Runs code in the content script's own world, as somebody does who has taken over the page's process. */
export type OurWorld = {
  evaluate(expression: string): Promise<unknown>;
  /** Sends a message of the protocol's envelope to the extension. */
  send(type: string, data: unknown): Promise<Answer>;
};

/** The content script's world in a page's top frame. Throws where the content script does not run. */
export async function enterOurWorld(page: Page, extensionId: string): Promise<OurWorld> {
  const client = await page.context().newCDPSession(page);
  const contexts: { id: number; origin: string; type: string | undefined }[] = [];
  client.on('Runtime.executionContextCreated', ({ context: { id, origin, auxData } }) =>
    contexts.push({ id, origin, type: auxData?.type }),
  );
  await client.send('Runtime.enable');
  const ours = contexts.find(
    ({ origin, type }) => origin === `chrome-extension://${extensionId}` && type === 'isolated',
  );
  if (!ours) throw new Error('The content script does not run here.');
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
      expression,
      contextId: ours.id,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  };
  let last = 0;
  return {
    evaluate,
    async send(type, data) {
      last += 1;
      const envelope = JSON.stringify({ id: last, type, data, timestamp: Date.now() });
      // A message that nobody answers within two seconds is taken for one that nobody hears.
      const answer = await evaluate(`Promise.race([
        chrome.runtime.sendMessage(${envelope}).catch((error) => ({ refused: String(error) })),
        new Promise((resolve) => setTimeout(resolve, 8000, { refused: 'no answer' })),
      ])`);
      return (answer ?? { refused: 'nothing' }) as Answer;
    },
  };
}
