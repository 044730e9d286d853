import { expect } from '@playwright/test';
import { ids, openTicket, test } from './freshdesk/desk-test.ts';

const editable = '.ticket-editor__bodytext .fr-element.fr-view[contenteditable="true"]';

test('draws the description, then one wrapper for each answer', async ({ page }) => {
  await openTicket(page, ids.plain);
  await expect(page).toHaveTitle('[#901] Subject 901 : Fernway');
  await expect(page.locator('[data-test-title="main-title"]')).toHaveText('All tickets');
  await expect(page.locator('.requestor-wrap[data-album="ticket_901"] #ticket_original_request')).toContainText(
    'Message 0',
  );
  const albums = await page
    .locator('[data-test-id="conversation-wrapper"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-album')));
  expect(albums).toEqual(['note_90101', 'note_90102']);
  await expect(page.locator('[data-album="note_90101"] [data-test-is-agent]')).toHaveCount(1);
  await expect(page.locator('[data-album="note_90102"] [data-test-is-agent]')).toHaveCount(0);
  await expect(page.locator('[data-album="note_90102"] .gmail_quote')).toContainText('Message 1');
});

test('keeps subject and contact in open shadow roots only', async ({ page }) => {
  await openTicket(page, ids.plain);
  expect(await page.evaluate(() => document.body.innerHTML.includes('Subject 901'))).toBe(false);
  expect(
    await page.evaluate(() => document.querySelector('ticket-details')?.shadowRoot?.querySelector('h2')?.textContent),
  ).toBe('Subject 901');
  const mail = () =>
    document.querySelector('mfe-application fw-unified-mfe--contact-info')?.shadowRoot?.querySelector('p.break-all')
      ?.textContent;
  expect(await page.evaluate(mail)).toBe('rosa@mailbox.example');
});

test('colours a customer with another address like a private note', async ({ page }) => {
  await openTicket(page, ids.external);
  const privates = page.locator('.ticket-details__privatenote');
  await expect(privates).toHaveCount(3);
  await expect(privates.nth(0).locator('.emails-info:not(.notify)')).toHaveCount(1);
  await expect(privates.nth(1).locator('.emails-info:not(.notify)')).toHaveCount(0);
  await expect(privates.nth(2).locator('.emails-info:not(.notify)')).toHaveCount(0);
  await expect(page.locator('.emails-info.notify')).toHaveCount(1);
});

test('collapses the middle of a long conversation until asked', async ({ page }) => {
  await openTicket(page, ids.long);
  const wrappers = page.locator('[data-test-id="conversation-wrapper"]');
  await expect(wrappers).toHaveCount(5);
  const more = page.locator('[data-test-button="load-more"]');
  await expect(more).toHaveText('+11 conversations');
  await more.click();
  await expect(wrappers).toHaveCount(16);
  const albums = await wrappers.evaluateAll((all) => all.map((one) => one.getAttribute('data-album')));
  expect(albums).toEqual(Array.from({ length: 16 }, (_, index) => `note_${90301 + index}`));
});

test('opens a Froala editor some time after Reply, with signature and quote', async ({ page }) => {
  await openTicket(page, ids.plain);
  await expect(page.locator('[contenteditable]')).toHaveCount(0);
  // By the page's own clock: a test that asks from outside may come too late.
  const soonAfter = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const count = () => resolve(document.querySelectorAll('[contenteditable]').length);
        document.addEventListener('click', () => setTimeout(count, 100), { once: true, capture: true });
      }),
  );
  await page.locator('[data-test-id="ticket-action-reply"]').click();
  expect(await soonAfter).toBe(0);
  const field = page.locator(editable);
  await expect(field.locator('.signature')).toContainText('Fernway');
  await expect(field.locator('.freshdesk_quote')).toContainText('Message 2');
  await expect(field).toBeFocused();
  const before = await field.textContent();
  await page.keyboard.type('Good morning');
  await expect(field.locator('p').first()).toHaveText('Good morning');
  await expect(page.locator('[data-cmd="undo"]:not(.fr-disabled)')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(() => field.textContent()).toBe(before);
});

test('ignores pasted plain text but takes pasted HTML, as Froala does', async ({ page }) => {
  await openTicket(page, ids.plain);
  await page.locator('[data-test-email-action="reply"]').click();
  const field = page.locator(editable);
  await expect(field).toBeFocused();
  const paste = (types: Record<string, string>) =>
    field.evaluate((element, types) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(types)) clipboardData.setData(type, value);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, types);
  await paste({ 'text/plain': 'plain alone' });
  await paste({ 'text/plain': 'both', 'text/html': '<p>both</p>' });
  await expect(field).toContainText('both');
  await expect(field).not.toContainText('plain alone');
});

test('opens notes with a field for whom to tell, and records what is sent', async ({ desks, page }) => {
  await openTicket(page, ids.plain);
  await page.locator('[data-test-id="add-note"]').click();
  await expect(page.locator('[data-test-notify-to]')).toBeVisible();
  await expect(page.locator(editable)).toBeFocused();
  await page.keyboard.type('Ask the workshop');
  expect(desks.state.sent).toEqual([]);
  await page.locator('[data-test-id="submit"]').click();
  const last = page.locator('[data-test-id="conversation-wrapper"]').last();
  await expect(last).toContainText('Ask the workshop');
  await expect(last.locator('.ticket-details__privatenote')).toHaveCount(1);
  expect(desks.state.sent).toMatchObject([{ ticketId: ids.plain, isPublic: false, host: 'fernway.freshdesk.com' }]);
  await expect(page.locator('[contenteditable]')).toHaveCount(0);
});

test('appends what arrives, without disturbing a draft', async ({ desks, page }) => {
  await openTicket(page, ids.plain);
  await page.locator('[data-test-email-action="reply"]').click();
  await expect(page.locator(editable)).toBeFocused();
  await page.keyboard.type('My draft');
  desks.state.arrive(ids.plain, 'One more thing');
  const last = page.locator('[data-test-id="conversation-wrapper"]').last();
  await expect(last).toContainText('One more thing');
  await expect(page.locator(editable)).toContainText('My draft');
});

test('draws a message anew when somebody changes it', async ({ page }) => {
  await openTicket(page, ids.plain);
  await page.evaluate(() => document.querySelector('[data-note-id="90101"]')?.append('intruder'));
  await expect(page.locator('[data-note-id="90101"]')).toHaveText('Message 1 of 901');
});

test('shows one ticket at a time and goes to the next without a page load', async ({ page }) => {
  await openTicket(page, ids.plain, '?theme=dark');
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.locator('[data-test-title="main-title"]').click();
  await page.locator('.ticket-row', { hasText: 'Subject 903' }).click();
  await expect(page).toHaveTitle('[#903] Subject 903 : Fernway');
  await expect(page).toHaveURL(/\/a\/tickets\/903\?theme=dark$/);
  await expect(page.locator('[data-album^="ticket_"]')).toHaveCount(1);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await page.goBack();
  await expect(page.locator('.ticket-row')).toHaveCount(4);
});

test('speaks Arabic from right to left', async ({ page }) => {
  await openTicket(page, ids.plain, '?lang=ar');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('[data-test-id="conversation-status"]').nth(1)).toHaveText('قام بالرد');
});

test('never runs what customers write', async ({ page }) => {
  await openTicket(page, ids.hostile);
  await expect(page.locator('#ticket_original_request')).toContainText('hi');
  await expect(page).toHaveTitle('[#904] <img src=x onerror="document.title=1"> : Fernway');
  expect(await page.evaluate(() => document.body.dataset.ran)).toBeUndefined();
  await expect(page.locator('[onerror], #ticket_original_request script')).toHaveCount(0);
});
