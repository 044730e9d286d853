import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { buildFolder, type DeskBrowser, launchDesks } from '../support/browser.ts';
import { giveId, openPolicy, whyNoPolicy } from '../support/managed-policy.ts';

const why = whyNoPolicy();
if (why !== null) process.stderr.write(`deskside: the managed policy is not tested here: ${why}\n`);
test.skip(why !== null, `no policy can be set here: ${why}`);

let desks: DeskBrowser;
let policy: ReturnType<typeof openPolicy>;
let folder = '';

test.beforeAll(async () => {
  test.setTimeout(200_000);
  folder = mkdtempSync(path.join(tmpdir(), 'deskside-policy-'));
  const extension = path.join(folder, 'extension');
  cpSync(buildFolder, extension, { recursive: true });
  const id = giveId(extension);
  policy = openPolicy(id);
  policy.set({ desks: ['freshdesk'], ghostText: false, kinds: { reply: false }, tone: 'shouting' });
  desks = await launchDesks({ extension });
  expect(desks.extensionId).toBe(id);
});
test.afterAll(async () => {
  policy?.clear();
  await desks?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('what IT sets by policy is locked, bad values are named, and a change is followed without a reload', async () => {
  const popup = await desks.context.newPage();
  await popup.goto(`chrome-extension://${desks.extensionId}/popup.html`);
  const ghost = popup.getByRole('switch', { name: 'Reply as grey text in the composer' });
  await expect(ghost).not.toBeChecked();
  await expect(ghost).toHaveAttribute('aria-readonly', 'true');
  await expect(popup.getByRole('switch', { name: 'Suggested reply' })).not.toBeChecked();
  await expect(popup.getByText('“tone”')).toBeVisible();

  // The desk that is left out has no panel, the other has one.
  const zendesk = await desks.context.newPage();
  await zendesk.goto(`${desks.desks.hosts.zendesk}/agent/tickets/101`);
  const freshdesk = await desks.openTicket('freshdesk', 101);
  await expect(freshdesk.locator('deskside-panel')).toBeAttached();
  await expect(zendesk.locator('deskside-panel')).not.toBeAttached();

  // Chromium looks at its policies again some seconds after a file changed.
  policy.set({ ghostText: true });
  await expect(zendesk.locator('deskside-panel')).toBeAttached({ timeout: 60_000 });
  await popup.bringToFront();
  await expect(ghost).toBeChecked();
  await expect(popup.getByText('“tone”')).not.toBeVisible();
  await expect(popup.getByRole('switch', { name: 'Suggested reply' })).toBeChecked();
});
