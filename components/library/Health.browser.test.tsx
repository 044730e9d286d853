import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, showPage } from '../../tests/support/page-fakes';
import { HealthTab } from './HealthTab';
import { sampleHealth } from './health.fixture';

async function openHealth(isFilled = true) {
  const engine = createMemoryEngine();
  if (isFilled) Object.assign(engine.health, sampleHealth());
  const screen = await showPage(<HealthTab />, engine);
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name, exact: true }));
  return { screen, engine, press };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await page.viewport(1280, 1600);
  await writeSetting('language', 'en');
});

describe('the state of the library', () => {
  it('says what it would look for, and why no questions are kept', async () => {
    const { screen } = await openHealth(false);
    await expect.element(screen.getByText(/^Finds duplicates/)).toBeVisible();
    await expect.element(screen.getByText(/^Not kept: switch on/)).toBeVisible();
  });

  it('shows a running check, which can be cancelled', async () => {
    const { screen, engine, press } = await openHealth(false);
    await press('Check now');
    await expect.element(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40');
    await press('Cancel');
    await expect.element(screen.getByRole('button', { name: 'Check now' })).toBeVisible();
    expect(engine.calls.filter((name) => name === 'checkHealth')).toHaveLength(2);
  });

  it('shows duplicates with what differs, and what a newer entry contradicts', async () => {
    const { screen } = await openHealth();
    const duplicates = screen.getByRole('region', { name: 'Duplicates' });
    await expect.element(duplicates).toHaveTextContent(/Duplicates \(1\).*Returns.*How to send something back/);
    await expect.element(duplicates).toHaveTextContent('You have 30 days. ↔ You have 14 days.');
    const stale = screen.getByRole('region', { name: 'Out of date?' });
    await expect.element(stale).toHaveTextContent(/A newer entry says otherwise.*How to send something back/);
    await expect.element(stale).toHaveTextContent(/Opening hours at Christmas.*Not changed for a year/);
    const use = screen.getByRole('region', { name: 'What helps' });
    await expect.element(use).toHaveTextContent(/Refund is on its way.*Inserted 12×.*Opened 3×.*Dismissed 1×/);
  });

  it('takes a suggested tag, and a question off the list', async () => {
    const { screen, press } = await openHealth();
    await press('Add the tag winter to Batteries in the cold');
    await expect.element(screen.getByRole('button', { name: /Add the tag winter/ })).not.toBeInTheDocument();
    await expect.element(screen.getByRole('button', { name: /Add the tag battery/ })).toBeVisible();
    await expect.element(screen.getByText('7 tickets')).toBeVisible();
    await press('Done');
    await expect.element(screen.getByText('None was asked more than once yet.')).toBeVisible();
  });

  it('says so when nothing needs care', async () => {
    const { screen, engine, press } = await openHealth();
    Object.assign(engine.health.report ?? {}, { duplicates: [], stale: [], tags: [], use: [] });
    await press('Done');
    await expect.element(screen.getByText('Nothing found that needs care')).toBeVisible();
  });
});
