import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fail } from '../../lib/core/result';
import { readSettings, writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, showPage } from '../../tests/support/page-fakes';
import { PrivacyTab } from './PrivacyTab';

async function open(engine = createMemoryEngine()) {
  const done: string[] = [];
  const deps = {
    packArchive: async (json: string, about: string) => new TextEncoder().encode(`${about.length > 20} ${json}`),
    downloadArchive: (name: string, bytes: Uint8Array) =>
      void done.push(`${name.replace(/\d{4}-\d\d-\d\d/, 'DAY')} ${new TextDecoder().decode(bytes).slice(0, 6)}`),
    forgetTicks: async (ids: string[]) => done.push(`ticks ${ids}`),
    print: () => void done.push('print'),
  } as unknown as Parameters<typeof PrivacyTab>[0]['deps'];
  const screen = await showPage(<PrivacyTab deps={deps} />, engine);
  const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }).first());
  await expect.element(screen.getByRole('table')).toBeVisible();
  return { screen, engine, press, done };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await page.viewport(1180, 900);
  await writeSetting('language', 'en');
});

describe('the privacy page', () => {
  it('lists what is kept, how many, since when and how long, and is readable for everyone', async () => {
    const { screen } = await open();
    const row = screen.getByRole('row', { name: /^Past tickets/ });
    await expect.element(row).toHaveTextContent(/1,240.*Jan 4, 2026.*365 days/);
    await expect.element(screen.getByRole('row', { name: /^Articles/ })).toHaveTextContent(/3.*Until you delete it/);
    await expect.element(screen.getByText(/^Last tidied .*: 13 entries deleted\./)).toBeVisible();
    await expect.element(screen.getByText('Remembering past tickets is off: none is added.')).toBeVisible();
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });

  it('is printed without its controls, with the times in words', async () => {
    const { press, done, screen } = await open();
    await press('Print this page');
    expect(done).toEqual(['print']);
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const print = rules.find((rule) => rule instanceof CSSMediaRule && rule.conditionText === 'print');
    expect(print?.cssText).toMatch(/display: none/);
    expect(screen.container.textContent).toContain('365 days');
  });

  it('keeps the time that is chosen for a kind, the others as they were', async () => {
    const { screen } = await open();
    await userEvent.click(screen.getByRole('combobox', { name: /How long: Past tickets/ }));
    await userEvent.click(page.getByRole('option', { name: '30 days', exact: true }));
    await expect
      .poll(async () => (await readSettings()).keepDays)
      .toEqual({ pastTickets: 30, choices: 730, gaps: 365, importReports: 90 });
  });

  it('deletes what is too old at once, and says how much', async () => {
    const { screen, press } = await open();
    await press('Delete what is too old now');
    await expect.element(page.getByText('40 entries deleted.', { exact: true })).toBeVisible();
    await expect.element(screen.getByRole('row', { name: /^Past tickets/ })).toHaveTextContent('1,200');
  });

  it('finds what is linked to a ticket, asks, and deletes it with its ticked steps', async () => {
    const { screen, press, done } = await open();
    await userEvent.fill(screen.getByRole('textbox'), '4711');
    await press('Find');
    await expect
      .element(screen.getByText('Found: 2 past tickets, 3 choices, 1 question, 8 rows of the log.'))
      .toBeVisible();
    await expect.element(screen.getByText(/^Found: 1 article, macro or playbook/)).toBeVisible();
    await press('Delete these');
    await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: 'Delete these' }));
    await expect
      .element(page.getByText('Deleted: 2 past tickets, 3 choices, 1 question, 8 rows of the log.'))
      .toBeVisible();
    expect(done).toEqual(['ticks 4711']);
  });

  it('says when nothing is linked, and when nobody was named', async () => {
    const { screen, press } = await open();
    await userEvent.fill(screen.getByRole('textbox'), 'Imogen Fairweather');
    await press('Find');
    await expect.element(screen.getByText('Nothing that is kept is linked to this.')).toBeVisible();
    await userEvent.fill(screen.getByRole('textbox'), 'a');
    await press('Find');
    await expect.element(page.getByText(/^Type a ticket number, or a name/)).toBeVisible();
  });

  it('exports everything in one file, and deletes everything after a question', async () => {
    const { press, done, engine } = await open();
    await press('Export everything (ZIP)');
    await expect.element(page.getByText('Exported. Look in your downloads.')).toBeVisible();
    expect(done).toEqual(['deskside-DAY.zip true {']);
    await press('Delete everything');
    await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: 'Delete everything' }));
    await expect.element(page.getByText('Everything was deleted: 1,559 entries.')).toBeVisible();
    expect(engine.calls).toContain('deleteAll');
  });

  it('says why when the engine cannot answer', async () => {
    const engine = createMemoryEngine();
    engine.failure = fail('database', 'The database is closed.');
    const screen = await showPage(<PrivacyTab deps={{} as Parameters<typeof PrivacyTab>[0]['deps']} />, engine);
    await expect.element(screen.getByText('The database is closed.')).toBeVisible();
  });

  it.each([
    ['dark', 'en', 1180],
    ['light', 'ar', 1180],
    ['light', 'ar', 420],
  ] as const)('fits in %s, %s, %i px', async (theme, language, width) => {
    await page.viewport(width, 900);
    await writeSetting('language', language);
    await writeSetting('theme', theme);
    const screen = await showPage(
      <PrivacyTab deps={{} as Parameters<typeof PrivacyTab>[0]['deps']} />,
      createMemoryEngine(),
    );
    await expect.element(screen.getByRole('table')).toBeVisible();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });
});
