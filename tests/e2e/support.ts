import { expect, type Locator, type Page, test } from '@playwright/test';
import { type DeskBrowser, type DeskBrowserOptions, launchDesks } from '../support/browser.ts';

/** The composer of the ticket in front, on either desk. */
export const editors = {
  zendesk: '.ticket-panes-grid-layout.active [contenteditable="true"][data-test-id^="omnicomposer-"]',
  freshdesk: '.ticket-editor__bodytext .fr-element.fr-view[contenteditable="true"]',
} as const;

/** What the customer of ticket 101 answers: a macro of the library (a battery that went to sleep) fits it. */
export const sleepingBattery =
  "I'm home now and have looked. The light on the charger stays green, but there isn't a single light on the battery, and nothing happens when I tap its button. It hasn't been charged since November. Can I do anything myself before Monday, or do I need a new battery?";

/** One browser for all tests of a file. */
export function startDeskBrowser(options: DeskBrowserOptions = {}): () => DeskBrowser {
  let desks: DeskBrowser | undefined;
  test.beforeAll(async () => {
    // A first start unpacks models and reads the sample library, which takes long on a busy machine.
    test.setTimeout(200_000);
    desks = await launchDesks(options);
  });
  test.afterAll(() => desks?.close());
  return () => {
    if (!desks) throw new Error('The desks are not running.');
    return desks;
  };
}

/** The element whose attributes tell what the panel shows. */
export const root = (page: Page): Locator => page.locator('deskside-panel [data-deskside]');

/** Text without white space and invisible fillers, since editors re-wrap what they take. */
export function bare(text: string): string {
  return text.replace(/\(https?:[^)]*\)/g, '').replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/g, '');
}

type Keys = { conversation: string | null; signals: string | null; suggestion: string | null };

/** What the panel's content belongs to. */
export function keysOf(page: Page): Promise<Keys> {
  return root(page).evaluate((node) => ({
    conversation: node.getAttribute('data-conversation-key'),
    signals: node.getAttribute('data-signals-key'),
    suggestion: node.getAttribute('data-suggestion-key'),
  }));
}

/** Waits until signals and suggestions of the ticket's present conversation are shown; answers its key. */
export async function settled(page: Page, ticketId: number, messages?: number): Promise<string> {
  const part = messages === undefined ? `|${ticketId}|` : `|${ticketId}|${messages}|`;
  await expect
    .poll(
      async () => {
        const { conversation, signals, suggestion } = await keysOf(page);
        return conversation?.includes(part) && conversation === signals && conversation === suggestion;
      },
      { timeout: 20_000, intervals: [50] },
    )
    .toBe(true);
  return (await keysOf(page)).conversation ?? '';
}

/** Lets a customer write and waits for what Deskside makes of it; answers the milliseconds until the suggestion is there. */
export async function arrive(desks: DeskBrowser, page: Page, ticketId: number, text: string): Promise<number> {
  const { conversation: before } = await keysOf(page);
  const start = performance.now();
  desks.desks.state.arrive(ticketId, text);
  await page.waitForFunction(
    (last) => {
      const at = document.querySelector('deskside-panel')?.shadowRoot?.querySelector('[data-deskside]');
      const key = at?.getAttribute('data-conversation-key');
      return key !== last && key === at?.getAttribute('data-suggestion-key');
    },
    before,
    { polling: 10, timeout: 20_000 },
  );
  return performance.now() - start;
}

/** Presses the panel's one button that imports the helpdesk's knowledge and waits until it is all there, and read. */
export async function importKnowledge(page: Page): Promise<{ articles: number; macros: number }> {
  // A forward pass a passage takes long on a busy machine.
  test.setTimeout(test.info().timeout + 90_000);
  await page.getByRole('button', { name: 'Import articles and macros' }).click();
  await expect(page.getByRole('progressbar', { name: 'Importing knowledge' })).toBeVisible();
  const done = page.getByText(/\d+ articles? and \d+ macros? are ready\./);
  await expect(done).toBeVisible({ timeout: 120_000 });
  const [articles = 0, macros = 0] = ((await done.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
  return { articles, macros };
}

/** The card with the reply draft. */
export const draft = (page: Page): Locator =>
  page.getByRole('group', { name: 'Draft; each sentence shows its source' });

/** The draft's text as the panel shows it. */
export async function draftText(page: Page): Promise<string> {
  return (await draft(page).textContent()) ?? '';
}

/** The draft as a rich editor must hold it, {@link bare}: lists have no signs there and links no addresses. */
export async function bareDraft(page: Page): Promise<string> {
  const text = (await draftText(page)).replace(/^\s*(?:•|\d+\.)\s/gm, '');
  return bare(text);
}

/** Presses a key of the browser itself, which no page can: Alt+Shift and a letter, by its X11 key code. */
export async function pressCommand(page: Page, letter: 'D' | 'I' | 'N'): Promise<void> {
  // The browser gives its commands to the tab in front.
  await page.bringToFront();
  const client = await page.context().newCDPSession(page);
  const key = {
    modifiers: 9,
    key: letter,
    code: `Key${letter}`,
    windowsVirtualKeyCode: letter.charCodeAt(0),
    nativeVirtualKeyCode: { D: 40, I: 31, N: 57 }[letter],
  };
  await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await client.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await client.detach();
}

/** Every pair of conversation and suggestion the panel has shown from now on, to be read by {@link mismatches}. */
export async function recordKeys(page: Page): Promise<void> {
  await root(page).evaluate((node) => {
    const seen: [string | null, string | null][] = [];
    Object.assign(window, { seenKeys: seen });
    new MutationObserver(() =>
      seen.push([node.getAttribute('data-conversation-key'), node.getAttribute('data-suggestion-key')]),
    ).observe(node, { attributes: true });
  });
}

/** The pairs that were recorded where a suggestion was shown beside another conversation than its own. */
export function mismatches(page: Page): Promise<(string | null)[][]> {
  return page.evaluate(() =>
    (window as unknown as { seenKeys: [string | null, string | null][] }).seenKeys.filter(
      ([conversation, suggestion]) => suggestion !== null && suggestion !== conversation,
    ),
  );
}

/** The editor's HTML without what CKEditor makes anew each time: invisible fillers beside a caret, ids of list items. */
export async function editorHtml(editor: Locator): Promise<string> {
  return (await editor.innerHTML()).replace(/[\u200b\u2060\ufeff]| data-list-item-id="\w+"/g, '');
}

/** Empties the editor as an agent would. */
export async function clearEditor(page: Page, editor: Locator): Promise<void> {
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
}

/** Types "Draft **bold** tail" and leaves the caret before "tail". */
export async function typeDraft(page: Page): Promise<void> {
  await page.keyboard.type('Draft ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('bold');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' tail');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowLeft');
}
