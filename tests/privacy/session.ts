import type { BrowserContext, Page } from '@playwright/test';
import { playbooks } from '../desks/fernway/playbooks.ts';
import type { DeskBrowser } from '../support/browser.ts';

/** One request to a helpdesk, told apart by the script that made it. */
export type DeskRequest = { url: string; method: string; isDeskside: boolean };

type Frames = { callFrames: { url: string }[]; parent?: Frames };

function isFromExtension(stack: Frames | undefined): boolean {
  if (!stack) return false;
  return stack.callFrames.some(({ url }) => url.startsWith('chrome-extension:')) || isFromExtension(stack.parent);
}

/** Opens tabs in which each request is written down with who made it, from the first. */
export function openWatched(context: BrowserContext): { open(url: string): Promise<Page>; requests: DeskRequest[] } {
  const requests: DeskRequest[] = [];
  return {
    requests,
    async open(url) {
      const page = await context.newPage();
      // Everything goes through the proxy, and the machine may be busy: what counts is what is asked, not when.
      page.setDefaultTimeout(120_000);
      const client = await context.newCDPSession(page);
      client.on('Network.requestWillBeSent', ({ request, initiator }) => {
        if (!/^https?:/.test(request.url)) return;
        const isDeskside = isFromExtension(initiator.stack as Frames | undefined);
        requests.push({ url: request.url, method: request.method, isDeskside });
      });
      await client.send('Network.enable');
      await page.goto(url);
      return page;
    },
  };
}

const panel = (page: Page) => page.locator('deskside-panel [data-deskside]');
const draft = (page: Page) => page.getByRole('group', { name: 'Draft; each sentence shows its source' });

/** Waits for the signals and the suggestions of the ticket in front. */
async function untilSettled(page: Page, ticketId: number): Promise<void> {
  await page.waitForFunction(
    (part) => {
      const at = document.querySelector('deskside-panel')?.shadowRoot?.querySelector('[data-deskside]');
      const key = at?.getAttribute('data-conversation-key');
      const isShown = key === at?.getAttribute('data-signals-key') && key === at?.getAttribute('data-suggestion-key');
      return key?.includes(part) && isShown;
    },
    `|${ticketId}|`,
    { timeout: 60_000, polling: 100 },
  );
}

const paths = { zendesk: '/agent/tickets/', freshdesk: '/a/tickets/' } as const;
const composers = {
  zendesk: '.ticket-panes-grid-layout.active [contenteditable="true"][data-test-id^="omnicomposer-"]',
  freshdesk: '.ticket-editor__bodytext .fr-element.fr-view[contenteditable="true"]',
} as const;

type Desk = keyof typeof paths;
type Open = (url: string) => Promise<Page>;

/** Works at one desk as an agent does: knowledge, a customer who writes, an alternative, the reply put in, more tickets. */
async function workAt(desk: Desk, desks: DeskBrowser, open: Open, tickets: readonly number[]): Promise<string[]> {
  const done: string[] = [];
  const { hosts, state } = desks.desks;
  const page = await open(`${hosts[desk]}${paths[desk]}101`);
  await page.getByRole('button', { name: 'Import articles and macros' }).click();
  await page.getByText(/\d+ articles? and \d+ macros? are ready\./).waitFor({ timeout: 120_000 });
  done.push(`${desk}: knowledge imported`);
  const text = state.ticket(101)?.arrivals?.[0]?.text ?? '';
  state.arrive(101, text);
  await draft(page).waitFor({ timeout: 60_000 });
  await untilSettled(page, 101);
  done.push(`${desk}: suggestion shown`);
  await page.keyboard.press('Alt+Shift+KeyI');
  await page.getByText('Inserted. Read it once more, then send.').waitFor();
  if (((await page.locator(composers[desk]).first().textContent()) ?? '').length < 20)
    throw new Error(`${desk}: nothing was inserted`);
  done.push(`${desk}: reply inserted`);
  for (const id of tickets) {
    await page.goto(`${hosts[desk]}${paths[desk]}${id}?collapse=2`);
    await untilSettled(page, id);
    done.push(`${desk}: ticket ${id}`);
  }
  return done;
}

/** Tickets whose first way of being read is refused, so that the second is taken. */
async function workAround({ desks }: DeskBrowser, open: Open): Promise<string[]> {
  const { hosts, state } = desks;
  state.plant({ path: '/conversation_log', status: 404, times: 2 });
  const zendesk = await open(`${hosts.zendesk}${paths.zendesk}112?collapse=2`);
  await untilSettled(zendesk, 112);
  state.plant({ path: '/api/v2/tickets/', status: 403, times: 3 });
  const freshdesk = await open(`${hosts.freshdesk}${paths.freshdesk}112?collapse=2`);
  await untilSettled(freshdesk, 112);
  return ['zendesk: history by the comments', "freshdesk: history by the interface's own API"];
}

/** Every tab of a page of ours, one after the other. */
async function walkTabs(page: Page): Promise<number> {
  const tabs = page.getByRole('tab');
  const count = await tabs.count();
  for (let index = 0; index < count; index += 1) {
    await tabs.nth(index).click();
    await page.waitForTimeout(100);
  }
  return count;
}

const csv = 'title,body\nSqueaky saddle,Loosen the seat clamp and grease the post before you tighten it again.';
const past = [
  {
    id: 801,
    subject: 'Saddle',
    turns: [
      { role: 'customer', text: 'My saddle squeaks when I ride. What can I do about it?' },
      { role: 'agent', text: 'Loosen the seat clamp and grease the post.' },
    ],
  },
];

async function workInLibrary(address: string, open: Open): Promise<string[]> {
  const page = await open(`${address}/library.html`);
  const tab = async (name: string) => {
    await page.getByRole('tab', { name, exact: true }).click();
    return page.getByRole('tabpanel', { name });
  };
  const sources = await tab('Sources');
  const file = { name: 'care.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await sources.locator('input[type="file"]').setInputFiles(file);
  await sources.getByRole('list', { name: 'Imported files' }).getByText('1 article').first().waitFor();
  const search = await tab('Search');
  await search.getByRole('searchbox', { name: 'Search the library' }).fill('my saddle squeaks');
  await search.getByRole('article').first().waitFor();
  const editor = await tab('Playbooks');
  await editor.getByRole('button', { name: 'New playbook' }).first().click();
  await editor.getByLabel('Playbook as text').fill(playbooks[0]?.text ?? '');
  await editor.getByRole('button', { name: 'Save' }).click();
  const replay = await tab('Replay');
  const tickets = { name: 'past.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(past)) };
  await replay.locator('input[type="file"]').setInputFiles(tickets);
  await replay.getByText(/^1 answers? in 1 tickets?/).waitFor({ timeout: 60_000 });
  const count = await walkTabs(page);
  return ['library: file, search, playbook and replay', `library: ${count} tabs`];
}

/** Writes to the practice page's composer with the draft it shows. */
async function practise(page: Page): Promise<void> {
  await page.bringToFront();
  await page.getByRole('button', { name: /^Customer writes: My parcel was supposed/ }).click();
  await draft(page).waitFor({ timeout: 60_000 });
  await page.getByRole('textbox', { name: 'Reply to the customer' }).click();
  await page.keyboard.press('Alt+Shift+KeyI');
  await page.getByText('Inserted. Read it once more, then send.').waitFor();
}

/** Short: Zendesk, popup and practice page. Long: both desks, every ticket, refusals, and the library too. */
export type SessionLength = 'short' | 'long';

/** A whole session in an extension that is open with its desks; answers the steps done. Throws where one does not work. */
export async function playSession(desks: DeskBrowser, open: Open, length: SessionLength): Promise<string[]> {
  const address = `chrome-extension://${desks.extensionId}`;
  const all = desks.desks.state.tickets.map(({ id }) => id).filter((id) => id !== 101);
  const done = await workAt('zendesk', desks, open, length === 'long' ? all : [102]);
  if (length === 'long') {
    done.push(...(await workAt('freshdesk', desks, open, all)));
    done.push(...(await workAround(desks, open)));
  }
  const popup = await open(`${address}/popup.html`);
  done.push(`popup: ${await walkTabs(popup)} tabs`);
  if (length === 'long') done.push(...(await workInLibrary(address, open)));
  const background = await desks.background();
  const speak = (language: string) =>
    background.evaluate((value) => chrome.storage.local.set({ 'settings.language': value }), language);
  await speak('ar');
  const arabic = await open(`${desks.desks.hosts.zendesk}/agent/tickets/102`);
  await panel(arabic).and(arabic.locator('[dir="rtl"]')).waitFor({ state: 'attached' });
  await speak('en');
  done.push('panel in Arabic');
  const practice = await open(`${address}/practice.html`);
  await practise(practice);
  done.push('practice page: reply inserted');
  return done;
}
