import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from '@playwright/test';
import type { DeskBrowser } from '../support/browser.ts';

/** Notes the origin of every request that pages and workers of the browser make from now on. */
export function recordHosts(context: BrowserContext): () => string[] {
  const seen = new Set<string>();
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:') seen.add(`${url.protocol}//${url.host}`);
  });
  return () => [...seen];
}

/**
 * Who asked which host over the network, of the log that Chromium writes with `--log-net-log`. What the browser asks on
 * its own account has no initiator and is left out.
 */
export async function readNetLog(file: string): Promise<{ host: string; initiator: string }[]> {
  const log = await readFile(file, 'utf8');
  const found: { host: string; initiator: string }[] = [];
  for (const line of log.split('\n')) {
    const initiator = /"initiator":"([^"]*)"/.exec(line)?.[1];
    const url = /"url":"([^"]*)"/.exec(line)?.[1];
    if (initiator && url && initiator !== 'not an origin' && /^(?:https?|wss?):/.test(url)) {
      found.push({ host: new URL(url).host, initiator });
    }
  }
  return found;
}

/** Opens a page of the extension in a tab. */
export async function openOwnPage(desks: DeskBrowser, name: 'popup' | 'library' | 'practice'): Promise<Page> {
  const page = await desks.context.newPage();
  await page.goto(`chrome-extension://${desks.extensionId}/${name}.html`);
  return page;
}

/** The popup as it is over `front`: in a tab behind it, since no test can reach the bubble at the toolbar. */
export async function openPopupBeside(desks: DeskBrowser, front: Page): Promise<Page> {
  const popup = await openOwnPage(desks, 'popup');
  await front.bringToFront();
  await popup.reload();
  return popup;
}

/** Chooses the interface language in the popup by its own name. */
export async function setLanguage(popup: Page, name: RegExp): Promise<void> {
  await popup.getByRole('tab').nth(2).click();
  await popup.getByRole('combobox').first().click();
  await popup.getByRole('option', { name }).click();
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has to say against the page, each with its elements. Goes around the page's policy against foreign scripts. */
export async function checkBarriers(page: Page): Promise<unknown[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('Runtime.evaluate', { expression: await axeSource });
  await client.detach();
  return page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations, passes } = await axe.run(document);
    if (passes.length < 10) return ['axe has seen too little'];
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  });
}
