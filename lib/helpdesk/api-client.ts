import * as v from 'valibot';
import { fail, ok, type Result } from '../core/result';

/** A parsed answer and, where the server names one in `Link`, the path of the next page. */
type Answer<T> = { value: T; next?: string };

/** Read-only client for the API of the page's own origin, riding on the agent's session. */
export type ApiClient = {
  /**
   * GETs `path` (same origin, starting with `/api/`) and parses the answer. Failures: `signed-out` (401 or a login
   * page), `forbidden` (403), `not-found` (404), `rate-limited` (429, with `retryAfterMs`), `server-error`,
   * `unexpected-answer` (not the JSON we know), `timeout`, `offline`, `aborted`.
   */
  get<S extends v.GenericSchema>(
    path: string,
    schema: S,
    options: { signal: AbortSignal },
  ): Promise<Result<Answer<v.InferOutput<S>>>>;
};

type Options = { fetch?: typeof fetch; origin?: string; timeoutMs?: number; now?: () => number };

/** Waits used when a 429 names none: both helpdesks count by the minute. */
const defaultRetryMs = 60_000;

/** Milliseconds that a `Retry-After` header asks for, given as seconds or as an HTTP date; the default when it is unreadable. */
export function readRetryAfter(header: string | null, now: number): number {
  if (header === null || header.trim() === '') return defaultRetryMs;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.round(seconds * 1000));
  const date = Date.parse(header);
  return Number.isNaN(date) ? defaultRetryMs : Math.max(0, date - now);
}

/** The path and query of an API address, or undefined when it is not one: links in answers may name another host of the account. */
export function apiPath(address: string | null | undefined, origin: string): string | undefined {
  if (!address) return undefined;
  try {
    const url = new URL(address, origin);
    return url.pathname.startsWith('/api/') ? url.pathname + url.search : undefined;
  } catch {
    return undefined;
  }
}

function nextLink(header: string | null, origin: string): string | undefined {
  const match = /<([^>]+)>\s*;[^,]*rel="?next"?/i.exec(header ?? '');
  return apiPath(match?.[1], origin);
}

function statusFailure(response: Response, now: number): Result<never> | undefined {
  const { status } = response;
  if (response.type === 'opaqueredirect' || status === 401) {
    return fail('signed-out', 'The helpdesk asks to sign in again.');
  }
  if (status === 403) return fail('forbidden', 'The helpdesk does not allow this agent to read it.');
  if (status === 404) return fail('not-found', 'The helpdesk has nothing at this address.');
  if (status === 429) {
    const waitMs = readRetryAfter(response.headers.get('Retry-After'), now);
    return fail('rate-limited', `The helpdesk asks to wait ${Math.ceil(waitMs / 1000)} s.`, waitMs);
  }
  if (!response.ok) return fail('server-error', `The helpdesk answered with status ${status}.`);
  return undefined;
}

/** `/api/v2/tickets/12/comments?page=2` → `/api/v2/tickets/#/comments`: requests of one kind take turns. */
function endpointOf(path: string): string {
  return (path.split('?')[0] ?? path).replace(/\/\d+(?=\/|\.|$)/g, '/#');
}

/** Runs one task per endpoint at a time; a failed task does not block the next. */
function createTurns() {
  const tails = new Map<string, Promise<unknown>>();
  return <T>(endpoint: string, task: () => Promise<T>): Promise<T> => {
    const run = (tails.get(endpoint) ?? Promise.resolve()).then(task);
    const tail = run.catch(() => undefined);
    tails.set(endpoint, tail);
    void tail.then(() => {
      if (tails.get(endpoint) === tail) tails.delete(endpoint);
    });
    return run;
  };
}

async function readJson<S extends v.GenericSchema>(response: Response, schema: S): Promise<Result<v.InferOutput<S>>> {
  let body: unknown;
  try {
    body = JSON.parse(await response.text());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const isPage = response.headers.get('Content-Type')?.includes('text/html');
    return isPage
      ? fail('signed-out', 'The helpdesk sent a page instead of data, usually its sign-in page.')
      : fail('unexpected-answer', 'The helpdesk sent something that is not JSON.');
  }
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return ok(parsed.output);
  const issue = parsed.issues[0];
  const where = v.getDotPath(issue) ?? 'the answer';
  return fail('unexpected-answer', `The helpdesk's answer has another shape than known: ${where}: ${issue.message}`);
}

/** A client for `origin` (default: this page's). Never retries by itself; the caller knows how urgent it is. */
export function createApiClient(options: Options = {}): ApiClient {
  const { timeoutMs = 20_000, now = Date.now, fetch: send = globalThis.fetch.bind(globalThis) } = options;
  const takeTurn = createTurns();
  return {
    get(path, schema, { signal }) {
      const origin = options.origin ?? location.origin;
      const safePath = apiPath(path, origin);
      if (safePath === undefined) return Promise.resolve(fail('unexpected-answer', `Not an API address: ${path}`));
      return takeTurn(endpointOf(safePath), async () => {
        if (signal.aborted) return fail('aborted', 'Called off.');
        const timeout = AbortSignal.timeout(timeoutMs);
        try {
          const response = await send(origin + safePath, {
            // The address is always our own origin; `include` says so where the content script counts as another one.
            credentials: 'include',
            headers: { Accept: 'application/json' },
            redirect: 'manual',
            signal: AbortSignal.any([signal, timeout]),
          });
          const failure = statusFailure(response, now());
          if (failure) return failure;
          const value = await readJson(response, schema);
          if (!value.ok) return value;
          const next = nextLink(response.headers.get('Link'), origin);
          return ok({ value: value.value, ...(next === undefined ? {} : { next }) });
        } catch {
          if (signal.aborted) return fail('aborted', 'Called off.');
          if (timeout.aborted) return fail('timeout', `The helpdesk did not answer within ${timeoutMs / 1000} s.`);
          return fail('offline', 'The helpdesk cannot be reached.');
        }
      });
    },
  };
}
