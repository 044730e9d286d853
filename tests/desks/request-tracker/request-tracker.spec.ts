import { expect, type Page, test } from '@playwright/test';
import type { Message, Ticket } from '../../../lib/core/ticket.ts';
import { bare, bareDraft, draft } from '../../e2e/support.ts';
import type { DeskBrowser } from '../../support/browser.ts';
import { callEngine, openExtensionPage } from '../../support/engine-call.ts';
import { articles } from '../fernway/articles.ts';
import { macros } from '../fernway/macros.ts';
import { addHelpdesk, hearTickets, launchBeside, signIn } from './desk.ts';
import { readWords } from './mime.ts';
import { hasRequestTracker } from './packages.mjs';
import { kim } from './people.ts';
import { seed } from './seed.ts';
import { type RunningTracker, startRequestTracker } from './server.ts';
import { brakes, seededTickets } from './tickets.ts';

test.skip(!hasRequestTracker(), 'Request Tracker 5 is not installed; `npm run test:rt` does that');
test.describe.configure({ mode: 'serial', timeout: 240_000 });

let tracker: RunningTracker;
let desks: DeskBrowser;
let page: Page;
let heard: (ticketId: string) => Promise<Ticket | undefined>;

test.beforeAll(async () => {
  test.setTimeout(400_000);
  tracker = await startRequestTracker();
  await seed(tracker, seededTickets);
  desks = await launchBeside(tracker);
  const own = await openExtensionPage(desks);
  const part = (items: readonly { title: string; html: string }[]) =>
    items.filter(({ title }) => /brake/i.test(title)).map(({ title, html }) => ({ title, html }));
  const text = JSON.stringify({ articles: part(articles), macros: part(macros) });
  expect(await callEngine(own, 'importFile', { name: 'fernway.json', text })).toMatchObject({ articles: 1, macros: 1 });
  await own.close();
});
test.afterAll(async () => {
  await desks?.close();
  await tracker?.close();
});

const display = (id: number) => `${tracker.origin}/Ticket/Display.html?id=${id}`;
const update = (id: number, action: 'Respond' | 'Comment') =>
  `${tracker.origin}/Ticket/Update.html?id=${id}&Action=${action}`;

type History = { items: { id: string; Type: string; Creator: { id: string }; Created: string }[] };

/** What Request Tracker itself has stored of a ticket's messages. */
async function stored(id: number): Promise<History['items']> {
  const { items } = await tracker.rest<History>(`ticket/${id}/history?fields=Type,Creator,Created&per_page=100`);
  return items.filter(({ Type }) => ['Create', 'Correspond', 'Comment'].includes(Type));
}

const withoutPlace = ({ id, at, ...message }: Message) => message;

async function untilRead(id: number, count: number): Promise<Ticket> {
  await expect.poll(async () => (await heard(`${id}`))?.messages.length, { timeout: 60_000 }).toBe(count);
  return (await heard(`${id}`)) as Ticket;
}

test('an agent signs in and adds the address as a helpdesk', async () => {
  page = await desks.context.newPage();
  await signIn(page, tracker.origin, kim);
  await page.goto(display(1));
  await expect(page.locator('deskside-panel')).toHaveCount(0);
  heard = await hearTickets(desks);
  await addHelpdesk(desks, page, 'Request Tracker');
  await page.bringToFront();
  await expect(page.locator('deskside-panel')).toBeAttached({ timeout: 30_000 });
});

for (const [index, seeded] of seededTickets.entries()) {
  const id = index + 1;
  const expected = seeded.mails.map(({ read }) => read);

  test(`every message of ticket ${id} is read as it was written`, async () => {
    await page.goto(display(id));
    const ticket = await untilRead(id, expected.length);
    expect(ticket.messages.map(withoutPlace)).toEqual(expected);
    expect(ticket).toMatchObject({
      helpdesk: 'request-tracker',
      origin: tracker.origin,
      subject: seeded.subject,
      requester: seeded.requester,
      channel: 'email',
      isComplete: true,
      composer: { target: 'closed' },
    });
    const truth = await stored(id);
    expect(ticket.messages.map((message) => message.id)).toEqual(truth.map((one) => one.id));
    expect(ticket.messages.map(({ at }) => Date.parse(at ?? ''))).toEqual(
      truth.map(({ Created }) => Date.parse(Created)),
    );
  });

  test(`and beside the reply page of ticket ${id}, which shows none of them`, async () => {
    await page.goto(update(id, 'Respond'));
    await expect.poll(async () => (await heard(`${id}`))?.composer.target, { timeout: 60_000 }).toBe('public');
    const ticket = await untilRead(id, expected.length);
    expect(ticket.messages.map(withoutPlace)).toEqual(expected);
    expect(ticket).toMatchObject({ subject: seeded.subject, requester: seeded.requester });
    expect(ticket.composer).toMatchObject({ target: 'public', draft: '' });
  });
}

const editor = () => page.frameLocator('iframe.cke_wysiwyg_frame').locator('body');
const insert = () => page.getByRole('button', { name: /^Insert(ed)? Alt/ });
const typed = async () => bare(await editor().innerText());

async function openReply(query: string): Promise<string> {
  await page.goto(`${update(1, 'Respond')}${query}`);
  await expect(draft(page)).toContainText('Ana', { timeout: 60_000 });
  await expect(editor()).toBeVisible();
  return bareDraft(page);
}

test('a private comment is no place for a reply', async () => {
  await page.goto(update(1, 'Comment'));
  await expect.poll(async () => (await heard('1'))?.composer.target, { timeout: 60_000 }).toBe('note');
  await expect(page.getByText('Internal note is open')).toBeVisible({ timeout: 30_000 });
  await editor().click();
  const before = await typed();
  await page.keyboard.press('Alt+Shift+KeyI');
  await page.waitForTimeout(1_000);
  expect(await typed()).toBe(before);
});

test('a reply goes above the mail that Request Tracker quotes, and leaves it whole', async () => {
  const [first] = await stored(1);
  const reply = await openReply(`&QuoteTransaction=${first?.id}`);
  const quote = await typed();
  expect(quote).toContain(bare('the rear brake of my bike squeals'));
  await insert().click();
  await expect.poll(typed).toBe(`${reply}${quote}`);
});

test('the suggested reply is inserted once and sent by nobody but the agent', async () => {
  await page.goto(display(1));
  await page
    .locator('a[href*="Action=Take"]')
    .first()
    .evaluate((link: HTMLElement) => link.click());
  await expect(page.locator('.owner .current-value .user')).toHaveText('kim (Kim Lee)', { timeout: 30_000 });
  const reply = await openReply('');
  await insert().click();
  await expect.poll(typed).toBe(reply);
  await page.waitForTimeout(500);
  expect(await typed(), 'inserted once').toBe(reply);
  expect(await stored(1), 'nothing is sent').toHaveLength(brakes.mails.length);
});

test('and what the button of Request Tracker sends is that reply', async () => {
  const reply = await typed();
  const mailsBefore = (await tracker.sent()).length;
  await page.locator('input[name="SubmitTicket"]').click();
  await page.waitForURL(/\/Ticket\/Display\.html/);
  const shown = page.locator('.transaction.message').last();
  await expect(shown.locator('.description .user')).toHaveText('kim (Kim Lee)', { timeout: 60_000 });
  expect(bare(await shown.locator('.messagebody .message-stanza').first().innerText())).toBe(reply);

  const truth = await stored(1);
  expect(truth).toHaveLength(brakes.mails.length + 1);
  expect(truth.at(-1)).toMatchObject({ Type: 'Correspond', Creator: { id: 'kim' } });

  const toAna = (await tracker.sent()).slice(mailsBefore).filter((mail) => /^To: .*ana@ruiz\.example/m.test(mail));
  expect(toAna).toHaveLength(1);
  expect(bare(readWords(toAna[0] ?? ''))).toContain(reply);

  const ticket = await untilRead(1, brakes.mails.length + 1);
  const at = new Date(truth.at(-1)?.Created ?? '').toISOString();
  expect(ticket.messages.at(-1)).toMatchObject({ role: 'agent', authorName: 'Kim Lee', at });
  expect(bare(ticket.messages.at(-1)?.text ?? '')).toBe(reply);
});
