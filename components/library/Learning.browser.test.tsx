import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSettings, writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, showPage } from '../../tests/support/page-fakes';
import { LearningTab } from './LearningTab';

const macro = (id: string, title: string | null) => ({ kind: 'macro' as const, id, title });

function taught() {
  const engine = createMemoryEngine();
  Object.assign(engine.learnt, { choices: 12, lastHour: 3, latestAt: '2026-11-29T10:00:00Z' });
  const about = { about: 'source' as const, intent: 'refund.request' as const, choices: 4 };
  engine.learnt.preferences = [
    { id: 'one', ...about, weight: 0.8, source: macro('x', 'Refund by card'), over: macro('y', 'Refund steps') },
    { id: 'two', ...about, intent: null, weight: -0.4, source: macro('z', null), over: null },
    { id: 'three', about: 'kind', kind: 'article', weight: 0.3, choices: 9 },
    { id: 'four', about: 'trait', trait: 'length', weight: -0.2, choices: 7 },
  ];
  return engine;
}

async function open(engine = taught()) {
  const saved: [string, string][] = [];
  const download = (name: string, text: string) => void saved.push([name, text]);
  const deps = { download } as unknown as Parameters<typeof LearningTab>[0]['deps'];
  const screen = await showPage(<LearningTab deps={deps} />, engine);
  const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }).first());
  return { screen, engine, press, saved };
}

beforeEach(async () => {
  fakeBrowser.reset();
  await page.viewport(1180, 760);
  await writeSetting('language', 'en');
});

describe('what was learnt', () => {
  it('is told in words, and is readable for everyone', async () => {
    const { screen } = await open();
    const first = 'For “Refund request” you prefer the macro “Refund by card” to the macro “Refund steps”.';
    await expect.element(screen.getByText(first)).toBeVisible();
    for (const words of [
      'In general you do without a source that is gone.',
      'You prefer articles to macros.',
      'You prefer short replies.',
    ])
      await expect.element(screen.getByText(words)).toBeVisible();
    await expect.element(screen.getByText(/^Learnt from 12 choices\..*3 in the last hour$/)).toBeVisible();
    expect((await axe.run(screen.container)).violations).toEqual([]);
  });

  it('is forgotten one by one, by the hour, and altogether after a question', async () => {
    const { screen, press } = await open();
    await press(/^Forget: You prefer short replies/);
    await expect.element(screen.getByText('You prefer short replies.')).not.toBeInTheDocument();
    await press('Forget the last hour');
    await expect.element(screen.getByText(/^Learnt from 9 choices/)).toBeVisible();
    await press('Forget everything learnt');
    await userEvent.click(page.getByRole('alertdialog').getByRole('button', { name: 'Forget everything learnt' }));
    await expect.element(screen.getByText('Nothing learnt yet')).toBeVisible();
  });

  it('is exported and imported, and a wrong file is refused with the reason', async () => {
    const { screen, press, saved } = await open();
    await press('Export what was learnt');
    await expect.poll(() => saved.length).toBe(1);
    expect(saved[0]?.[0]).toMatch(/^deskside-learnt-\d{4}-\d{2}-\d{2}\.json$/);
    const input = screen.container.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file input');
    await userEvent.upload(input, new File(['{}'], 'other.json'));
    await expect.element(page.getByText('This is no file of what Deskside learnt.')).toBeVisible();
    await userEvent.upload(input, new File([saved[0]?.[1] ?? ''], 'learnt.json'));
    await expect.element(page.getByText('3 choices added, 1 were there already.')).toBeVisible();
  });

  it('is not added to once the agent switches it off', async () => {
    const { screen } = await open();
    await userEvent.click(screen.getByRole('switch', { name: /Learn from my choices/ }));
    await expect.poll(async () => (await readSettings()).learnFromChoices).toBe(false);
  });

  it.each([
    ['dark', 'en'],
    ['arabic', 'ar'],
  ] as const)('fits in %s', async (name, language) => {
    await writeSetting('language', language);
    await writeSetting('theme', name === 'dark' ? 'dark' : 'light');
    const { screen } = await open();
    await expect.element(screen.getByRole('list').first()).toBeVisible();
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
});
