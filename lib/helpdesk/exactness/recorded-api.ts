import { type ApiClient, createApiClient } from '../api-client';
import type { RecordedAnswer } from './fixture';

/** A client that serves recorded answers, and what it was asked. */
export type RecordedApi = { client: ApiClient; send: typeof fetch; asked: { method: string; path: string }[] };

function toResponse({ status = 200, headers = {}, json, text }: RecordedAnswer): Response {
  return new Response(text ?? JSON.stringify(json ?? null), {
    status,
    headers: { 'Content-Type': text === undefined ? 'application/json' : 'text/plain', ...headers },
  });
}

/** Serves each request with the answer whose path is the longest beginning of it; everything else is not found. */
export function serveRecorded(answers: Record<string, RecordedAnswer> = {}): RecordedApi {
  const asked: RecordedApi['asked'] = [];
  const paths = Object.keys(answers).toSorted((a, b) => b.length - a.length);
  const send: typeof fetch = async (address, init) => {
    const { pathname, search } = new URL(String(address));
    const path = decodeURIComponent(pathname + search);
    asked.push({ method: init?.method ?? 'GET', path });
    const recorded = paths.find((known) => path.startsWith(known));
    return toResponse(recorded === undefined ? { status: 404 } : (answers[recorded] ?? { status: 404 }));
  };
  return { client: createApiClient({ fetch: send }), send, asked };
}
