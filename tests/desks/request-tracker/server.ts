import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { domain, rootPassword } from './people.ts';
import { type Installation, mailFolder, setUpTracker } from './setup-tracker.ts';

/** Where mail to the desk goes: to the customer's conversation, or among the private comments. */
export type Gateway = 'correspond' | 'comment';

/** Debian's Request Tracker, running on this machine over a database of its own. */
export type RunningTracker = {
  origin: string;
  /** Delivers a mail by Request Tracker's own mail gateway. */
  receive(gateway: Gateway, mail: string): Promise<void>;
  /** Mails that Request Tracker sent, oldest first, as they would leave the machine. */
  sent(): Promise<string[]>;
  /** An answer of its REST interface, as the administrator sees it. */
  rest<T>(resource: string): Promise<T>;
  close(): Promise<void>;
};

const startTimeoutMs = 90_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The server, once it answers. Throws with its last words when it does not. */
async function serve({ port, env }: Installation): Promise<ChildProcess> {
  const args = ['--host', '127.0.0.1', '--port', `${port}`, '--max-workers', '3'];
  const server = spawn('/usr/share/request-tracker5/libexec/rt-server', args, {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its workers end with it, as one group.
    detached: true,
  });
  let words = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk).slice(-4_000);
  });
  for (const until = Date.now() + startTimeoutMs; Date.now() < until && server.exitCode === null; await sleep(200)) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer?.ok) return server;
  }
  await end(server);
  throw new Error(`Request Tracker did not start:\n${words}`);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const ended = once(server, 'exit');
  process.kill(-server.pid, 'SIGTERM');
  await Promise.race([ended, sleep(5_000)]);
  if (server.exitCode === null && server.signalCode === null) process.kill(-server.pid, 'SIGKILL');
}

async function receive(origin: string, gateway: Gateway, mail: string): Promise<void> {
  const args = ['--queue', 'General', '--action', gateway, '--url', `${origin}/`];
  const delivery = spawn('rt-mailgate-5', args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let words = '';
  delivery.stderr?.on('data', (chunk: Buffer) => {
    words += chunk;
  });
  delivery.stdin?.end(mail);
  const [code] = await once(delivery, 'close');
  if (code !== 0) throw new Error(`The mail gateway refused a mail (${code}): ${words}`);
}

async function rest<T>(origin: string, resource: string): Promise<T> {
  const login = Buffer.from(`root:${rootPassword}`).toString('base64');
  const answer = await fetch(`${origin}/REST/2.0/${resource}`, { headers: { authorization: `Basic ${login}` } });
  if (!answer.ok) throw new Error(`REST ${resource}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Sets up and starts Request Tracker 5 with an empty database; takes seconds. Ended and removed by `close`. */
export async function startRequestTracker(): Promise<RunningTracker> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-rt-'));
  const installation = await setUpTracker(folder, await freePort());
  const server = await serve(installation);
  const origin = `http://127.0.0.1:${installation.port}`;
  return {
    origin,
    receive: (gateway, mail) => receive(origin, gateway, mail),
    async sent() {
      const mails = mailFolder(installation);
      const names = (await readdir(mails)).filter((name) => name.endsWith('.eml')).toSorted();
      return Promise.all(names.map((name) => readFile(path.join(mails, name), 'utf8')));
    },
    rest: (resource) => rest(origin, resource),
    async close() {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The subject by which a mail finds its ticket. */
export const subjectOf = (ticketId: number, subject: string): string => `[${domain} #${ticketId}] ${subject}`;
