import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** One request or tunnel that a browser asked for. `address`: `host:port` of a tunnel, the whole address of a request. */
export type Asked = { address: string; host: string; method: string; isLetThrough: boolean };

/** A forward proxy of our own that lets a browser reach chosen hosts alone, and writes down everything it asks for. */
export type Proxy = {
  port: number;
  asked: Asked[];
  /** From now on `host` is reached, on this port of 127.0.0.1. */
  allow(host: string, port: number): void;
  close(): Promise<void>;
};

/** Switches with which Chromium sends everything through the proxy, requests to this computer too. */
export function proxyArgs({ port }: Pick<Proxy, 'port'>): string[] {
  return [`--proxy-server=http://127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'];
}

/** Starts the proxy on a free port of 127.0.0.1; at first it lets nothing through. */
export async function startProxy(): Promise<Proxy> {
  const asked: Asked[] = [];
  const allowed = new Map<string, number>();
  const sockets = new Set<Socket>();
  const note = (method: string, address: string, host: string): number | undefined => {
    const port = allowed.get(host);
    asked.push({ address, host, method, isLetThrough: port !== undefined });
    return port;
  };
  const server = createServer((incoming, outgoing) => passRequest(incoming, outgoing, note));
  server.on('connect', ({ url = '' }: IncomingMessage, socket: Socket, head: Buffer) => {
    // The browser gives up tunnels as it likes.
    socket.on('error', () => socket.destroy());
    const port = note('CONNECT', url, url.replace(/:\d+$/, ''));
    if (port === undefined) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const through = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.write(head);
      through.pipe(socket).pipe(through);
    });
    through.on('error', () => socket.destroy());
    socket.on('close', () => through.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    allow: (host, port) => void allowed.set(host, port),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

type Note = (method: string, address: string, host: string) => number | undefined;

function passRequest(incoming: IncomingMessage, outgoing: ServerResponse, note: Note): void {
  const { url = '', method = 'GET', headers } = incoming;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const port = note(method, url, host);
  if (port === undefined) return void outgoing.writeHead(403).end();
  const { pathname, search } = new URL(url);
  const passed = send({ host: '127.0.0.1', port, method, headers, path: pathname + search }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.on('error', () => outgoing.destroy());
  incoming.pipe(passed);
}
