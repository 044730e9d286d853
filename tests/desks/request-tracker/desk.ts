import { expect, type Page } from '@playwright/test';
import type { Ticket } from '../../../lib/core/ticket.ts';
import { openOwnPage, openPopupBeside } from '../../e2e/pages-support.ts';
import type { DeskBrowser } from '../../support/browser.ts';
import type { Agent } from './people.ts';

/** Signs in on Request Tracker's own page. */
export async function signIn(page: Page, origin: string, { login, password }: Agent): Promise<void> {
  await page.goto(origin);
  await page.locator('input[name="user"]').fill(login);
  await page.locator('input[name="pass"]').fill(password);
  await page.locator('form input[type="submit"]').first().click();
  await expect(page.locator('.current-user')).toHaveText(login);
}

/**
 * Says "allow" where the browser would ask the agent: its own page of extensions gives the host, as the agent can there.
 * No test can press the button of the browser's question itself.
 */
async function allowHost({ context, extensionId }: DeskBrowser, pattern: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    ([id, host]) =>
      new Promise<void>((resolve, reject) => {
        type Done = () => void;
        const { developerPrivate } = chrome as unknown as {
          developerPrivate: { addHostPermission(id: unknown, host: unknown, done: Done): void };
        };
        developerPrivate.addHostPermission(id, host, () => {
          const { lastError } = chrome.runtime;
          if (lastError) reject(new Error(lastError.message));
          else resolve();
        });
      }),
    [extensionId, pattern],
  );
  await page.close();
}

/** Adds the address of `front` in the popup, as an agent does, and waits until the popup says what the page is read as. */
export async function addHelpdesk(desks: DeskBrowser, front: Page, name: string): Promise<void> {
  const { protocol, hostname } = new URL(front.url());
  await allowHost(desks, `${protocol}//${hostname}/*`);
  const popup = await openPopupBeside(desks, front);
  await popup.getByRole('button', { name: 'Add it' }).click();
  await expect(popup.getByText(`Read as ${name}`)).toBeVisible({ timeout: 20_000 });
  await popup.close();
}

/** The tickets as the content script hands them to the engine: a page of the extension hears every call. */
export async function hearTickets(desks: DeskBrowser): Promise<(ticketId: string) => Promise<Ticket | undefined>> {
  const page = await openOwnPage(desks, 'library');
  await page.evaluate(() => {
    const heard = new Map<string, unknown>();
    Object.assign(window, { heard });
    chrome.runtime.onMessage.addListener((message: { type?: string; data?: { argument?: { ticket?: Ticket } } }) => {
      const ticket = message.type === 'callEngine' ? message.data?.argument?.ticket : undefined;
      if (ticket) heard.set(ticket.id, ticket);
    });
  });
  return (ticketId) =>
    page.evaluate((id) => (window as unknown as { heard: Map<string, Ticket> }).heard.get(id), ticketId);
}
