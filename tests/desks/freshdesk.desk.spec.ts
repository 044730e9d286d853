import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { findChromium, quietArgs } from '../support/chromium.mjs';
import type { FernwayMessage, FernwayTicket } from './fernway/types.ts';
import { browserArgs, type RunningDesks, startDesks } from './server.ts';

const ids = { plain: 901, external: 902, long: 903, hostile: 904 };
const editable = '.ticket-editor__bodytext .fr-element.fr-view[contenteditable="true"]';

function ticket(
  id: number,
  roles: readonly FernwayMessage['role'][],
  more: Partial<FernwayTicket> = {},
): FernwayTicket {
  const requester = { id: id * 10, name: 'Rosa Klein', email: 'rosa@mailbox.example' };
  const messages = roles.map((role, index) => ({
    id: id * 100 + index,
    role,
    authorName: role === 'customer' ? requester.name : 'Ida Berg',
    html: `<p>Message ${index} of ${id}</p>`,
    at: new Date(Date.UTC(2026, 0, 5, 9, index)).toISOString(),
  }));
  const createdAt = messages[0]?.at ?? '2026-01-05T09:00:00Z';
  return {
    id,
    subject: `Subject ${id}`,
    channel: 'email',
    requester,
    tags: [],
    status: 'open',
    createdAt,
    messages,
    ...more,
  };
}

const tickets = [
  ticket(ids.plain, ['customer', 'agent', 'customer']),
  ticket(ids.external, ['customer', 'agent', 'customer', 'note', 'note']),
  ticket(ids.long, [
    'customer',
    ...Array.from({ length: 16 }, (_, i) => (i % 2 ? ('customer' as const) : ('agent' as const))),
  ]),
  ticket(ids.hostile, ['customer'], {
    subject: '<img src=x onerror="document.title=1">',
    messages: [
      {
        id: 1,
        role: 'customer',
        authorName: 'Rosa Klein',
        at: '2026-01-05T09:00:00Z',
        html: '<p>hi</p><img src=x onerror="document.body.dataset.ran=1"><script>document.body.dataset.ran=1</script>',
      },
    ],
  }),
];

let desks: RunningDesks;
let browser: Browser;
let page: Page;
let errors: string[];

test.beforeEach(async () => {
  desks = await startDesks({ tickets, delays: { history: 50, editor: 200 } });
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...browserArgs(desks.port), ...quietArgs],
  });
  page = await browser.newPage({ ignoreHTTPSErrors: true });
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
});

test.afterEach(async () => {
  await browser.close();
  await desks.close();
  expect(errors).toEqual([]);
});

async function open(id: number, query = ''): Promise<void> {
  await page.goto(`${desks.hosts.freshdesk}/a/tickets/${id}${query}`);
  await expect(page.locator('.rich-editor')).toBeVisible();
}

type Answer = { status: number; body: unknown; headers: Record<string, string> };

async function call(path: string, init: { method?: string; body?: string } = {}): Promise<Answer> {
  return page.evaluate(
    async ({ path, init }) => {
      const answer = await fetch(path, init);
      const text = await answer.text();
      const body: unknown = text && JSON.parse(text);
      return { status: answer.status, body, headers: Object.fromEntries(answer.headers) };
    },
    { path, init },
  );
}

test('draws the description, then one wrapper for each answer', async () => {
  await open(ids.plain);
  await expect(page).toHaveTitle('[#901] Subject 901 : Fernway');
  await expect(page.locator('[data-test-title="main-title"]')).toHaveText('All tickets');
  await expect(page.locator('.requestor-wrap[data-album="ticket_901"] #ticket_original_request')).toContainText(
    'Message 0',
  );
  const albums = await page
    .locator('[data-test-id="conversation-wrapper"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-album')));
  expect(albums).toEqual(['note_90101', 'note_90102']);
  await expect(page.locator('[data-album="note_90101"] [data-test-is-agent]')).toHaveCount(1);
  await expect(page.locator('[data-album="note_90102"] [data-test-is-agent]')).toHaveCount(0);
  await expect(page.locator('[data-album="note_90102"] .gmail_quote')).toContainText('Message 1');
});

test('keeps subject and contact in open shadow roots only', async () => {
  await open(ids.plain);
  expect(await page.evaluate(() => document.body.innerHTML.includes('Subject 901'))).toBe(false);
  expect(
    await page.evaluate(() => document.querySelector('ticket-details')?.shadowRoot?.querySelector('h2')?.textContent),
  ).toBe('Subject 901');
  const mail = () =>
    document.querySelector('mfe-application fw-unified-mfe--contact-info')?.shadowRoot?.querySelector('p.break-all')
      ?.textContent;
  expect(await page.evaluate(mail)).toBe('rosa@mailbox.example');
});

test('colours a customer with another address like a private note', async () => {
  await open(ids.external);
  const privates = page.locator('.ticket-details__privatenote');
  await expect(privates).toHaveCount(3);
  await expect(privates.nth(0).locator('.emails-info:not(.notify)')).toHaveCount(1);
  await expect(privates.nth(1).locator('.emails-info:not(.notify)')).toHaveCount(0);
  await expect(privates.nth(2).locator('.emails-info:not(.notify)')).toHaveCount(0);
  await expect(page.locator('.emails-info.notify')).toHaveCount(1);
});

test('collapses the middle of a long conversation until asked', async () => {
  await open(ids.long);
  const wrappers = page.locator('[data-test-id="conversation-wrapper"]');
  await expect(wrappers).toHaveCount(5);
  const more = page.locator('[data-test-button="load-more"]');
  await expect(more).toHaveText('+11 conversations');
  await more.click();
  await expect(wrappers).toHaveCount(16);
  const albums = await wrappers.evaluateAll((all) => all.map((one) => one.getAttribute('data-album')));
  expect(albums).toEqual(Array.from({ length: 16 }, (_, index) => `note_${90301 + index}`));
});

test('opens a Froala editor some time after Reply, with signature and quote', async () => {
  await open(ids.plain);
  await expect(page.locator('[contenteditable]')).toHaveCount(0);
  await page.locator('[data-test-id="ticket-action-reply"]').click();
  await expect(page.locator('[contenteditable]')).toHaveCount(0);
  const field = page.locator(editable);
  await expect(field.locator('.signature')).toContainText('Fernway');
  await expect(field.locator('.freshdesk_quote')).toContainText('Message 2');
  await expect(field).toBeFocused();
  const before = await field.textContent();
  await page.keyboard.type('Good morning');
  await expect(field.locator('p').first()).toHaveText('Good morning');
  await expect(page.locator('[data-cmd="undo"]:not(.fr-disabled)')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(() => field.textContent()).toBe(before);
});

test('ignores pasted plain text but takes pasted HTML, as Froala does', async () => {
  await open(ids.plain);
  await page.locator('[data-test-email-action="reply"]').click();
  const field = page.locator(editable);
  await expect(field).toBeFocused();
  const paste = (types: Record<string, string>) =>
    field.evaluate((element, types) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(types)) clipboardData.setData(type, value);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, types);
  await paste({ 'text/plain': 'plain alone' });
  await paste({ 'text/plain': 'both', 'text/html': '<p>both</p>' });
  await expect(field).toContainText('both');
  await expect(field).not.toContainText('plain alone');
});

test('opens notes with a field for whom to tell, and records what is sent', async () => {
  await open(ids.plain);
  await page.locator('[data-test-id="add-note"]').click();
  await expect(page.locator('[data-test-notify-to]')).toBeVisible();
  await expect(page.locator(editable)).toBeFocused();
  await page.keyboard.type('Ask the workshop');
  expect(desks.state.sent).toEqual([]);
  await page.locator('[data-test-id="submit"]').click();
  const last = page.locator('[data-test-id="conversation-wrapper"]').last();
  await expect(last).toContainText('Ask the workshop');
  await expect(last.locator('.ticket-details__privatenote')).toHaveCount(1);
  expect(desks.state.sent).toMatchObject([{ ticketId: ids.plain, isPublic: false, host: 'fernway.freshdesk.com' }]);
  await expect(page.locator('[contenteditable]')).toHaveCount(0);
});

test('appends what arrives, without disturbing a draft', async () => {
  await open(ids.plain);
  await page.locator('[data-test-email-action="reply"]').click();
  await expect(page.locator(editable)).toBeFocused();
  await page.keyboard.type('My draft');
  desks.state.arrive(ids.plain, 'One more thing');
  const last = page.locator('[data-test-id="conversation-wrapper"]').last();
  await expect(last).toContainText('One more thing');
  await expect(page.locator(editable)).toContainText('My draft');
});

test('draws a message anew when somebody changes it', async () => {
  await open(ids.plain);
  await page.evaluate(() => document.querySelector('[data-note-id="90101"]')?.append('intruder'));
  await expect(page.locator('[data-note-id="90101"]')).toHaveText('Message 1 of 901');
});

test('shows one ticket at a time and goes to the next without a page load', async () => {
  await open(ids.plain, '?theme=dark');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.locator('[data-test-title="main-title"]').click();
  await page.locator('.ticket-row', { hasText: 'Subject 903' }).click();
  await expect(page).toHaveTitle('[#903] Subject 903 : Fernway');
  await expect(page).toHaveURL(/\/a\/tickets\/903\?theme=dark$/);
  await expect(page.locator('[data-album^="ticket_"]')).toHaveCount(1);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await page.goBack();
  await expect(page.locator('.ticket-row')).toHaveCount(4);
});

test('speaks Arabic from right to left', async () => {
  await open(ids.plain, '?lang=ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('[data-test-id="conversation-status"]').nth(1)).toHaveText('قام بالرد');
});

test('never runs what customers write', async () => {
  await open(ids.hostile);
  await expect(page.locator('#ticket_original_request')).toContainText('hi');
  await expect(page).toHaveTitle('[#904] <img src=x onerror="document.title=1"> : Fernway');
  expect(await page.evaluate(() => document.body.dataset.ran)).toBeUndefined();
  await expect(page.locator('[onerror], #ticket_original_request script')).toHaveCount(0);
});

test('answers the API with the session cookie only', async () => {
  const bare = await browser.newPage({ ignoreHTTPSErrors: true });
  const answer = await bare.goto(`${desks.hosts.freshdesk}/api/v2/tickets/901`);
  expect(answer?.status()).toBe(401);
  await open(ids.plain);
  const { status, body, headers } = await call('/api/v2/tickets/901?include=requester');
  expect(status).toBe(200);
  expect(headers['x-ratelimit-total']).toBe('400');
  expect(body).toMatchObject({
    id: 901,
    subject: 'Subject 901',
    description_text: 'Message 0 of 901',
    requester: { name: 'Rosa Klein' },
  });
  expect((await call('/api/v2/tickets/999')).status).toBe(404);
  expect((await call('/api/v2/tickets/901', { method: 'PUT', body: '{}' })).status).toBe(403);
});

test('pages conversations by Link header, description left out', async () => {
  await open(ids.long);
  const first = await call('/api/v2/tickets/903/conversations?per_page=10');
  expect(first.body).toHaveLength(10);
  expect(first.headers.link).toContain('page=2');
  const second = await call('/api/v2/tickets/903/conversations?per_page=10&page=2');
  expect(second.body).toHaveLength(6);
  expect(second.headers.link).toBeUndefined();
  expect(first.body).toMatchObject([
    { id: 90301, incoming: false, private: false, body: expect.any(String) },
    { incoming: true },
    {},
    {},
    {},
    {},
    {},
    {},
    {},
    {},
  ]);
  const wrapped = await call('/api/_/tickets/903/conversations?per_page=100');
  expect(wrapped.body).toMatchObject({ conversations: expect.any(Array), meta: { count: 16 } });
  const notes = await call('/api/v2/tickets/902/conversations');
  expect(notes.body).toMatchObject([
    { private: false },
    { incoming: true, private: false },
    { private: true },
    { private: true },
  ]);
});

test('gives solutions by floors, agents-only folders marked', async () => {
  await open(ids.plain);
  const categories = (await call('/api/v2/solutions/categories?per_page=100')).body as { id: number }[];
  const folders: { id: number; visibility: number }[] = [];
  for (const { id } of categories) {
    folders.push(...((await call(`/api/v2/solutions/categories/${id}/folders?per_page=100`)).body as typeof folders));
  }
  const articles: { id: number; status: number; folder_id: number }[] = [];
  for (const { id } of folders) {
    articles.push(...((await call(`/api/v2/solutions/folders/${id}/articles?per_page=100`)).body as typeof articles));
  }
  expect(articles.length).toBeGreaterThan(40);
  expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
  expect(folders.filter(({ visibility }) => visibility === 3)).toHaveLength(1);
  expect(articles.filter(({ status }) => status === 1)).toHaveLength(2);
  const one = await call(`/api/v2/solutions/articles/${articles[0]?.id}`);
  expect(one.body).toMatchObject({ title: expect.any(String), description: expect.stringContaining('<p>') });
  expect((await call('/api/v2/search/solutions?term=battery')).body).toContainEqual(
    expect.objectContaining({ status: 2 }),
  );
});

test('gives canned responses with its own placeholders', async () => {
  await open(ids.plain);
  const folders = (await call('/api/v2/canned_response_folders')).body as { id: number; responses_count: number }[];
  const folder = folders.find(({ responses_count }) => responses_count > 0);
  const single = (await call(`/api/v2/canned_response_folders/${folder?.id}`)).body as { responses: { id: number }[] };
  expect(single.responses).toHaveLength(folder?.responses_count ?? -1);
  const { body } = await call(`/api/v2/canned_response_folders/${folder?.id}/responses?per_page=100`);
  const text = JSON.stringify(body);
  expect(text).toContain('{{ticket.requester.firstname}}');
  expect(text).not.toMatch(/first_name|current_user/);
  const one = await call(`/api/v2/canned_responses/${single.responses[0]?.id}`);
  expect(one.body).toMatchObject({
    title: expect.any(String),
    content_html: expect.any(String),
    folder_id: folder?.id,
  });
  expect((await call('/api/v2/agents/me')).body).toMatchObject({ contact: { email: expect.stringContaining('@') } });
});

test('answers planted faults as Freshdesk would, the page untouched', async () => {
  await open(ids.plain);
  desks.state.plant({ path: '/conversations', status: 429, retryAfter: 3 });
  const slowed = await call('/api/v2/tickets/901/conversations');
  expect(slowed.status).toBe(429);
  expect(slowed.headers['retry-after']).toBe('3');
  expect(slowed.headers['x-ratelimit-remaining']).toBe('0');
  desks.state.plant({ path: '/api/v2/', status: 403 });
  expect(await call('/api/v2/agents/me')).toMatchObject({ status: 403, body: { code: 'access_denied' } });
  expect((await call('/api/v2/agents/me')).status).toBe(200);
});
