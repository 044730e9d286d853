import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { playbooks } from '../desks/fernway/playbooks.ts';
import { measureArrival } from './bench/latency.ts';
import { type DeskBrowser, launchDesks } from './browser.ts';
import { callEngine, openExtensionPage, waitForImport } from './engine-call.ts';

const { values } = parseArgs({
  options: {
    desk: { type: 'string', default: 'zendesk' },
    headless: { type: 'boolean', default: false },
    out: { type: 'string', default: 'test-results/start' },
  },
});
if (values.desk !== 'zendesk' && values.desk !== 'freshdesk') {
  process.stderr.write(`deskside: there is no desk "${values.desk}": use zendesk or freshdesk.\n`);
  process.exit(2);
}
const desk = values.desk;
/** The ticket that newcomers see first. */
const ticketId = 101;

/** Presses "Import" in the panel, as an agent does, and waits for the end. */
async function importKnowledge(page: Page, extensionPage: Page): Promise<void> {
  await page.locator('deskside-panel').getByRole('button', { name: 'Import articles and macros' }).click();
  await waitForImport(extensionPage, new URL(page.url()).origin);
}

/** What the panel shows, in its own words. */
function readPanel(page: Page) {
  return page.locator('deskside-panel [data-deskside]').evaluate((root) => {
    const texts = (selector: string) =>
      [...root.querySelectorAll(selector)].map((node) => (node as HTMLElement).innerText.replace(/\s+/g, ' ').trim());
    return {
      signals: [...root.querySelectorAll('[aria-label="What the conversation tells"] [title]')].map((chip) =>
        chip.getAttribute('title'),
      ),
      trend: root.querySelector('[data-trend]')?.getAttribute('data-trend') ?? null,
      reply: {
        text: (root.querySelector('[role="group"][lang]') as HTMLElement | null)?.innerText ?? null,
        sentences: [...root.querySelectorAll('[data-sentence]')].map((sentence) => ({
          text: sentence.textContent,
          source: sentence.getAttribute('data-source'),
          quote: sentence.getAttribute('data-quote'),
        })),
      },
      articles: texts('article'),
      steps: texts('[aria-current="step"]'),
      silent: texts('[data-silent]'),
    };
  });
}

const composerSelectors = {
  zendesk: '[data-test-id="omnicomposer-rich-text-ckeditor"]:visible',
  freshdesk: '.fr-element:visible',
} as const;

async function composerText(page: Page): Promise<string> {
  const composer = page.locator(composerSelectors[desk]).first();
  return (await composer.count()) > 0 ? (await composer.innerText()).trim() : '';
}

/** Opens the ticket once more, as the query says, and photographs it with its suggestions. */
async function show(browser: DeskBrowser, query: string, file: string): Promise<void> {
  const page = await browser.openTicket(desk, ticketId, query);
  await page.locator('[data-suggestion-key]').waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  await page.screenshot({ path: file });
}

/** The main job without a screen; answers what is printed. */
async function demonstrate(browser: DeskBrowser, page: Page, out: string) {
  const text = browser.desks.state.tickets.find((one) => one.id === ticketId)?.arrivals?.[0]?.text;
  if (!text) throw new Error(`ticket ${ticketId} has no message to arrive`);
  await page.bringToFront();
  const before = await composerText(page);
  const latency = await measureArrival(page, { ticketId, text });
  await page.waitForTimeout(500);
  const panel = await readPanel(page);
  await page.screenshot({ path: path.join(out, `${desk}-light.png`) });
  await page.keyboard.press('Alt+Shift+I');
  // Where the reply box was closed it opens first; the panel says when the reply is in.
  await page.getByText('Inserted. Read it once more, then send.').waitFor();
  const after = await composerText(page);
  await page.screenshot({ path: path.join(out, `${desk}-inserted.png`) });
  await show(browser, '?theme=dark', path.join(out, `${desk}-dark.png`));
  const background = await browser.background();
  await background.evaluate(() => chrome.storage.local.set({ 'settings.language': 'ar' }));
  await show(browser, '?lang=ar', path.join(out, `${desk}-rtl.png`));
  return {
    desk,
    message: text,
    ...panel,
    composer: { before, after },
    milliseconds: { messageToSignals: latency.signalsMs, messageToSuggestion: latency.suggestionMs },
    sent: browser.desks.state.sent.length,
    screenshots: ['light', 'inserted', 'dark', 'rtl'].map((name) => path.join(out, `${desk}-${name}.png`)),
  };
}

const browser = await launchDesks({
  isHeadless: values.headless,
  desks: { live: !values.headless },
  viewport: values.headless ? { width: 1440, height: 900 } : null,
});
try {
  const extensionPage = await openExtensionPage(browser);
  for (const { text } of playbooks) await callEngine(extensionPage, 'savePlaybook', { text });
  const page = await browser.openTicket(desk, ticketId);
  await importKnowledge(page, extensionPage);
  await extensionPage.close();
  if (values.headless) {
    const out = path.resolve(values.out);
    await mkdir(out, { recursive: true });
    process.stdout.write(`${JSON.stringify(await demonstrate(browser, page, out), null, 2)}\n`);
  } else {
    await page.bringToFront();
    process.stderr.write(
      'deskside: the ticket is open. Alt+Shift+I inserts the reply, Tab takes the grey text. The customer writes again in a moment.\n',
    );
    await new Promise((resolve) => browser.context.on('close', resolve));
  }
} finally {
  await browser.close();
}
