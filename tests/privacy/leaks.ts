import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { buildFolder, type DeskBrowser, launchDesks } from '../support/browser.ts';
import { readNetLog } from './net-log.ts';
import { proxyArgs, startProxy } from './proxy.ts';

/** The contexts of the extension, each with its script; a page gets a script element of its own. */
const scripts = {
  background: 'background.js',
  engine: 'engine.html',
  'model-worker': 'model-worker.js',
  'knowledge-worker': 'knowledge-worker.js',
  'intents-worker': 'intents-worker.js',
  'document-worker': 'document-worker.js',
  popup: 'popup.html',
  library: 'library.html',
  practice: 'practice.html',
  content: 'content-scripts/helpdesk.js',
  'main-world': 'content-scripts/insert.js',
} as const;
export type LeakContext = keyof typeof scripts;
export const leakContexts = Object.keys(scripts) as LeakContext[];

/** These run in the helpdesk's page, under the page's policy or none: not ours to set. */
export const pageContexts: readonly LeakContext[] = ['content', 'main-world'];
/** No directive of a policy speaks of these; that nothing in the build takes them is what the bundle test holds. */
export const waysWithoutPolicy: readonly string[] = ['preconnect', 'dns', 'rtc', 'open', 'tabs'];

/**
 * What became of one way out: `stopped`; `out`, a request that the browser made; `connected`, a connection or a look-up
 * alone, which tells the host's name and nothing else (Chromium makes one for a frame before it asks the policy).
 */
export type Leak = { context: LeakContext; way: string; outcome: 'stopped' | 'connected' | 'out' };

/** Every remote address allowed, as far as Chromium lets an extension loosen its policy: scripts stay its own. */
const looseCsp =
  "default-src * data: blob:; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src * 'unsafe-inline'; img-src * data:; font-src *; connect-src *; media-src *; frame-src *; form-action *";

/** A copy of the build with the leak planted in every context; its policy is the shipped one or a loose one. */
async function plantLeaks(folder: string, policy: 'shipped' | 'loose'): Promise<string> {
  const copy = path.join(folder, 'extension');
  await cp(buildFolder, copy, { recursive: true });
  const leak = await readFile(path.join(import.meta.dirname, 'leak.js'), 'utf8');
  for (const [context, script] of Object.entries(scripts)) {
    const planted = leak.replace('__CONTEXT__', context);
    const file = path.join(copy, script);
    if (!script.endsWith('.html')) await appendFile(file, `\n;${planted}`);
    else {
      await writeFile(path.join(copy, `leak-${context}.js`), planted);
      const html = await readFile(file, 'utf8');
      await writeFile(file, html.replace('</head>', `<script src="/leak-${context}.js"></script></head>`));
    }
  }
  if (policy === 'loose') {
    const file = path.join(copy, 'manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    manifest.content_security_policy.extension_pages = looseCsp;
    await writeFile(file, JSON.stringify(manifest));
  }
  return copy;
}

type Tried = Map<LeakContext, string[]>;

/** Starts every context and answers which ways each has tried. Throws when one never ran. */
async function startContexts(desks: DeskBrowser): Promise<Tried> {
  const { context, extensionId } = desks;
  const open = async (name: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/${name}.html`);
    return page;
  };
  await open('popup');
  await open('practice');
  const ticket = await desks.openTicket('zendesk', 101);
  const library = await open('library');
  const tried: Tried = new Map();
  for (const name of pageContexts) {
    const value = await ticket.locator('html').getAttribute(`data-leak-${name}`);
    if (value) tried.set(name, value.split(','));
  }
  const reports = await library.evaluate(async (wanted) => {
    // Held, so that they live on: the extension ends each after its work.
    const workers = ['/document-worker.js', '/intents-worker.js'].map((file) => new Worker(file, { type: 'module' }));
    const found = new Map<string, string[]>();
    const channel = new BroadcastChannel('leaks');
    channel.onmessage = ({ data }) => typeof data === 'object' && found.set(data.context, data.tried);
    for (const until = Date.now() + 30_000; Date.now() < until && found.size < wanted; ) {
      channel.postMessage('who');
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    return workers.length > 0 ? [...found] : [];
  }, leakContexts.length - pageContexts.length);
  for (const [name, ways] of reports) tried.set(name as LeakContext, ways);
  const missing = leakContexts.filter((name) => !tried.has(name));
  if (missing.length > 0) throw new Error(`The leak never ran in: ${missing.join(', ')}.`);
  // The slowest ways (a look-up for WebRTC) are asked within half a second.
  await library.waitForTimeout(2_000);
  return tried;
}

/** Runs a build with the leak planted in every context behind the proxy, and says what came out by which way. */
export async function tryLeaks(policy: 'shipped' | 'loose'): Promise<Leak[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-leaks-'));
  const proxy = await startProxy();
  const netLog = path.join(folder, 'net-log.json');
  try {
    const desks = await launchDesks({
      extension: await plantLeaks(folder, policy),
      // A profile of our own, so that nothing waits for the sample library.
      profile: path.join(folder, 'profile'),
      args: [...proxyArgs(proxy), `--log-net-log=${netLog}`],
    });
    let tried: Tried;
    try {
      for (const origin of Object.values(desks.desks.hosts)) proxy.allow(new URL(origin).hostname, desks.desks.port);
      tried = await startContexts(desks);
    } finally {
      await desks.close();
    }
    const { lookUps, requests, ownRequests } = await readNetLog(netLog);
    const addresses = [...requests.map(({ url }) => url), ...ownRequests].join('\n');
    const connections = [...lookUps, ...proxy.asked.map(({ address }) => address)].join('\n');
    const outcomeOf = (name: string): Leak['outcome'] =>
      addresses.includes(name) ? 'out' : connections.includes(name) ? 'connected' : 'stopped';
    return [...tried].flatMap(([context, ways]) =>
      ways.map((way): Leak => ({ context, way, outcome: outcomeOf(`${way}.${context}`) })),
    );
  } finally {
    await proxy.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Leaks that got out of a context of ours by a way that our policy speaks of. */
export function brokenPolicy(leaks: readonly Leak[]): Leak[] {
  return leaks.filter(
    ({ context, way, outcome }) =>
      outcome === 'out' && !pageContexts.includes(context) && !waysWithoutPolicy.includes(way),
  );
}
