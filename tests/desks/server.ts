import { randomUUID } from 'node:crypto';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { createGallery } from '../editors/gallery.ts';
import { bundleClient } from './bundle.ts';
import { control, streamEvents } from './control.ts';
import type { Desk, DeskContext, DeskDelays, DeskRequest, DeskResponse } from './desk.ts';
import { articles } from './fernway/articles.ts';
import { macros } from './fernway/macros.ts';
import { tickets as fernwayTickets } from './fernway/tickets.ts';
import type { FernwayArticle, FernwayMacro, FernwayTicket } from './fernway/types.ts';
import { createFreshdesk } from './freshdesk/index.ts';
import { DeskState } from './state.ts';
import { createZendesk } from './zendesk/index.ts';

/** How to start the desks; everything has a default. */
export type DeskOptions = {
  /** 0, the default, picks a free one. */
  port?: number;
  tickets?: readonly FernwayTicket[];
  articles?: readonly FernwayArticle[];
  macros?: readonly FernwayMacro[];
  /** Milliseconds; all 0 but `history` and `editor`. */
  delays?: Partial<DeskDelays>;
  /** Lets customers write by themselves, as the tickets' `arrivals` say. */
  live?: boolean;
  /** Leaves the pages without a content security policy, so that what gets into them would run. */
  isOpen?: boolean;
};

/** Desks that are running. */
export type RunningDesks = {
  port: number;
  /** Origins without port, for a browser started with `browserArgs(port)`. */
  hosts: { zendesk: string; freshdesk: string; gallery: string };
  /** The self-signed certificate, PEM. */
  certificate: string;
  state: DeskState;
  close(): Promise<void>;
};

/** The switches with which Chromium takes the desks on this port for the real hosts. */
export function browserArgs(port: number): string[] {
  const rules = ['zendesk.com', 'freshdesk.com'].map((domain) => `MAP *.${domain} 127.0.0.1:${port}`);
  return [`--host-resolver-rules=${rules.join(', ')}`, '--ignore-certificate-errors'];
}

/** Serves every desk over HTTPS on 127.0.0.1, told apart by the Host header. */
export async function startDesks(options: DeskOptions = {}): Promise<RunningDesks> {
  const context: DeskContext = {
    state: new DeskState(options.tickets ?? fernwayTickets, options),
    articles: options.articles ?? articles,
    macros: options.macros ?? macros,
    delays: { api: 0, render: 0, history: 300, editor: 400, ...options.delays },
    isOpen: options.isOpen ?? false,
    session: randomUUID(),
    bundle: once(bundleClient),
  };
  const desks = [await createZendesk(context), await createFreshdesk(context), createGallery(context)] as const;
  const pem = await certify(desks.map(({ host }) => host));
  const server = createSecureServer({ key: pem.private, cert: pem.cert, allowHTTP1: true }, (incoming, outgoing) => {
    void serve({ incoming, outgoing, context, desks }).catch((error: unknown) => {
      console.error(error);
      outgoing.stream?.close();
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hosts: {
      zendesk: `https://${desks[0].host}`,
      freshdesk: `https://${desks[1].host}`,
      gallery: `https://${desks[2].host}`,
    },
    certificate: pem.cert,
    state: context.state,
    close: () =>
      new Promise((resolve) => {
        context.state.stop();
        server.close(() => resolve());
        // A page that is still open keeps its event stream, for which close() alone would wait.
        for (const socket of sockets) socket.destroy();
      }),
  };
}

type Exchange = {
  incoming: Http2ServerRequest;
  outgoing: Http2ServerResponse;
  context: DeskContext;
  desks: readonly Desk[];
};

async function serve({ incoming, outgoing, context, desks }: Exchange): Promise<void> {
  const request = await readRequest(incoming);
  if (request.url.pathname === '/__desk__/events') return streamEvents(incoming, outgoing, context);
  const answer = await respond(request, context, desks);
  context.state.log.push({
    at: new Date().toISOString(),
    method: request.method,
    host: request.host,
    path: request.url.pathname + request.url.search,
    status: answer.status,
  });
  outgoing.writeHead(answer.status, { 'cache-control': 'no-store', ...answer.headers });
  outgoing.end(answer.body);
}

async function respond(request: DeskRequest, context: DeskContext, desks: readonly Desk[]): Promise<DeskResponse> {
  const missing = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };
  const desk = desks.find(({ host }) => host === request.host);
  if (!desk) return missing;
  if (request.url.pathname.startsWith('/__desk__/')) return control(request, context) ?? missing;
  if (request.url.pathname.startsWith('/api/') && context.delays.api > 0) await sleep(context.delays.api);
  const fault = context.state.takeFault(request.url.pathname + request.url.search);
  if (!fault) return (await desk.handle(request)) ?? missing;
  const problem = desk.problem(fault.status);
  const retry = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  return { ...problem, headers: { ...problem.headers, ...retry } };
}

async function readRequest(incoming: Http2ServerRequest): Promise<DeskRequest> {
  let body = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) body += chunk;
  const headers: DeskRequest['headers'] = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    // HTTP/2 may split cookies over several header lines.
    headers[name] = Array.isArray(value) ? value.join('; ') : value;
  }
  const host = (headers[':authority'] ?? headers.host ?? '').replace(/:\d+$/, '');
  return { method: incoming.method, host, url: new URL(`https://${host || 'unknown'}${incoming.url}`), headers, body };
}

async function certify(hosts: readonly string[]): Promise<{ private: string; cert: string }> {
  return generate([{ name: 'commonName', value: 'Fernway practice desks' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) }],
  });
}

function once<Value>(make: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const value = make(key);
    made.set(key, value);
    value.catch(() => made.delete(key));
    return value;
  };
}
