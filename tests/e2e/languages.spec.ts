import { expect, type Page, test } from '@playwright/test';
import { callEngine, openExtensionPage } from '../support/engine-call.ts';
import { startDeskBrowser } from './support.ts';

const desks = startDeskBrowser();
let page: Page;

const articles = {
  'When your money comes back': 'We pay a refund to your card within ten working days of the return.',
  'Reset your password': 'Open the sign-in page and choose the link to get a new password by mail.',
  'Change where we deliver': 'You can change the delivery address until the parcel leaves our store.',
  'The battery does not charge': 'Clean the contacts and leave it on the charger for an hour.',
};

test.beforeAll(async () => {
  page = await openExtensionPage(desks());
  await callEngine(page, 'deleteAll');
  for (const [title, body] of Object.entries(articles))
    await callEngine(page, 'importFile', { name: `${title}.md`, text: `# ${title}\n\n${body}\n` });
});

const first = async (text: string) => {
  const hits = await callEngine(page, 'search', { text, limit: 1, kinds: ['article'] });
  return hits[0]?.title;
};

test('finds the English article for a question in each language', async () => {
  // No word of these is in the articles: until the vectors are there, nothing is found. The second model loads first.
  await expect
    .poll(() => first('لم تصلني فلوسي بعد ما رجعت المنتج'), { timeout: 20_000 })
    .toBe('When your money comes back');
  expect(await first('Ich komme nicht mehr in mein Konto, ich habe das Kennwort vergessen')).toBe(
    'Reset your password',
  );
  expect(await first('Me he mudado, ¿pueden enviar el paquete a mi nueva casa?')).toBe('Change where we deliver');
  expect(await first('La batterie reste vide même après une nuit branchée')).toBe('The battery does not charge');
  expect(await first('Devolvi o produto e ainda não recebi o dinheiro')).toBe('When your money comes back');
});

test('finds the article of another language for an English question', async () => {
  const text = '# Rechnung herunterladen\n\nDie Rechnung liegt in Ihrem Konto unter Bestellungen als PDF bereit.\n';
  await callEngine(page, 'importFile', { name: 'rechnung.md', text });
  await expect.poll(() => first('Where do I find a receipt for my tax office?')).toBe('Rechnung herunterladen');
});
