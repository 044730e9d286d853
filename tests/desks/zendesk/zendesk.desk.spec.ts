import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { findChromium, quietArgs } from '../../support/chromium.mjs';
import { browserArgs, type RunningDesks, startDesks } from '../server.ts';

const editable = '.ticket-panes-grid-layout.active [contenteditable="true"][data-test-id^="omnicomposer-"]';
const articles = '.ticket-panes-grid-layout.active article[data-test-id="omni-log-comment-item"]';

let desks: RunningDesks;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  desks = await startDesks();
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...quietArgs, ...browserArgs(desks.port)],
  });
});

test.afterAll(async () => {
  await browser?.close();
  await desks?.close();
});

test.beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
});

test.afterEach(async () => {
  await page.close();
});

async function openTicket(path: string): Promise<void> {
  await page.goto(`${desks.hosts.zendesk}/agent/${path}`);
  await page.locator(editable).waitFor();
}

/** GETs in the page, as a content script would. */
async function read(path: string): Promise<{ status: number; retryAfter: string | null; body: string }> {
  return page.evaluate(async (address) => {
    const response = await fetch(address);
    return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.text() };
  }, path);
}

async function readJson<Shape>(path: string): Promise<Shape> {
  const { status, body } = await read(path);
  expect(status, path).toBe(200);
  return JSON.parse(body) as Shape;
}

test.describe('the page', () => {
  test('mounts three tickets and shows one', async () => {
    await openTicket('tickets/101');
    await expect(page.locator('#main_panes > *')).toHaveCount(3);
    await expect(page.locator('[data-test-id^="ticket-"][data-is-active="true"]')).toHaveCount(1);
    const hidden = await page
      .locator('#main_panes > *')
      .evaluateAll((panes) =>
        panes.map((pane) => [getComputedStyle(pane).visibility, getComputedStyle(pane).display, pane.clientWidth > 0]),
      );
    expect(hidden).toEqual([
      ['visible', 'block', true],
      ['visible', 'none', false],
      ['hidden', 'block', true],
    ]);
  });

  test('changes tickets by tab without a reload', async () => {
    await openTicket('tickets/101');
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await page.locator('[data-test-id="header-tab"][data-entity-id="102"]').click();
    await expect(page).toHaveURL(/\/agent\/tickets\/102$/);
    await expect(page.locator('[data-entity-is-selected="true"]')).toHaveAttribute('data-entity-id', '102');
    await expect(page.locator('.active [data-ticket-id="102"]')).toBeVisible();
    await page.goBack();
    await expect(page.locator('.active [data-ticket-id="101"]')).toBeVisible();
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  });

  test('opens a ticket from the list', async () => {
    await page.goto(`${desks.hosts.zendesk}/agent/filters/1`);
    await page.locator('[data-test-id="generic-table-row"] a[href="tickets/104"]').click();
    await expect(page.locator('.active [data-test-id="omnicomposer-plain-text-ckeditor"]')).toBeVisible();
    await expect(page.locator('#main_panes > *')).toHaveCount(4);
  });

  test('shows a message that arrives', async () => {
    await openTicket('tickets/103');
    const before = await page.locator(articles).count();
    await page.evaluate(() =>
      fetch('/__desk__/arrive', {
        method: 'POST',
        body: JSON.stringify({ ticketId: 103, text: 'And a <b>bell</b>?' }),
      }),
    );
    await expect(page.locator(articles)).toHaveCount(before + 1);
    const last = page.locator(articles).last();
    await expect(last.locator('[data-test-id="omni-log-message-content"]')).toHaveText('And a <b>bell</b>?');
    await expect(last.locator('[data-test-id="omni-log-item-message"]')).toHaveAttribute('type', 'end-user');
    await expect(last.locator('time')).toHaveAttribute('datetime', /^\d{4}-.*Z$/);
  });

  test('collapses a long history and brings it back by "show more"', async () => {
    await openTicket('tickets/112?collapse=5');
    await expect(page.locator(articles)).toHaveCount(5);
    const button = page.locator('.active [data-test-id="convolog-show-more-button"]');
    while ((await button.count()) > 0) {
      await button.click();
      await expect(page.locator('.active [role="progressbar"]')).toHaveCount(0);
    }
    const times = await page
      .locator(`${articles} time`)
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
    expect(times).toHaveLength(30);
    expect(times).toEqual([...times].sort());
  });

  test('can show the newest first, in Arabic, with tabs as div, wrapped times and a lag', async () => {
    await openTicket('tickets/102?order=newest&lang=ar&tabs=div&time=wrapped&lag=300&layout=custom');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('div[data-test-id="header-tab"]')).toHaveCount(3);
    await expect(page.locator('[data-test-id="ticket-102-custom-layout"]')).toBeVisible();
    const times = await page
      .locator(`${articles} [data-test-id="timestamp-relative"] > time`)
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
    expect(times).toHaveLength(5);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('runs nothing that a customer wrote', async () => {
    await openTicket('tickets/115');
    await expect(page.locator(articles)).toHaveCount(3);
    expect(await page.locator('html').getAttribute('data-hostile')).toBeNull();
  });
});

test.describe('the composer', () => {
  test('is a CKEditor that types and undoes', async () => {
    await openTicket('tickets/101');
    await page.locator(editable).click();
    await page.keyboard.type('Hello Marit');
    await expect(page.locator(editable)).toHaveText('Hello Marit');
    expect(await page.locator(editable).evaluate((element) => 'ckeditorInstance' in element)).toBe(true);
    await page.keyboard.press('Control+z');
    await expect(page.locator(editable)).not.toHaveText('Hello Marit');
  });

  test('takes a pasted reply beside the draft', async () => {
    await openTicket('tickets/101');
    await page.locator(editable).click();
    await page.keyboard.type('Draft. ');
    await page.locator(editable).evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Bold');
      clipboardData.setData('text/html', '<p><strong>Bold</strong></p>');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.locator(editable)).toHaveText('Draft. Bold');
    await expect(page.locator(`${editable} strong`)).toHaveText('Bold');
  });

  test('replaces its editable when the channel changes, and keeps the draft', async () => {
    await openTicket('tickets/101');
    await page.locator(editable).click();
    await page.keyboard.type('For us only');
    const first = await page.locator(editable).elementHandle();
    await page.locator('.active [data-test-id="omnichannel-channel-switcher-button"]').click();
    await page.locator('.active [data-test-id="omnichannel-channel-switcher-menuitem-internal"]').click();
    await expect(page.locator('.active [data-channel="internal"][data-test-id]')).toBeVisible();
    await expect(page.locator(editable)).toHaveText('For us only');
    expect(await first?.evaluate((element) => element.isConnected)).toBe(false);
  });

  test('sends by the submit button only, and the desk remembers it', async () => {
    await openTicket('tickets/101');
    const before = desks.state.sent.length;
    await page.locator(editable).click();
    await page.keyboard.type('Please press the button on the battery.');
    await page.keyboard.press('Enter');
    expect(desks.state.sent).toHaveLength(before);
    await page.locator('.active [data-test-id="submit_button-button"]').click();
    const last = page.locator(articles).last();
    await expect(last).toContainText('Please press the button');
    await expect(last.locator('[type="agent"]')).toBeVisible();
    await expect(page.locator(editable)).toHaveText('');
    expect(desks.state.sent.at(-1)).toMatchObject({ ticketId: 101, isPublic: true });
  });

  test('sends by Enter in messaging', async () => {
    await openTicket('tickets/104');
    await page.locator(editable).click();
    await page.keyboard.type('One moment');
    await page.keyboard.press('Enter');
    await expect(page.locator(articles).last()).toContainText('One moment');
    expect(desks.state.sent.at(-1)).toMatchObject({ ticketId: 104 });
  });

  test('stays away while it is collapsed', async () => {
    await page.goto(`${desks.hosts.zendesk}/agent/tickets/101?composer=collapsed`);
    await page.locator('.active .composer-closed').click();
    await expect(page.locator(editable)).toBeVisible();
  });

  test('applies a macro with its placeholders filled', async () => {
    await openTicket('tickets/101');
    await page.locator('.active [data-test-id="ticket-footer-macro-menu-autocomplete-input"]').click();
    await page.locator('.active li[role="option"]').first().click();
    await expect(page.locator(editable)).toContainText('Marit');
    await expect(page.locator(editable)).not.toContainText('{{');
  });
});

test.describe('the API', () => {
  type Numbered = { next_page: string | null; count: number };
  type Cursor = { meta: { has_more: boolean }; links: { next: string | null } };

  test('asks for a session', async () => {
    const context = await browser.newContext();
    const stranger = await context.newPage();
    await stranger.goto(`${desks.hosts.zendesk}/hc/en-us/articles/30111`);
    expect(await stranger.evaluate(async () => (await fetch('/api/v2/users/me.json')).status)).toBe(401);
    await context.close();
  });

  test('refuses to write without the token', async () => {
    await openTicket('tickets/101');
    const answer = await page.evaluate(async () => {
      const response = await fetch('/api/v2/tickets/101.json', { method: 'PUT', body: '{"ticket":{}}' });
      return [response.status, await response.json()];
    });
    expect(answer).toEqual([403, { error: { title: 'Forbidden', message: 'Invalid authenticity token' } }]);
  });

  test('pages macros, articles and comments by number and by cursor to the last', async () => {
    await openTicket('tickets/101');
    const macros: number[] = [];
    let next: string | null = '/api/v2/macros/active.json?per_page=20';
    while (next) {
      const answer: Numbered & { macros: { id: number }[] } = await readJson(next);
      macros.push(...answer.macros.map(({ id }) => id));
      expect(answer.count).toBeGreaterThan(20);
      next = answer.next_page;
    }
    const { count } = await readJson<Numbered>('/api/v2/macros/active.json');
    expect(new Set(macros).size).toBe(count);

    const comments: string[] = [];
    let cursor: string | null = '/api/v2/tickets/112/comments.json?page[size]=7';
    while (cursor) {
      const answer: Cursor & { comments: { created_at: string }[] } = await readJson(cursor);
      comments.push(...answer.comments.map((comment) => comment.created_at));
      cursor = answer.links.next;
      expect(answer.meta.has_more).toBe(cursor !== null);
    }
    expect(comments).toHaveLength(30);
    expect(comments).toEqual([...comments].sort());
  });

  test('tells messaging by the conversation log, and only a stub by comments', async () => {
    await openTicket('tickets/104');
    type Event = { type: string; author: { type: string }; content: { type: string } };
    const { events } = await readJson<{ events: Event[] }>('/api/v2/tickets/104/conversation_log');
    expect(events[0]).toMatchObject({
      type: 'Messaging::ConversationMessage',
      author: { type: 'user' },
      content: { type: 'text' },
    });
    const { comments } = await readJson<{ comments: unknown[] }>('/api/v2/tickets/104/comments.json');
    expect(comments).toHaveLength(1);
  });

  test('has a ticket, people, articles by locale, and a search', async () => {
    await openTicket('tickets/101');
    const ticket = await readJson<object>('/api/v2/tickets/101.json?include=users');
    expect(ticket).toMatchObject({ ticket: { id: 101, requester_id: 90101, via: { channel: 'email' } } });
    expect(await readJson('/api/v2/users/90101.json')).toMatchObject({ user: { role: 'end-user' } });
    type Article = { locale: string; user_segment_id: number | null; draft: boolean };
    const { articles: arabic } = await readJson<{ articles: Article[] }>('/api/v2/help_center/ar/articles.json');
    expect(new Set(arabic.map(({ locale }) => locale))).toEqual(new Set(['ar']));
    const { articles: all } = await readJson<{ articles: Article[] }>('/api/v2/help_center/articles.json');
    expect(all.some((article) => article.user_segment_id !== null)).toBe(true);
    const { results } = await readJson<{ results: { title: string; snippet: string }[] }>(
      '/api/v2/help_center/articles/search.json?query=E07',
    );
    expect(results[0]).toMatchObject({
      title: expect.stringContaining('E07'),
      snippet: expect.stringContaining('<em>E07</em>'),
    });
  });

  test('runs into planted faults as often as told, then recovers', async () => {
    await openTicket('tickets/101');
    desks.state.plant({ path: '/macros/active', status: 429, times: 2, retryAfter: 3 });
    for (const status of [429, 429, 200]) {
      const answer = await read('/api/v2/macros/active.json');
      expect(answer.status).toBe(status);
      expect(answer.retryAfter).toBe(status === 429 ? '3' : null);
    }
    expect(desks.state.log.at(-1)).toMatchObject({ method: 'GET', path: '/api/v2/macros/active.json', status: 200 });
  });
});
