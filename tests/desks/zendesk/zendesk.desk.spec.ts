import { expect, type Page } from '@playwright/test';
import { test } from '../desk-test.ts';
import { tickets } from '../fernway/tickets.ts';
import { startDesks } from '../server.ts';

const editable = '.ticket-panes-grid-layout.active [contenteditable="true"][data-test-id^="omnicomposer-"]';
const articles = '.ticket-panes-grid-layout.active article[data-test-id="omni-log-comment-item"]';

async function openTicket(page: Page, path: string): Promise<void> {
  await page.goto(`https://fernway.zendesk.com/agent/${path}`);
  await page.locator(editable).waitFor();
}

test.describe('the page', () => {
  test('mounts three tickets and shows one', async ({ page }) => {
    await openTicket(page, 'tickets/101');
    await expect(page.locator('#main_panes > *')).toHaveCount(3);
    await expect(page.locator('[data-test-id^="ticket-"][data-is-active="true"]')).toHaveCount(1);
    const hidden = await page
      .locator('#main_panes > *')
      .evaluateAll((panes) =>
        panes.map((pane) => [getComputedStyle(pane).visibility, getComputedStyle(pane).display, pane.clientWidth > 0]),
      );
    expect(hidden).toEqual([
      ['visible', 'block', true],
      ['visible', 'none', false],
      ['hidden', 'block', true],
    ]);
  });

  test('changes tickets by tab without a reload', async ({ page }) => {
    await openTicket(page, 'tickets/101');
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await page.locator('[data-test-id="header-tab"][data-entity-id="102"]').click();
    await expect(page).toHaveURL(/\/agent\/tickets\/102$/);
    await expect(page.locator('[data-entity-is-selected="true"]')).toHaveAttribute('data-entity-id', '102');
    await expect(page.locator('.active [data-ticket-id="102"]')).toBeVisible();
    await page.goBack();
    await expect(page.locator('.active [data-ticket-id="101"]')).toBeVisible();
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  });

  test('opens a ticket from the list', async ({ desks, page }) => {
    await page.goto(`${desks.hosts.zendesk}/agent/filters/1`);
    await page.locator('[data-test-id="generic-table-row"] a[href="tickets/104"]').click();
    await expect(page.locator('.active [data-test-id="omnicomposer-plain-text-ckeditor"]')).toBeVisible();
    await expect(page.locator('#main_panes > *')).toHaveCount(4);
  });

  test('shows a message that arrives', async ({ page }) => {
    await openTicket(page, 'tickets/103');
    const before = await page.locator(articles).count();
    await page.evaluate(() =>
      fetch('/__desk__/arrive', {
        method: 'POST',
        body: JSON.stringify({ ticketId: 103, text: 'And a <b>bell</b>?' }),
      }),
    );
    await expect(page.locator(articles)).toHaveCount(before + 1);
    const last = page.locator(articles).last();
    await expect(last.locator('[data-test-id="omni-log-message-content"]')).toHaveText('And a <b>bell</b>?');
    await expect(last.locator('[data-test-id="omni-log-item-message"]')).toHaveAttribute('type', 'end-user');
    await expect(last.locator('time')).toHaveAttribute('datetime', /^\d{4}-.*Z$/);
  });

  test('collapses a long history and brings it back by "show more"', async ({ page }) => {
    await openTicket(page, 'tickets/112?collapse=5');
    await expect(page.locator(articles)).toHaveCount(5);
    const button = page.locator('.active [data-test-id="convolog-show-more-button"]');
    while ((await button.count()) > 0) {
      await button.click();
      await expect(page.locator('.active [role="progressbar"]')).toHaveCount(0);
    }
    const times = await page
      .locator(`${articles} time`)
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
    expect(times).toHaveLength(30);
    expect(times).toEqual([...times].sort());
  });

  test('can show the newest first, in Arabic, with tabs as div, wrapped times and a lag', async ({ page }) => {
    await openTicket(page, 'tickets/102?order=newest&lang=ar&tabs=div&time=wrapped&lag=300&layout=custom');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('div[data-test-id="header-tab"]')).toHaveCount(3);
    await expect(page.locator('[data-test-id="ticket-102-custom-layout"]')).toBeVisible();
    const times = await page
      .locator(`${articles} [data-test-id="timestamp-relative"] > time`)
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
    expect(times).toHaveLength(5);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('runs nothing that a customer wrote', async ({ page }) => {
    await openTicket(page, 'tickets/115');
    await expect(page.locator(articles)).toHaveCount(3);
    expect(await page.locator('html').getAttribute('data-hostile')).toBeNull();
  });
});

test.describe('the composer', () => {
  test('is a CKEditor that types and undoes', async ({ page }) => {
    await openTicket(page, 'tickets/101');
    await page.locator(editable).click();
    await page.keyboard.type('Hello Marit');
    await expect(page.locator(editable)).toHaveText('Hello Marit');
    expect(await page.locator(editable).evaluate((element) => 'ckeditorInstance' in element)).toBe(true);
    await page.keyboard.press('Control+z');
    await expect(page.locator(editable)).not.toHaveText('Hello Marit');
  });

  test('takes a pasted reply beside the draft', async ({ page }) => {
    await openTicket(page, 'tickets/101');
    await page.locator(editable).click();
    await page.keyboard.type('Draft. ');
    await page.locator(editable).evaluate((element) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Bold');
      clipboardData.setData('text/html', '<p><strong>Bold</strong></p>');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.locator(editable)).toHaveText('Draft. Bold');
    await expect(page.locator(`${editable} strong`)).toHaveText('Bold');
  });

  test('replaces its editable when the channel changes, and keeps the draft', async ({ page }) => {
    await openTicket(page, 'tickets/101');
    await page.locator(editable).click();
    await page.keyboard.type('For us only');
    const first = await page.locator(editable).elementHandle();
    await page.locator('.active [data-test-id="omnichannel-channel-switcher-button"]').click();
    await page.locator('.active [data-test-id="omnichannel-channel-switcher-menuitem-internal"]').click();
    await expect(page.locator('.active [data-channel="internal"][data-test-id]')).toBeVisible();
    await expect(page.locator(editable)).toHaveText('For us only');
    expect(await first?.evaluate((element) => element.isConnected)).toBe(false);
  });

  test('sends by the submit button only, and the desk remembers it', async ({ desks, page }) => {
    await openTicket(page, 'tickets/101');
    const before = desks.state.sent.length;
    await page.locator(editable).click();
    await page.keyboard.type('Please press the button on the battery.');
    await page.keyboard.press('Enter');
    expect(desks.state.sent).toHaveLength(before);
    await page.locator('.active [data-test-id="submit_button-button"]').click();
    const last = page.locator(articles).last();
    await expect(last).toContainText('Please press the button');
    await expect(last.locator('[type="agent"]')).toBeVisible();
    await expect(page.locator(editable)).toHaveText('');
    expect(desks.state.sent.at(-1)).toMatchObject({ ticketId: 101, isPublic: true });
  });

  test('sends by Enter in messaging', async ({ desks, page }) => {
    await openTicket(page, 'tickets/104');
    await page.locator(editable).click();
    await page.keyboard.type('One moment');
    await page.keyboard.press('Enter');
    await expect(page.locator(articles).last()).toContainText('One moment');
    expect(desks.state.sent.at(-1)).toMatchObject({ ticketId: 104 });
  });

  test('stays away while it is collapsed', async ({ desks, page }) => {
    await page.goto(`${desks.hosts.zendesk}/agent/tickets/101?composer=collapsed`);
    await page.locator('.active .composer-closed').click();
    await expect(page.locator(editable)).toBeVisible();
  });

  test('applies a macro with its placeholders filled', async ({ page }) => {
    await openTicket(page, 'tickets/101');
    await page.locator('.active [data-test-id="ticket-footer-macro-menu-autocomplete-input"]').click();
    await page.locator('.active li[role="option"]').first().click();
    await expect(page.locator(editable)).toContainText('Marit');
    await expect(page.locator(editable)).not.toContainText('{{');
  });
});

test('a live desk lets the customer write once the ticket was shown', async () => {
  const ticket = tickets.find(({ id }) => id === 101);
  expect(ticket).toBeDefined();
  if (!ticket) return;
  const desks = await startDesks({
    live: true,
    tickets: [{ ...ticket, arrivals: [{ afterMs: 50, text: 'Still there?' }] }],
  });
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(desks.state.ticket(101)?.messages).toHaveLength(ticket.messages.length);
  desks.state.show(101);
  await expect.poll(() => desks.state.ticket(101)?.messages.at(-1)?.html).toContain('Still there?');
  await desks.close();
});
