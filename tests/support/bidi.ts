import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
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

async function connect(port: number, program: ChildProcess): Promise<WebSocket> {
  for (let attempt = 0; attempt < 240 && program.exitCode === null; attempt += 1) {
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

/** A command that is not answered by then never will be: the longest wait of a page is shorter. Milliseconds. */
const answerMs = 200_000;
/** Firefox has its first tab after a few seconds, on a busy machine after some more. */
const startMs = 90_000;

type StartOptions = { program: string; profile: string; port: number };

/** What is being waited for, but no longer than `limitMs`; then rejects with `what`. */
async function within<Value>(limitMs: number, what: string, value: Promise<Value>): Promise<Value> {
  const leaving = new AbortController();
  const late = sleep(limitMs, undefined, { signal: leaving.signal }).then(() => {
    throw new Error(`Firefox: ${what}: no answer within ${limitMs / 1000} s.`);
  });
  try {
    return await Promise.race([value, late]);
  } finally {
    leaving.abort();
    late.catch(() => {});
  }
}

async function startOnce({ program, profile, port }: StartOptions): Promise<Firefox> {
  const args = ['--headless', '--profile', profile, `--remote-debugging-port=${port}`, '--remote-allow-system-access'];
  const firefox = spawn(program, args, { stdio: 'ignore' });
  const failed = new Promise<never>((_resolve, reject) => firefox.once('error', reject));
  const socket = await Promise.race([connect(port, firefox), failed]);
  const waiting = new Map<number, (answer: Incoming) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Incoming;
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;
  const send = <Answer>(method: string, params: object = {}) => {
    const answered = new Promise<Answer>((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ type, result, error, message }) =>
        type === 'error' ? reject(new Error(`${method}: ${error} ${message}`)) : resolve(result as Answer),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
    return within(answerMs, method, answered);
  };
  type Session = { capabilities: { browserVersion: string } };
  const capabilities = { alwaysMatch: { acceptInsecureCerts: true } };
  const begin = async () => {
    const session = await send<Session>('session.new', { capabilities });
    // Only a tab that opens shows that pages have a process to run in.
    const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
    await send('browsingContext.close', { context });
    return session.capabilities.browserVersion;
  };
  try {
    return { version: await within(startMs, 'start', begin()), send, close: () => firefox.kill() };
  } catch (error) {
    firefox.kill('SIGKILL');
    throw error;
  }
}

/**
 * Starts Firefox without a window on a fresh profile, once more where it hangs at its start. Throws when it does not
 * start. Self-signed certificates are taken.
 */
export async function startFirefox(options: StartOptions): Promise<Firefox> {
  // A page's process that was asked of the fork server did not come on a busy machine (153, 2026-11-30).
  await appendFile(path.join(options.profile, 'user.js'), 'user_pref("dom.ipc.forkserver.enable", false);\n');
  try {
    return await startOnce(options);
  } catch (error) {
    process.stderr.write(`deskside: ${error}; once more …\n`);
    return startOnce({ ...options, port: options.port + 10 });
  }
}

/** Evaluates an expression in a page and answers its value, awaited. Throws what it throws. */
export async function evaluateIn(firefox: Firefox, context: string, expression: string): Promise<unknown> {
  type Answer = { result?: { value?: unknown }; exceptionDetails?: { text: string } };
  const call = { expression, target: { context }, awaitPromise: true };
  const answer = await firefox.send<Answer>('script.evaluate', call);
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
  return answer.result?.value;
}
