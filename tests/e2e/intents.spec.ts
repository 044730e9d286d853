import { expect, test } from '@playwright/test';
import { checkBarriers, openOwnPage } from './pages-support.ts';
import { arrive, root, settled, startDeskBrowser } from './support.ts';

test.describe.configure({ mode: 'serial' });

const desks = startDeskBrowser();

const taught: [string, string[]][] = [
  [
    'Battery swap',
    [
      'Can I swap my battery for a bigger one?',
      'I would like to exchange the battery for the 600 Wh model.',
      'How much is it to trade in my old battery?',
      'Do you take the old battery back if I buy a new one?',
      'Swap of a worn battery, please.',
    ],
  ],
  [
    'Invoice copy',
    [
      'Please send me the invoice again.',
      'I need a copy of my bill for the tax office.',
      'The receipt for last month is missing.',
      'Could you resend the invoice as a PDF?',
      'Where can I download my invoices?',
    ],
  ],
];

test('two intents are taught, tell a sentence, and are still there after a reload', async () => {
  const page = await openOwnPage(desks(), 'library');
  await page.getByRole('tab', { name: 'Intents' }).click();
  for (const [name, examples] of taught) {
    await page.getByRole('button', { name: 'New intent' }).first().click();
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('textbox', { name: 'Examples, one a line' }).fill(examples.join('\n'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('button', { name: `${name} 5 examples` })).toBeVisible();
  }
  await expect(page.getByText(/^Learnt in/)).toBeVisible({ timeout: 20_000 });
  const answer = page.getByRole('region', { name: 'Try a sentence' }).getByRole('status');
  const trySentence = async (text: string, told: RegExp) => {
    await page.getByRole('textbox', { name: 'Try a sentence' }).fill(text);
    await expect(answer).toHaveText(told, { timeout: 15_000 });
  };
  await trySentence('My accountant asks for the bill of March, can you mail it once more?', /^Invoice copy.*sure$/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Battery swap 5 examples' })).toBeVisible();
  await trySentence('I want to change my weak battery for a stronger one', /^Battery swap.*sure$/);
  expect(await checkBarriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Invoice copy 5 examples' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.getByRole('button', { name: 'Invoice copy 5 examples' })).toBeVisible();
  await expect(page.getByText(/^Learnt/)).toBeVisible({ timeout: 20_000 });
  await page.close();
});

test('the panel shows the intent of the team beside ours', async () => {
  const page = await desks().openTicket('zendesk', 101);
  await settled(page, 101);
  await arrive(
    desks(),
    page,
    101,
    'Something else: please send me the invoice again, I need a copy of the bill for the tax office.',
  );
  await expect(root(page).getByText('Invoice copy', { exact: true })).toBeVisible({ timeout: 20_000 });
});
