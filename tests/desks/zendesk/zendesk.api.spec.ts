import { expect, type Page } from '@playwright/test';
import { read, readJson, test } from '../desk-test.ts';

/** Any page of the agent interface brings the session. */
async function openTicket(page: Page, path: string): Promise<void> {
  await page.goto(`https://fernway.zendesk.com/agent/${path}`);
}

test.describe('the API', () => {
  type Numbered = { next_page: string | null; count: number };
  type Cursor = { meta: { has_more: boolean }; links: { next: string | null } };

  test('asks for a session', async ({ browser, desks }) => {
    const context = await browser.newContext();
    const stranger = await context.newPage();
    await stranger.goto(`${desks.hosts.zendesk}/hc/en-us/articles/30111`);
    expect(await stranger.evaluate(async () => (await fetch('/api/v2/users/me.json')).status)).toBe(401);
    await context.close();
  });

  test('refuses to write without the token', async ({ page }) => {
    await openTicket(page, 'tickets/101');
    const answer = await page.evaluate(async () => {
      const response = await fetch('/api/v2/tickets/101.json', { method: 'PUT', body: '{"ticket":{}}' });
      return [response.status, await response.json()];
    });
    expect(answer).toEqual([403, { error: { title: 'Forbidden', message: 'Invalid authenticity token' } }]);
  });

  test('pages macros, articles and comments by number and by cursor to the last', async ({ page }) => {
    await openTicket(page, 'tickets/101');
    const macros: number[] = [];
    let next: string | null = '/api/v2/macros/active.json?per_page=20';
    while (next) {
      const answer: Numbered & { macros: { id: number }[] } = await readJson(page, next);
      macros.push(...answer.macros.map(({ id }) => id));
      expect(answer.count).toBeGreaterThan(20);
      next = answer.next_page;
    }
    const { count } = await readJson<Numbered>(page, '/api/v2/macros/active.json');
    expect(new Set(macros).size).toBe(count);

    const comments: string[] = [];
    let cursor: string | null = '/api/v2/tickets/112/comments.json?page[size]=7';
    while (cursor) {
      const answer: Cursor & { comments: { created_at: string }[] } = await readJson(page, cursor);
      comments.push(...answer.comments.map((comment) => comment.created_at));
      cursor = answer.links.next;
      expect(answer.meta.has_more).toBe(cursor !== null);
    }
    expect(comments).toHaveLength(30);
    expect(comments).toEqual([...comments].sort());
  });

  test('tells messaging by the conversation log, and only a stub by comments', async ({ page }) => {
    await openTicket(page, 'tickets/104');
    type Event = { type: string; author: { type: string }; content: { type: string } };
    const { events } = await readJson<{ events: Event[] }>(page, '/api/v2/tickets/104/conversation_log');
    expect(events[0]).toMatchObject({
      type: 'Messaging::ConversationMessage',
      author: { type: 'user' },
      content: { type: 'text' },
    });
    const { comments } = await readJson<{ comments: unknown[] }>(page, '/api/v2/tickets/104/comments.json');
    expect(comments).toHaveLength(1);
  });

  test('has a ticket, people, articles by locale, and a search', async ({ page }) => {
    await openTicket(page, 'tickets/101');
    const ticket = await readJson<object>(page, '/api/v2/tickets/101.json?include=users');
    expect(ticket).toMatchObject({ ticket: { id: 101, requester_id: 90101, via: { channel: 'email' } } });
    expect(await readJson(page, '/api/v2/users/90101.json')).toMatchObject({ user: { role: 'end-user' } });
    type Article = { locale: string; user_segment_id: number | null; draft: boolean };
    const { articles: arabic } = await readJson<{ articles: Article[] }>(page, '/api/v2/help_center/ar/articles.json');
    expect(new Set(arabic.map(({ locale }) => locale))).toEqual(new Set(['ar']));
    const { articles: all } = await readJson<{ articles: Article[] }>(page, '/api/v2/help_center/articles.json');
    expect(all.some((article) => article.user_segment_id !== null)).toBe(true);
    const { results } = await readJson<{ results: { title: string; snippet: string }[] }>(
      page,
      '/api/v2/help_center/articles/search.json?query=E07',
    );
    expect(results[0]).toMatchObject({
      title: expect.stringContaining('E07'),
      snippet: expect.stringContaining('<em>E07</em>'),
    });
  });

  test('runs into planted faults as often as told, then recovers', async ({ desks, page }) => {
    await openTicket(page, 'tickets/101');
    desks.state.plant({ path: '/macros/active', status: 429, times: 2, retryAfter: 3 });
    for (const status of [429, 429, 200]) {
      const answer = await read(page, '/api/v2/macros/active.json');
      expect(answer.status).toBe(status);
      expect(answer.retryAfter).toBe(status === 429 ? '3' : null);
    }
    expect(desks.state.log.at(-1)).toMatchObject({ method: 'GET', path: '/api/v2/macros/active.json', status: 200 });
  });
});
