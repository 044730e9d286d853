import type { Page } from '@playwright/test';

/** A page of the gallery as the cases of ghost text drive it, in some browser. */
export type GhostPage = {
  /** Runs a function in the page; it sees nothing but `argument`, which is plain JSON, as is what it answers. */
  evaluate<Value, Argument = undefined>(
    run: (argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
  ): Promise<Value>;
  /** Presses a key with its modifiers (`Control+ArrowRight`). */
  press(keys: string): Promise<void>;
  /** Types one sign as a person does. */
  type(sign: string): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** The window is this many pixels large, each of `scale` device pixels; null: as large as it was at first. */
  resize(size: { width: number; height: number; scale?: number } | null): Promise<void>;
  /** Begins text in an input method with `begun` and ends it with `whole`; absent where the browser offers no way to. */
  compose?(begun: string, whole: string): Promise<void>;
  close(): Promise<void>;
};

/** A Chromium page under Playwright. */
export async function chromiumGhostPage(page: Page): Promise<GhostPage> {
  const session = await page.context().newCDPSession(page);
  return {
    evaluate: (run, argument) => page.evaluate(run as never, argument) as never,
    press: (keys) => page.keyboard.press(keys),
    type: (sign) => page.keyboard.type(sign),
    click: (x, y) => page.mouse.click(x, y),
    async resize(size) {
      if (!size) return void (await session.send('Emulation.clearDeviceMetricsOverride'));
      const { width, height, scale = 1 } = size;
      const metrics = { width, height, deviceScaleFactor: scale, mobile: false };
      await session.send('Emulation.setDeviceMetricsOverride', metrics);
    },
    async compose(begun, whole) {
      const at = begun.length;
      await session.send('Input.imeSetComposition', { text: begun, selectionStart: at, selectionEnd: at });
      await new Promise((resolve) => setTimeout(resolve, 80));
      await session.send('Input.insertText', { text: whole });
    },
    close: () => page.close(),
  };
}
