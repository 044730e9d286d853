import type { Page } from '@playwright/test';
import { layTable } from '../../lab/table.ts';
import { quantile } from '../support/bench/statistics.ts';
import { type DeskBrowser, launchDesks } from '../support/browser.ts';
import { callEngine, openExtensionPage } from '../support/engine-call.ts';
import { writeTrustResult } from '../support/trust-result.mjs';
import { compare, judge } from './compare.ts';
import { readWatch, type Visit, watchPage } from './measure.ts';

/** Visits of each desk with and without Deskside; fewer are tried out and kept nowhere. */
const wanted = 12;
const rounds = Number(process.argv[2] ?? wanted);
const desks = {
  zendesk: { path: '/agent/tickets/', editor: '.active [contenteditable="true"][data-test-id^="omnicomposer-"]' },
  freshdesk: { path: '/a/tickets/', editor: '.ticket-editor__bodytext [contenteditable="true"]' },
} as const;
type DeskName = keyof typeof desks;
const sentence = 'We looked at it today, and the part is on its way to you. ';
const betweenKeysMs = 45;
/** After this time everything Deskside does about a ticket has been done. */
const settleMs = 2_500;
const ticketId = 101;

const say = (line: string) => process.stderr.write(`deskside: ${line}\n`);

/** Opens a ticket, and works in it as an agent does: into the reply box, a sentence, away, back, some keys more. */
async function visit({ context, desks: running }: DeskBrowser, desk: DeskName): Promise<Visit> {
  const page = await context.newPage();
  await watchPage(page);
  await page.goto(`${running.hosts[desk]}${desks[desk].path}${ticketId}`);
  await page.waitForTimeout(settleMs);
  await work(page, desk);
  await page.waitForTimeout(500);
  const seen = await readWatch(page);
  await page.close();
  return seen;
}

async function work(page: Page, desk: DeskName): Promise<void> {
  if (desk === 'freshdesk') await page.locator('.rich-editor [data-test-id="ticket-action-reply"]').click();
  const editor = page.locator(desks[desk].editor).first();
  await editor.waitFor();
  await editor.click();
  await page.keyboard.type(sentence, { delay: betweenKeysMs });
  await page.locator('h1, h2, [data-test-id]').filter({ visible: true }).first().click({ force: true });
  await editor.click();
  await page.keyboard.type(sentence, { delay: betweenKeysMs });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
}

// Without the frame clock: a key's time is what it takes, not when the next frame is due.
const args = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
say('two browsers, one of them with Deskside …');
const bare = await launchDesks({ args, isWithoutExtension: true });
const ours = await launchDesks({ args });
const seen: Record<DeskName, { without: Visit[]; with: Visit[] }> = {
  zendesk: { without: [], with: [] },
  freshdesk: { without: [], with: [] },
};
try {
  const own = await openExtensionPage(ours);
  const text =
    '# Battery\n\nThe part is on its way: a battery that went to sleep wakes on its charger within an hour.\n';
  await callEngine(own, 'importFile', { name: 'battery.md', text });
  await own.close();
  for (const page of ours.context.pages()) if (page.url().endsWith('/practice.html')) await page.goto('about:blank');
  say('first visits, which fill caches …');
  // The first visit of each fills caches and wakes the models.
  for (const desk of ['zendesk', 'freshdesk'] as const) for (const browser of [bare, ours]) await visit(browser, desk);
  for (let round = 0; round < rounds; round += 1) {
    for (const desk of ['zendesk', 'freshdesk'] as const) {
      const order = round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const);
      for (const which of order) seen[desk][which].push(await visit(which === 'with' ? ours : bare, desk));
    }
    say(`round ${round + 1} of ${rounds}`);
  }
} finally {
  await bare.close();
  await ours.close();
}

const figures: Record<string, string | number> = { 'visits of each desk, with and without': rounds };
const rows: string[][] = [];
let missed = 0;
for (const [desk, { without, with: withOurs }] of Object.entries(seen)) {
  const measures: [string, (visit: Visit) => number, (middle: number) => number][] = [
    ['LCP of the page’s own, ms', ({ lcp }) => lcp, (middle) => middle * 0.02],
    ['INP, ms', ({ inp }) => inp, (middle) => middle * 0.02],
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
