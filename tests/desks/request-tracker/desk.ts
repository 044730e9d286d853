import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Ticket } from '../../../lib/core/ticket.ts';
import { openOwnPage, openPopupBeside } from '../../e2e/pages-support.ts';
import { copyBuildAllowing } from '../../support/allowed-build.ts';
import { type DeskBrowser, launchDesks } from '../../support/browser.ts';
import type { Agent } from './people.ts';
import type { RunningTracker } from './server.ts';

/** Signs in on Request Tracker's own page. */
export async function signIn(page: Page, origin: string, { login, password }: Agent): Promise<void> {
  await page.goto(origin);
  await page.locator('input[name="user"]').fill(login);
  await page.locator('input[name="pass"]').fill(password);
  await page.locator('form input[type="submit"]').first().click();
  await expect(page.locator('.current-user')).toHaveText(login);
}

/** A browser whose build may already read `tracker`'s address; it has not been added as a helpdesk yet. */
export async function launchBeside({ origin }: RunningTracker): Promise<DeskBrowser> {
  const { protocol, hostname } = new URL(origin);
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-allowed-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const extension = await copyBuildAllowing([`${protocol}//${hostname}/*`], folder);
    const desks = await launchDesks({ extension });
    return { ...desks, close: () => desks.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Adds the address of `front` in the popup, as an agent does, and waits until the popup says what the page is read as. */
export async function addHelpdesk(desks: DeskBrowser, front: Page, name: string): Promise<void> {
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
