import { expect, type Page } from '@playwright/test';
import type { DeskBrowser } from '../support/browser.ts';
import { type ClosedPanel, lookInto, untilDraft } from './closed-panel.ts';

/** Where an attack happens: a ticket with a draft beside it, in a page that turns hostile. */
export type Arena = { desks: DeskBrowser; page: Page; panel: ClosedPanel; draft: string };

/** One thing that a hostile page does. `run` fails when what must hold does not, and when the attack never happened. */
export type Attack = {
  name: string;
  /** Runs in the page's world before any other script; a page that was there before Deskside. */
  before?: string;
  /** Leaves the page damaged: it gets a tab of its own. */
  isAlone?: true;
  run(arena: Arena): Promise<void>;
};

export const ticketId = 101;
const editorSelector = '.ticket-panes-grid-layout.active [contenteditable="true"][data-test-id^="omnicomposer-"]';

export const editor = (page: Page) => page.locator(editorSelector);

/** What the composer holds, without the fillers that editors put around a caret. */
export async function editorText(page: Page): Promise<string> {
  return (await editor(page).innerText()).replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/g, ' ').trim();
}

/** Opens the ticket in a tab of its own; `before` runs first in the page's world. */
export async function openArena(desks: DeskBrowser, before?: string): Promise<Arena> {
  const page = await desks.context.newPage();
  if (before) await page.addInitScript({ content: before });
  await page.goto(`${desks.desks.hosts.zendesk}/agent/tickets/${ticketId}`);
  await page.locator('deskside-panel').waitFor({ state: 'attached' });
  const panel = await lookInto(page);
  return { desks, page, panel, draft: await untilDraft(panel, ticketId) };
}

/** Part of the draft by which it is known again: from its middle, where the greeting is over. */
export function secretOf(draft: string): string {
  const secret = draft.replace(/\s+/g, ' ').trim().slice(30, 70);
  expect(secret.length, 'a draft to be kept from the page').toBe(40);
  return secret;
}

/** True when `text` holds the secret, white space aside. */
export function tells(text: unknown, secret: string): boolean {
  return JSON.stringify(text ?? '')
    .replace(/\\n|\s+/g, ' ')
    .includes(secret);
}

/** Fails unless the composer is empty now and in a moment. */
export async function expectNothingInserted({ page }: Arena): Promise<void> {
  await page.waitForTimeout(300);
  expect(await editorText(page)).toBe('');
}
