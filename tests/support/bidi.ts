import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A Firefox under remote control by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which needs no driver program. */
export type Firefox = {
  version: string;
  /** Sends a command; rejects with what Firefox says. */
  send<Answer>(method: string, params?: object): Promise<Answer>;
  close(): void;
};

type Incoming = {
  id?: number;
  type: 'success' | 'error' | 'event';
  result?: unknown;
  error?: string;
  message?: string;
};

async function connect(port: number, process: ChildProcess): Promise<WebSocket> {
  for (let attempt = 0; attempt < 240 && process.exitCode === null; attempt += 1) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/session`);
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.addEventListener('open', () => resolve(true));
      socket.addEventListener('error', () => resolve(false));
    });
    if (isOpen) return socket;
    await sleep(500);
  }
  throw new Error('Firefox does not answer.');
}

/** Starts Firefox without a window on a fresh profile. Throws when it does not start. Self-signed certificates are taken. */
export async function startFirefox(options: { program: string; profile: string; port: number }): Promise<Firefox> {
  const { program, profile, port } = options;
  const args = ['--headless', '--profile', profile, `--remote-debugging-port=${port}`, '--remote-allow-system-access'];
  const firefox = spawn(program, args, { stdio: 'ignore' });
  const failed = new Promise<never>((_resolve, reject) => firefox.once('error', reject));
  const socket = await Promise.race([connect(port, firefox), failed]);
  const waiting = new Map<number, (answer: Incoming) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Incoming;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = <Answer>(method: string, params: object = {}) =>
    new Promise<Answer>((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ type, result, error, message }) =>
        type === 'error' ? reject(new Error(`${method}: ${error} ${message}`)) : resolve(result as Answer),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  type Session = { capabilities: { browserVersion: string } };
  const capabilities = { alwaysMatch: { acceptInsecureCerts: true } };
  const session = await send<Session>('session.new', { capabilities });
  return { version: session.capabilities.browserVersion, send, close: () => firefox.kill() };
}

/** Evaluates an expression in a page and answers its value, awaited. Throws what it throws. */
export async function evaluateIn(firefox: Firefox, context: string, expression: string): Promise<unknown> {
  type Answer = { result?: { value?: unknown }; exceptionDetails?: { text: string } };
  const call = { expression, target: { context }, awaitPromise: true };
  const answer = await firefox.send<Answer>('script.evaluate', call);
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
  return answer.result?.value;
}
