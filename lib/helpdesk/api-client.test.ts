import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { apiPath, createApiClient, readRetryAfter } from './api-client';

const origin = 'https://acme.zendesk.com';
const schema = v.object({ id: v.number() });
const json = (body: unknown, init?: ResponseInit) => new Response(JSON.stringify(body), init);
const options = () => ({ signal: new AbortController().signal });

function clientFor(answer: () => Response | Promise<Response>, timeoutMs = 1000) {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => answer());
  return { client: createApiClient({ fetch, origin, timeoutMs, now: () => Date.UTC(2026, 10, 2, 9) }), fetch };
}

describe('the API client', () => {
  it('reads an answer and the next page from Link', async () => {
    const link = '<https://other.zendesk.com/api/v2/x?page=2>; rel="next"';
    const { client, fetch } = clientFor(() => json({ id: 1, more: true }, { headers: { Link: link } }));
    expect(await client.get('/api/v2/x', schema, options())).toEqual({
      ok: true,
      value: { value: { id: 1 }, next: '/api/v2/x?page=2' },
    });
    expect(fetch.mock.calls[0]?.[0]).toBe('https://acme.zendesk.com/api/v2/x');
    expect(fetch.mock.calls[0]?.[1]?.method ?? 'GET').toBe('GET');
  });

  it.each([
    ['signed-out', () => json({}, { status: 401 })],
    ['signed-out', () => new Response('<html>Sign in', { headers: { 'Content-Type': 'text/html; charset=utf-8' } })],
    ['forbidden', () => json({}, { status: 403 })],
    ['not-found', () => json({}, { status: 404 })],
    ['server-error', () => json({}, { status: 500 })],
    ['unexpected-answer', () => new Response('{"id":')],
    ['unexpected-answer', () => json({ id: 'one' })],
    ['unexpected-answer', () => json(null)],
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
  ])('says %s', async (kind, answer) => {
    const { client } = clientFor(answer);
    expect(await client.get('/api/v2/x', schema, options())).toMatchObject({ ok: false, error: { kind } });
  });

  it('passes on how long to wait', async () => {
    const { client } = clientFor(() => new Response('slow down', { status: 429, headers: { 'Retry-After': '93' } }));
    expect(await client.get('/api/v2/x', schema, options())).toMatchObject({
      error: { kind: 'rate-limited', retryAfterMs: 93_000 },
    });
  });

  it('gives up after its time and when called off', async () => {
    const hang: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
    const client = createApiClient({ fetch: hang, origin, timeoutMs: 20 });
    expect(await client.get('/api/v2/x', schema, options())).toMatchObject({ error: { kind: 'timeout' } });
    const leaving = new AbortController();
    const pending = client.get('/api/v2/x', schema, { signal: leaving.signal });
    leaving.abort();
    expect(await pending).toMatchObject({ error: { kind: 'aborted' } });
  });

  it('keeps one request per endpoint in flight, and goes on after a failed one', async () => {
    let running = 0;
    let most = 0;
    const fetch: typeof globalThis.fetch = async (url) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      if (String(url).includes('/1/')) throw new TypeError('gone');
      return json({ id: 1 });
    };
    const client = createApiClient({ fetch, origin });
    const ids = ['1', '2', '3'];
    const all = await Promise.all(ids.map((id) => client.get(`/api/v2/tickets/${id}/comments`, schema, options())));
    expect(most).toBe(1);
    expect(all.map(({ ok }) => ok)).toEqual([false, true, true]);
  });

  it.each(['https://evil.example/x', '/users/1', '/api/../login', 'javascript:1', '//evil.example/x'])(
    'asks for nothing but API paths of its own origin: %s',
    async (path) => {
      const { client, fetch } = clientFor(() => json({ id: 1 }));
      expect((await client.get(path, schema, options())).ok).toBe(false);
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it('never leaves its origin, whatever the link says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (address) => {
        expect(apiPath(address, origin) ?? '/api/').toMatch(/^\/api\//);
      }),
    );
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-02T09:00:00Z');
  it.each([
    ['30', 30_000],
    ['0', 0],
    ['-5', 0],
    ['1.5', 1_500],
    ['Mon, 02 Nov 2026 09:00:10 GMT', 10_000],
    ['Mon, 02 Nov 2026 08:00:00 GMT', 0],
    ['soon', 60_000],
    ['', 60_000],
    [null, 60_000],
  ])('%s is %d ms', (header, ms) => {
    expect(readRetryAfter(header, now)).toBe(ms);
  });
});
