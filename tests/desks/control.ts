import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import { type DeskContext, type DeskRequest, type DeskResponse, json } from './desk.ts';
import type { Fault } from './state.ts';

type Arrival = { ticketId: number; text: string; role?: 'customer' | 'agent' | 'note' | 'bot' };

/** Answers `/__desk__/` requests, with which tests and the page's own code move the desk. `events` is served apart. */
export function control(request: DeskRequest, { state }: DeskContext): DeskResponse | undefined {
  const action = request.url.pathname.slice('/__desk__/'.length);
  if (action === 'log') return json(state.log);
  if (action === 'sent') return json(state.sent);
  if (request.method !== 'POST') return undefined;
  if (action === 'arrive') {
    const { ticketId, text, role } = JSON.parse(request.body) as Arrival;
    return json(state.arrive(Number(ticketId), text, role));
  }
  if (action === 'shown') {
    state.show(Number((JSON.parse(request.body) as Pick<Arrival, 'ticketId'>).ticketId));
    return json({});
  }
  if (action === 'fault') {
    state.plant(JSON.parse(request.body) as Fault);
    return json({});
  }
  return undefined;
}

/** Keeps a stream of server-sent events open: one `data:` line of JSON per `DeskEvent`. */
export function streamEvents(request: Http2ServerRequest, response: Http2ServerResponse, context: DeskContext): void {
  const gone = new AbortController();
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': open\n\n');
  context.state.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`), { signal: gone.signal });
  request.on('close', () => gone.abort());
  response.on('close', () => gone.abort());
}
