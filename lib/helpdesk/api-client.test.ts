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
    [
      'server-error',
      () => new Response('<html>Bad gateway', { status: 502, headers: { 'Content-Type': 'text/html' } }),
    ],
    ['server-error', () => new Response(null, { status: 503 })],
    ['unexpected-answer', () => new Response('')],
    ['unexpected-answer', () => json([])],
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

  it('asks nothing more, of any endpoint, until the time that a 429 named is over', async () => {
    let time = 1000;
    const answers = [new Response('', { status: 429, headers: { 'Retry-After': '30' } }), json({ id: 1 })];
    const fetch = vi.fn<typeof globalThis.fetch>(async () => answers.shift() ?? json({ id: 2 }));
    const client = createApiClient({ fetch, origin, now: () => time });
    expect((await client.get('/api/v2/tickets/1/comments', schema, options())).ok).toBe(false);
    time += 10_000;
    expect(await client.get('/api/v2/users/7', schema, options())).toMatchObject({
      error: { kind: 'rate-limited', retryAfterMs: 20_000 },
    });
    expect(fetch).toHaveBeenCalledTimes(1);
    time += 20_001;
    expect((await client.get('/api/v2/users/7', schema, options())).ok).toBe(true);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('gives an answer again while it is young enough for the asker, also to those who asked meanwhile', async () => {
    let time = 0;
    const fetch = vi.fn<typeof globalThis.fetch>(async () => json({ id: 1 }));
    const client = createApiClient({ fetch, origin, now: () => time });
    const ask = (maxAgeMs?: number) =>
      client.get('/api/v2/x', schema, { ...options(), ...(maxAgeMs === undefined ? {} : { maxAgeMs }) });
    await Promise.all([ask(1000), ask(1000), ask(1000)]);
    expect(fetch).toHaveBeenCalledTimes(1);
    await ask();
    expect(fetch).toHaveBeenCalledTimes(2);
    time += 1000;
    await ask(1000);
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('does not keep failures, nor take a kept answer for another shape', async () => {
    const answers = [json({}, { status: 500 }), json({ id: 1 })];
    const fetch = vi.fn<typeof globalThis.fetch>(async () => answers.shift() ?? json({}));
    const client = createApiClient({ fetch, origin });
    const aged = { ...options(), maxAgeMs: 60_000 };
    expect((await client.get('/api/v2/x', schema, aged)).ok).toBe(false);
    expect((await client.get('/api/v2/x', schema, aged)).ok).toBe(true);
    expect(await client.get('/api/v2/x', v.object({ name: v.string() }), aged)).toMatchObject({
      error: { kind: 'unexpected-answer' },
    });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('says offline when an answer breaks off half way', async () => {
    const half = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"id":'));
            controller.error(new TypeError('network error'));
          },
        }),
      );
    const { client } = clientFor(half);
    expect(await client.get('/api/v2/x', schema, options())).toMatchObject({ error: { kind: 'offline' } });
  });

  it('gives up on an answer that begins and does not end', async () => {
    const stuck: typeof fetch = async (_url, init) =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"id":'));
            init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
          },
        }),
      );
    const client = createApiClient({ fetch: stuck, origin, timeoutMs: 20 });
    expect(await client.get('/api/v2/x', schema, options())).toMatchObject({ error: { kind: 'timeout' } });
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
