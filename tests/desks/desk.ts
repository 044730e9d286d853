import type { FernwayArticle, FernwayMacro } from './fernway/types.ts';
import type { DeskState } from './state.ts';

/** One request to a desk, body read to its end. */
export type DeskRequest = {
  method: string;
  host: string;
  /** The whole address, e.g. `https://fernway.zendesk.com/agent/tickets/101`. */
  url: URL;
  headers: Record<string, string | undefined>;
  body: string;
};

/** One answer of a desk. `content-type` is among `headers`. */
export type DeskResponse = { status: number; headers: Record<string, string>; body: string };

/** One helpdesk replica, chosen by host name. `handle` answers `undefined` for a path it does not know (404). */
export type Desk = {
  host: string;
  handle(request: DeskRequest): Promise<DeskResponse | undefined>;
  /** The body this helpdesk sends with an error status, for planted faults. */
  problem(status: number): DeskResponse;
};

/** Waiting times of the page and the API, milliseconds. */
export type DeskDelays = {
  /** Before an API answers. */
  api: number;
  /** Before a ticket's conversation is drawn. */
  render: number;
  /** Before collapsed history appears. */
  history: number;
  /** Before an editor that is opened by a button exists. */
  editor: number;
};

/** What a desk is built from. */
export type DeskContext = {
  state: DeskState;
  articles: readonly FernwayArticle[];
  macros: readonly FernwayMacro[];
  delays: DeskDelays;
  /** No policy of its own holds a page back: what gets into it runs. */
  isOpen: boolean;
  /** Value of the session cookie that a page load sets and the API asks for. */
  session: string;
  /** Bundles a browser entry with its CSS; the result is kept on disk between runs. */
  bundle(entry: string): Promise<{ js: string; css: string }>;
};

/** An answer in JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): DeskResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** An answer of the given content type, e.g. `text/html`. */
export function text(body: string, type: string, status = 200, headers: Record<string, string> = {}): DeskResponse {
  return { status, headers: { 'content-type': `${type}; charset=utf-8`, ...headers }, body };
}

/** The value of one cookie of a request. */
export function cookieOf(request: DeskRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = pair.trim().split('=');
    if (key === name) return value.join('=');
  }
  return undefined;
}

/** Text made safe for HTML, attributes included. */
export function escapeHtml(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Plain text as paragraphs; empty lines are kept. */
export function paragraphs(value: string): string {
  return value
    .split('\n')
    .map((line) => `<p>${escapeHtml(line) || '<br>'}</p>`)
    .join('');
}
