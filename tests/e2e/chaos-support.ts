import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { playbooks } from '../desks/fernway/playbooks.ts';
import { type DeskOptions, startDesks } from '../desks/server.ts';
import { buildFolder, type DeskBrowser, launchDesks } from '../support/browser.ts';
import { callEngine, openExtensionPage } from '../support/engine-call.ts';
import { killBrowser } from '../support/engine-faults.ts';
import { copyBuildOpen } from '../support/open-build.ts';
import { cloneTickets } from './long-day.ts';
import { draft, editors, importKnowledge, settled, sleepingBattery } from './support.ts';

/** Tickets of one run: each gets a few messages, as an agent's do, and is left for the next. */
const firstId = 2001;
const roundsATicket = 4;
/** How long a suggestion is waited for before the round counts as lost; milliseconds. */
export const givenUpMs = 20_000;

/** A desk, a profile and a build that outlive the browser, which may be ended and started again. */
export type Session = {
  desks: DeskBrowser['desks'];
  browser(): DeskBrowser;
  /** The ticket in front of the agent. */
  page(): Page;
  ticketId(): number;
  /** A page of the extension's own, from which the engine is called. */
  own(): Promise<Page>;
  /** Goes on to the next ticket when this one has had its messages. */
  nextRound(): Promise<void>;
  /** Lets the customer write, and answers the number of messages then. */
  arrive(text: string): number;
  /** Messages of the ticket. */
  count(): number;
  /** Opens the ticket anew: in the same tab, or in another after closing it. */
  reopenTab(how: 'reloaded' | 'closed'): Promise<void>;
  /** `meanwhile` is given the profile's folder while no browser runs on it. */
  restartBrowser(how: 'closed' | 'killed', meanwhile?: (profile: string) => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

/** Starts desk and browser on a profile of its own, with the desk's knowledge (`library`: another than Fernway's whole) imported and a first draft shown. */
export async function startSession(
  rounds: number,
  library: Pick<DeskOptions, 'articles' | 'macros'> = {},
): Promise<Session> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-chaos-'));
  const extension = await copyBuildOpen(buildFolder, folder);
  const tickets = cloneTickets(firstId, Math.ceil(rounds / roundsATicket) + 2);
  const desks = await startDesks({ ...library, tickets });
  const profile = path.join(folder, 'profile');
  const launch = () => launchDesks({ running: desks, profile, extension, isClosed: true });
  let browser = await launch();
  let round = 0;
  let ticketId = firstId;
  let own: Page | undefined;
  const count = () => desks.state.ticket(ticketId)?.messages.length ?? 0;
  const address = () => `${desks.hosts.zendesk}/agent/tickets/${ticketId}?mounted=${ticketId}`;
  const openTicket = async () => {
    const opened = await browser.context.newPage();
    await opened.goto(address(), { waitUntil: 'commit' });
    return opened;
  };
  let page = await openTicket();
  const ownPage = async () => {
    if (own && !own.isClosed()) return own;
    own = await openExtensionPage(browser);
    await page.bringToFront();
    return own;
  };
  if (!(await shownFor(page, ticketId, count(), 120_000))) throw new Error('The first suggestion did not come.');
  await ownPage();
  await importKnowledge(page);
  for (const { text } of playbooks) await callEngine(own ?? (await ownPage()), 'savePlaybook', { text });
  desks.state.arrive(ticketId, sleepingBattery);
  await draft(page).waitFor({ timeout: 30_000 });
  return {
    desks,
    browser: () => browser,
    page: () => page,
    ticketId: () => ticketId,
    own: ownPage,
    async nextRound() {
      round += 1;
      if (round % roundsATicket !== 0) return;
      ticketId += 1;
      await page.goto(address());
      await settled(page, ticketId);
    },
    arrive(text) {
      desks.state.arrive(ticketId, text);
      return count();
    },
    count,
    async reopenTab(how) {
      if (how === 'reloaded') return void (await page.reload({ waitUntil: 'commit' }));
      await page.close();
      page = await openTicket();
    },
    async restartBrowser(how, meanwhile) {
      own = undefined;
      if (how === 'closed') await browser.close();
      else await killBrowser(browser);
      await meanwhile?.(profile);
      browser = await launch();
      page = await openTicket();
    },
    async close() {
      await browser.close();
      await desks.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Milliseconds; `sinceDrawn`: from the ticket's log on the page, `sinceStart`: from the page's start. */
export type Shown = { sinceDrawn: number; sinceStart: number };

/** Waits until the panel shows suggestions for exactly this many messages; null when it does not in time. */
export async function shownFor(
  page: Page,
  ticketId: number,
  messages: number,
  timeout = givenUpMs,
): Promise<Shown | null> {
  try {
    const handle = await page.waitForFunction(
      (part) => {
        const seen = window as unknown as { drawnAt?: number };
        if (document.querySelector('.active [data-test-id="omni-log-container"]')) seen.drawnAt ??= performance.now();
        const at = document.querySelector('deskside-panel')?.shadowRoot?.querySelector('[data-deskside]');
        const key = at?.getAttribute('data-suggestion-key');
        if (!key?.includes(part) || key !== at?.getAttribute('data-conversation-key')) return null;
        return { sinceDrawn: performance.now() - (seen.drawnAt ?? 0), sinceStart: performance.now() };
      },
      `|${ticketId}|${messages}|`,
      { polling: 10, timeout },
    );
    return (await handle.jsonValue()) as Shown;
  } catch {
    return null;
  }
}

/** How often the composer holds the draft whose first words, without white space, are `probe`. */
export async function timesInserted(page: Page, probe: string): Promise<number> {
  const editor = page.locator(editors.zendesk);
  await editor.waitFor({ timeout: givenUpMs });
  const text = ((await editor.textContent()) ?? '').replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/g, '');
  return text.split(probe).length - 1;
}
