import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { batteryLibrary } from '../desks/fernway/index.ts';
import { checkBarriers, openOwnPage } from './pages-support.ts';
import {
  arrive,
  draft,
  draftText,
  editors,
  importKnowledge,
  root,
  settled,
  sleepingBattery,
  startDeskBrowser,
} from './support.ts';

test.describe.configure({ mode: 'serial' });

const desks = startDeskBrowser({ desks: batteryLibrary });
let ticket: Page;
let library: Page;
const rows = () => library.locator('[data-seq]');

test.beforeAll(async () => {
  ticket = await desks().openTicket('zendesk', 101);
  await expect(root(ticket)).toHaveAttribute('data-signals-key', /\|101\|3\|/, { timeout: 20_000 });
  await importKnowledge(ticket);
  await settled(ticket, 101, 3);
  await arrive(desks(), ticket, 101, sleepingBattery);
});

test('what was shown beside the ticket and put in is in the log, with why', async () => {
  await expect(draft(ticket)).toBeVisible();
  await root(ticket)
    .getByRole('button', { name: /^Insert/ })
    .first()
    .click();
  await expect(ticket.locator(editors.zendesk)).not.toBeEmpty();
  library = await openOwnPage(desks(), 'library');
  await library.getByRole('tab', { name: 'Log', exact: true }).click();
  await library.getByRole('textbox', { name: 'Ticket number' }).fill('101');
  await expect(rows().first()).toContainText('Inserted: Reply');
  const shown = rows().filter({ hasText: 'Suggestion shown: Reply' }).first();
  await shown.locator('summary').click();
  await expect(shown).toContainText(/Sure to \d+%; shown from \d+% on\./);
  await expect(shown).toContainText(/signals-en@\d/);
  await expect(
    shown
      .locator('code')
      .filter({ hasText: /^macro:|^article:/ })
      .first(),
  ).toBeVisible();
  expect(await checkBarriers(library)).toEqual([]);
});

test('no words of the ticket or of the reply are in the exported log, which is whole', async () => {
  const given = library.waitForEvent('download');
  await library.getByRole('button', { name: 'Export as JSON lines' }).click();
  const file = await (await given).path();
  const text = await readFile(file, 'utf8');
  expect(text.trim().split('\n').length).toBeGreaterThan(4);
  const words = [sleepingBattery, await draftText(ticket)]
    .flatMap((said) => said.split(/[.,?!\n]/))
    .map((part) => part.trim())
    .filter((part) => part.length > 12);
  expect(words.length).toBeGreaterThan(4);
  expect(words.filter((part) => text.includes(part))).toEqual([]);
  await library.getByRole('button', { name: 'Check the log' }).click();
  await expect(library.getByText(/rows checked: the chain is whole/)).toBeVisible();
  await library.locator('input[type="file"]').setInputFiles(file);
  await expect(library.getByText(/rows checked: the chain is whole/)).toHaveCount(2);
});

test('a row that is altered behind the back of Deskside is named', async () => {
  await library.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('deskside');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const change = opening.result.transaction('audit', 'readwrite');
          const table = change.objectStore('audit');
          const reading = table.get(3);
          reading.onsuccess = () => table.put({ ...reading.result, at: '2020-01-01T00:00:00.000Z' });
          change.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          change.onabort = () => reject(change.error);
        };
      }),
  );
  await library.getByRole('button', { name: 'Check the log' }).click();
  await expect(library.getByText(/^Broken at row 3: the row is not what was written/)).toBeVisible();
});
