import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesks } from '../desks/server.ts';
import { evaluateIn, startFirefox } from './bidi.ts';
import { copyBuildOpen } from './open-build.ts';

/** The main job in an installed Firefox, with the Firefox build: prints one JSON object; ends with 1 when a step fails. */
const desks = await startDesks();
const profile = await mkdtemp(path.join(tmpdir(), 'deskside-firefox-'));
const { zendesk, freshdesk } = desks.hosts;
const hosts = [zendesk, freshdesk].map((origin) => new URL(origin).host).join(',');
await writeFile(path.join(profile, 'user.js'), `user_pref("network.dns.localDomains", "${hosts}");\n`);
const firefox = await startFirefox({ program: process.env.DESKSIDE_FIREFOX ?? 'firefox', profile, port: 9555 });

type Tree = { contexts: { context: string }[] };
const panel = `document.querySelector('deskside-panel').shadowRoot.querySelector('[data-deskside]')`;
const editor = `document.querySelector('.ticket-panes-grid-layout.active [contenteditable="true"]')`;

try {
  const extensionPath = await copyBuildOpen(path.resolve('.output/firefox-mv2'), profile);
  await firefox.send('webExtension.install', { extensionData: { type: 'path', path: extensionPath } });
  const { contexts } = await firefox.send<Tree>('browsingContext.getTree');
  const context = contexts[0]?.context ?? '';
  // The practice page opens in front after install, and Deskside reads no hidden tab.
  await sleep(2_000);
  await firefox.send('browsingContext.activate', { context });
  const evaluate = (expression: string) => evaluateIn(firefox, context, expression);
  /** Waits until the expression is true in the page. */
  const until = async (what: string, expression: string, limitMs = 150_000) => {
    for (const end = Date.now() + limitMs; ; await sleep(50)) {
      if ((await evaluate(`try { !!(${expression}) } catch { false }`).catch(() => false)) === true) return;
      if (Date.now() > end) throw new Error(`Firefox: ${what}: not within ${limitMs} ms.`);
    }
  };
  const url = `${zendesk}:${desks.port}/agent/tickets/101`;
  await firefox.send('browsingContext.navigate', { context, url, wait: 'complete' });
  await until('signals of the open ticket', `${panel}.dataset.signalsKey`);
  // Deskside does nothing for a click that a script made.
  const place = await evaluate(`(() => {
    const button = [...${panel}.querySelectorAll('button')].find((one) => /^Import articles/.test(one.textContent));
    button.scrollIntoView();
    const { left, top, width, height } = button.getBoundingClientRect();
    return [left + width / 2, top + height / 2].map(Math.round).join();
  })()`);
  const [x, y] = String(place).split(',').map(Number);
  const press = [{ type: 'pointerMove', x, y }, ...['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }))];
  await firefox.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions: press }] });
  await until('the import', `/are ready/.test(${panel}.innerText)`, 300_000);
  const text = desks.state.ticket(101)?.arrivals?.[0]?.text ?? '';
  desks.state.arrive(101, text);
  const draft = `${panel}.querySelector('[role="group"][lang]')`;
  await until('a reply draft', `${panel}.dataset.conversationKey.includes('|101|4|') && ${draft}`);
  const reply = await evaluate(`${draft}.innerText`);
  await evaluate(`${editor}.focus()`);
  // Alt, Shift, I: code points of WebDriver's key table.
  const keys = ['\uE00A', '\uE008', 'I'];
  const down = keys.map((value) => ({ type: 'keyDown', value }));
  const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
  await firefox.send('input.performActions', {
    context,
    actions: [{ type: 'key', id: 'keys', actions: [...down, ...up] }],
  });
  await until('the insertion', `/^Inserted/m.test(${panel}.innerText)`);
  const composer = await evaluate(`${editor}.innerText`);
  if (desks.state.sent.length > 0) throw new Error('Firefox: something was sent.');
  process.stdout.write(`${JSON.stringify({ firefox: firefox.version, reply, composer, sent: 0 }, null, 2)}\n`);
} finally {
  firefox.close();
  await desks.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(0);
