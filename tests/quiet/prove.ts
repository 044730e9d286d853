import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { layTable } from '../../lab/table.ts';
import { browserArgs, startDesks } from '../desks/server.ts';
import { quantile } from '../support/bench/statistics.ts';
import { buildFolder, launchDesks } from '../support/browser.ts';
import { callEngine, openExtensionPage } from '../support/engine-call.ts';
import { writeTrustResult } from '../support/trust-result.mjs';
import { compare, judge } from './compare.ts';
import { readWatch, toVisit, type Visit, watchPage } from './measure.ts';
import { type OwnBrowser, startOwnBrowser, type Tab } from './own-browser.ts';

/** Visits of each desk with and without Deskside; fewer are tried out and kept nowhere. */
const wanted = 8;
const rounds = Number(process.argv[2] ?? wanted);
const desks = {
  zendesk: { path: '/agent/tickets/', editor: '.active [contenteditable="true"][data-test-id^="omnicomposer-"]' },
  freshdesk: { path: '/a/tickets/', editor: '.ticket-editor__bodytext [contenteditable="true"]' },
} as const;
type DeskName = keyof typeof desks;
/** A browser, and whether Deskside has to be in it. */
type Side = { browser: OwnBrowser; hasPanel: boolean };
const sentence = 'We looked at it today, and the part is on its way to you. ';
/** Quick for an agent: 120 words a minute. */
const betweenKeysMs = 100;
/** After this time everything Deskside does about a ticket has been done; the last is to ask, 2 s after the first answer, for the self-test. */
const settleMs = 3_500;
const ticketId = 101;

const say = (line: string) => process.stderr.write(`deskside: ${line}\n`);

/** Opens a ticket, and works in it as an agent does: into the reply box, a sentence, away, back, some keys more. */
async function visit({ browser, hasPanel }: Side, desk: DeskName): Promise<Visit> {
  const tab = await browser.openTab();
  await tab.open(`${running.hosts[desk]}${desks[desk].path}${ticketId}`, watchPage);
  await pause(settleMs);
  await work(tab, desk);
  await pause(500);
  const seen = await tab.run(readWatch);
  if (seen.hasPanel !== hasPanel) throw new Error(`${desk}: the panel ${hasPanel ? 'is missing' : 'is there'}.`);
  await tab.close();
  return toVisit(seen);
}

async function work(tab: Tab, desk: DeskName): Promise<void> {
  if (desk === 'freshdesk') await tab.click('.rich-editor [data-test-id="ticket-action-reply"]');
  const { editor } = desks[desk];
  await tab.click(editor);
  await tab.type(sentence, betweenKeysMs);
  await tab.click('h1, h2, [data-test-id]');
  await tab.click(editor);
  await tab.type(sentence, betweenKeysMs);
  await tab.clear();
}

/** Makes a profile in which Deskside has an article and has shown its practice page. */
async function prepareProfile(profile: string): Promise<void> {
  // Closed as it ships, and from the same folder as later: an extension's storage goes by it.
  const first = await launchDesks({ running, profile, isClosed: true });
  const own = await openExtensionPage(first);
  const text =
    '# Battery\n\nThe part is on its way: a battery that went to sleep wakes on its charger within an hour.\n';
  await callEngine(own, 'importFile', { name: 'battery.md', text });
  await first.close();
}

const running = await startDesks();
const folder = await mkdtemp(path.join(tmpdir(), 'deskside-quiet-'));
const profiles = { without: path.join(folder, 'without'), with: path.join(folder, 'with') };
// Without the frame clock: a key's time is what it takes, not when the next frame is due.
const args = ['--disable-frame-rate-limit', '--disable-gpu-vsync', ...browserArgs(running.port)];
say('two browsers, one of them with Deskside …');
await prepareProfile(profiles.with);
const extension = [`--disable-extensions-except=${buildFolder}`, `--load-extension=${buildFolder}`];
const bare: Side = { browser: await startOwnBrowser({ profile: profiles.without, args }), hasPanel: false };
const ours: Side = {
  browser: await startOwnBrowser({ profile: profiles.with, args: [...args, ...extension] }),
  hasPanel: true,
};
const seen: Record<DeskName, { without: Visit[]; with: Visit[] }> = {
  zendesk: { without: [], with: [] },
  freshdesk: { without: [], with: [] },
};
try {
  // An extension from the command line counts as newly installed at each start; its tab would hide the tickets.
  await ours.browser.closeTab('/practice.html');
  say('first visits, which fill caches …');
  // The first visit of each fills caches and wakes the models.
  for (const desk of ['zendesk', 'freshdesk'] as const) for (const side of [bare, ours]) await visit(side, desk);
  for (let round = 0; round < rounds; round += 1) {
    for (const desk of ['zendesk', 'freshdesk'] as const) {
      const order = round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const);
      for (const which of order) seen[desk][which].push(await visit(which === 'with' ? ours : bare, desk));
    }
    say(`round ${round + 1} of ${rounds}`);
  }
} finally {
  await bare.browser.close();
  await ours.browser.close();
  await running.close();
  await rm(folder, { recursive: true, force: true });
}

const figures: Record<string, string | number> = { 'visits of each desk, with and without': rounds };
const rows: string[][] = [];
let missed = 0;
for (const [desk, { without, with: withOurs }] of Object.entries(seen)) {
  const measures: [string, (visit: Visit) => number, (middle: number) => number][] = [
    ['LCP of the page’s own, ms', ({ lcp }) => lcp, (middle) => middle * 0.02],
    ['INP by frames, ms', ({ inp }) => inp, (middle) => middle * 0.02],
    ['long tasks, ms a visit', ({ longTasks }) => longTasks, () => 0],
    ['typing p95, ms', ({ typing }) => quantile(typing, 0.95), () => 1],
  ];
  for (const [name, of, goalOf] of measures) {
    const pair = { without: without.map(of), with: withOurs.map(of) };
    const compared = compare(pair);
    const goal = goalOf(quantile(pair.without, 0.5));
    const verdict = judge(compared, goal);
    if (verdict === 'missed') missed += 1;
    const difference = `${compared.difference >= 0 ? '+' : '−'}${Math.abs(compared.difference).toFixed(1)} ± ${compared.noise.toFixed(1)}`;
    rows.push([desk, name, compared.without, compared.with, difference, `≤ ${goal.toFixed(1)}`, verdict]);
    figures[`${desk}: ${name}, difference ± noise`] = `${difference} (goal ${goal.toFixed(1)}: ${verdict})`;
  }
  const shown = quantile(withOurs.map(({ ours }) => ours).filter(Number.isFinite), 0.5);
  rows.push([desk, 'largest paint of Deskside, ms', '', shown.toFixed(1), '', '', 'no goal']);
  figures[`${desk}: largest paint of Deskside, ms`] = Math.round(shown);
  const keys = [...without, ...withOurs].reduce((sum, { typing }) => sum + typing.length, 0);
  if (keys < rounds * 2 * sentence.length) throw new Error(`${desk}: only ${keys} keys were seen.`);
}
const heads = ['desk', 'measure', 'without', 'with', 'difference', 'goal', 'verdict'];
process.stdout.write(`${layTable(heads, rows)}\n`);
if (rounds === wanted) writeTrustResult('quiet-page', figures);
process.exitCode = missed === 0 ? 0 : 1;
