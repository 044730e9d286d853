import { expect } from '@playwright/test';
import { callApi, ids, openTicket, test } from './freshdesk/desk-test.ts';

test('answers the API with the session cookie only', async ({ desks, page }) => {
  const bare = await page.context().browser()?.newPage({ ignoreHTTPSErrors: true });
  const answer = await bare?.goto(`${desks.hosts.freshdesk}/api/v2/tickets/901`);
  expect(answer?.status()).toBe(401);
  await openTicket(page, ids.plain);
  const { status, body, headers } = await callApi(page, '/api/v2/tickets/901?include=requester');
  expect(status).toBe(200);
  expect(headers['x-ratelimit-total']).toBe('400');
  expect(body).toMatchObject({
    id: 901,
    subject: 'Subject 901',
    description_text: 'Message 0 of 901',
    requester: { name: 'Rosa Klein' },
  });
  expect((await callApi(page, '/api/v2/tickets/999')).status).toBe(404);
  expect((await callApi(page, '/api/v2/tickets/901', { method: 'PUT', body: '{}' })).status).toBe(403);
});

test('pages conversations by Link header, description left out', async ({ page }) => {
  await openTicket(page, ids.long);
  const first = await callApi(page, '/api/v2/tickets/903/conversations?per_page=10');
  expect(first.body).toHaveLength(10);
  expect(first.headers.link).toContain('page=2');
  const second = await callApi(page, '/api/v2/tickets/903/conversations?per_page=10&page=2');
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
  const wrapped = await callApi(page, '/api/_/tickets/903/conversations?per_page=100');
  expect(wrapped.body).toMatchObject({ conversations: expect.any(Array), meta: { count: 16 } });
  const notes = await callApi(page, '/api/v2/tickets/902/conversations');
  expect(notes.body).toMatchObject([
    { private: false },
    { incoming: true, private: false },
    { private: true },
    { private: true },
  ]);
});

test('gives solutions by floors, agents-only folders marked', async ({ page }) => {
  await openTicket(page, ids.plain);
  const categories = (await callApi(page, '/api/v2/solutions/categories?per_page=100')).body as { id: number }[];
  const folders: { id: number; visibility: number }[] = [];
  for (const { id } of categories) {
    folders.push(
      ...((await callApi(page, `/api/v2/solutions/categories/${id}/folders?per_page=100`)).body as typeof folders),
    );
  }
  const articles: { id: number; status: number; folder_id: number }[] = [];
  for (const { id } of folders) {
    articles.push(
      ...((await callApi(page, `/api/v2/solutions/folders/${id}/articles?per_page=100`)).body as typeof articles),
    );
  }
  expect(articles.length).toBeGreaterThan(40);
  expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
  expect(folders.filter(({ visibility }) => visibility === 3)).toHaveLength(1);
  expect(articles.filter(({ status }) => status === 1)).toHaveLength(2);
  const one = await callApi(page, `/api/v2/solutions/articles/${articles[0]?.id}`);
  expect(one.body).toMatchObject({ title: expect.any(String), description: expect.stringContaining('<p>') });
  expect((await callApi(page, '/api/v2/search/solutions?term=battery')).body).toContainEqual(
    expect.objectContaining({ status: 2 }),
  );
});

test('gives canned responses with its own placeholders', async ({ page }) => {
  await openTicket(page, ids.plain);
  const folders = (await callApi(page, '/api/v2/canned_response_folders')).body as {
    id: number;
    responses_count: number;
  }[];
  const folder = folders.find(({ responses_count }) => responses_count > 0);
  const single = (await callApi(page, `/api/v2/canned_response_folders/${folder?.id}`)).body as {
    responses: { id: number }[];
  };
  expect(single.responses).toHaveLength(folder?.responses_count ?? -1);
  const { body } = await callApi(page, `/api/v2/canned_response_folders/${folder?.id}/responses?per_page=100`);
  const text = JSON.stringify(body);
  expect(text).toContain('{{ticket.requester.firstname}}');
  expect(text).not.toMatch(/first_name|current_user/);
  const one = await callApi(page, `/api/v2/canned_responses/${single.responses[0]?.id}`);
  expect(one.body).toMatchObject({
    title: expect.any(String),
    content_html: expect.any(String),
    folder_id: folder?.id,
  });
  expect((await callApi(page, '/api/v2/agents/me')).body).toMatchObject({
    contact: { email: expect.stringContaining('@') },
  });
});

test('answers planted faults as Freshdesk would, the page untouched', async ({ desks, page }) => {
  await openTicket(page, ids.plain);
  desks.state.plant({ path: '/conversations', status: 429, retryAfter: 3 });
  const slowed = await callApi(page, '/api/v2/tickets/901/conversations');
  expect(slowed.status).toBe(429);
  expect(slowed.headers['retry-after']).toBe('3');
  expect(slowed.headers['x-ratelimit-remaining']).toBe('0');
  desks.state.plant({ path: '/api/v2/', status: 403 });
  expect(await callApi(page, '/api/v2/agents/me')).toMatchObject({ status: 403, body: { code: 'access_denied' } });
  expect((await callApi(page, '/api/v2/agents/me')).status).toBe(200);
});
