import * as v from 'valibot';
import { fail, ok, type Result } from '../core/result';

/** A parsed answer and, where the server names one in `Link`, the path of the next page. */
type Answer<T> = { value: T; next?: string };

/** Read-only client for the API of the page's own origin, riding on the agent's session. */
export type ApiClient = {
  /**
   * GETs `path` (same origin, starting with `/api/`) and parses the answer. Failures: `signed-out` (401 or a login
   * page), `forbidden` (403), `not-found` (404), `rate-limited` (429, with `retryAfterMs`), `server-error`,
   * `unexpected-answer` (not the JSON we know), `timeout`, `offline`, `aborted`. One request an endpoint is under way
   * at a time; after a 429 nothing is asked before the time it names. An answer not older than `maxAgeMs` (default 0)
   * is given again without asking.
   */
  get<S extends v.GenericSchema>(path: string, schema: S, options: Asking): Promise<Result<Answer<v.InferOutput<S>>>>;
};

type Asking = { signal: AbortSignal; maxAgeMs?: number };

type Options = { fetch?: typeof fetch; origin?: string; timeoutMs?: number; now?: () => number };

/** Waits used when a 429 names none: both helpdesks count by the minute. */
const defaultRetryMs = 60_000;
/** Answers kept for those who may take an older one (people, previews of macros); histories are kept by ticket elsewhere. */
const keptAnswers = 60;

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

function waitFailure<T = never>(waitMs: number): Result<T> {
  return fail('rate-limited', `The helpdesk asks to wait ${Math.ceil(waitMs / 1000)} s.`, waitMs);
}

function statusFailure(response: Response, now: number): Result<never> | undefined {
  const { status } = response;
  if (response.type === 'opaqueredirect' || status === 401) {
    return fail('signed-out', 'The helpdesk asks to sign in again.');
  }
  if (status === 403) return fail('forbidden', 'The helpdesk does not allow this agent to read it.');
  if (status === 404) return fail('not-found', 'The helpdesk has nothing at this address.');
  if (status === 429) {
    return waitFailure(readRetryAfter(response.headers.get('Retry-After'), now));
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

async function readJson(response: Response): Promise<Result<unknown>> {
  try {
    return ok<unknown>(JSON.parse(await response.text()));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const isPage = response.headers.get('Content-Type')?.includes('text/html');
    return isPage
      ? fail('signed-out', 'The helpdesk sent a page instead of data, usually its sign-in page.')
      : fail('unexpected-answer', 'The helpdesk sent something that is not JSON.');
  }
}

function parse<S extends v.GenericSchema>(body: unknown, schema: S): Result<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return ok(parsed.output);
  const issue = parsed.issues[0];
  const where = v.getDotPath(issue) ?? 'the answer';
  return fail('unexpected-answer', `The helpdesk's answer has another shape than known: ${where}: ${issue.message}`);
}

/** Answers by path, the oldest dropped first. */
function createAnswerMemory(now: () => number) {
  const answers = new Map<string, { at: number; answer: Answer<unknown> }>();
  return {
    find(path: string, maxAgeMs: number): Answer<unknown> | undefined {
      const known = answers.get(path);
      return known && now() - known.at < maxAgeMs ? known.answer : undefined;
    },
    keep(path: string, answer: Answer<unknown>): void {
      answers.delete(path);
      answers.set(path, { at: now(), answer });
      const oldest = answers.keys().next().value;
      if (answers.size > keptAnswers && oldest !== undefined) answers.delete(oldest);
    },
  };
}

type Sending = { send: typeof fetch; origin: string; timeoutMs: number; now: () => number };

async function request(path: string, signal: AbortSignal, sending: Sending): Promise<Result<Answer<unknown>>> {
  const { send, origin, timeoutMs, now } = sending;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(origin + path, {
      // The address is always our own origin; `include` says so where the content script counts as another one.
      credentials: 'include',
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    const failure = statusFailure(response, now());
    if (failure) return failure;
    const body = await readJson(response);
    if (!body.ok) return body;
    const next = nextLink(response.headers.get('Link'), origin);
    return ok({ value: body.value, ...(next === undefined ? {} : { next }) });
  } catch {
    if (signal.aborted) return fail('aborted', 'Called off.');
    if (timeout.aborted) return fail('timeout', `The helpdesk did not answer within ${timeoutMs / 1000} s.`);
    return fail('offline', 'The helpdesk cannot be reached.');
  }
}

/** A client for `origin` (default: this page's). Never retries by itself; the caller knows how urgent it is. */
export function createApiClient(options: Options = {}): ApiClient {
  const { timeoutMs = 20_000, now = Date.now, fetch: send = globalThis.fetch.bind(globalThis) } = options;
  const takeTurn = createTurns();
  const memory = createAnswerMemory(now);
  let restUntil = 0;
  const ask = async (path: string, origin: string, { signal, maxAgeMs = 0 }: Asking) => {
    if (signal.aborted) return fail<Answer<unknown>>('aborted', 'Called off.');
    const known = memory.find(path, maxAgeMs);
    if (known) return ok(known);
    const waitMs = restUntil - now();
    if (waitMs > 0) return waitFailure(waitMs);
    const answer = await request(path, signal, { send, origin, timeoutMs, now });
    // The limit is the account's, whatever is asked next and for whichever ticket.
    if (!answer.ok && answer.error.retryAfterMs !== undefined) restUntil = now() + answer.error.retryAfterMs;
    if (answer.ok && maxAgeMs > 0) memory.keep(path, answer.value);
    return answer;
  };
  return {
    async get(path, schema, asking) {
      const origin = options.origin ?? location.origin;
      const safePath = apiPath(path, origin);
      if (safePath === undefined) return fail('unexpected-answer', `Not an API address: ${path}`);
      const answer = await takeTurn(endpointOf(safePath), () => ask(safePath, origin, asking));
      if (!answer.ok) return answer;
      const value = parse(answer.value.value, schema);
      return value.ok ? ok({ ...answer.value, value: value.value }) : value;
    },
  };
}
