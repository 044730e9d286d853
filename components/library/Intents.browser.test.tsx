import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeSetting } from '../../lib/storage/settings';
import { createMemoryEngine, type MemoryEngine, showPage } from '../../tests/support/page-fakes';
import { readFile } from '../../tests/support/read-file';
import { IntentsTab } from './IntentsTab';

const refunds = ['money back please', 'refund my money', 'return the money', 'give the money back', 'my money refund'];
const keys = ['lost my key', 'new key needed', 'key is broken', 'where is the key', 'the key does not turn'];

async function openIntents(engine: MemoryEngine = createMemoryEngine()) {
  const screen = await showPage(<IntentsTab deps={{ readFile, importInPieces: async () => null }} />, engine);
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name, exact: true }));
  return { screen, engine, press };
}

async function teach(engine: MemoryEngine, intent: string, texts: string[]) {
  await engine.editIntents({ kind: 'add', examples: texts.map((text) => ({ intent, text })) });
}

async function taught() {
  const engine = createMemoryEngine();
  await teach(engine, 'Refunds', refunds);
  await teach(engine, 'Keys', keys);
  return engine;
}

beforeEach(async () => {
  fakeBrowser.reset();
  await page.viewport(1280, 1400);
  await writeSetting('language', 'en');
});

describe('the intents of the team', () => {
  it('are added with examples, one a line, and tell a sentence at once', async () => {
    const { screen, press } = await openIntents();
    await expect.element(screen.getByText('No intents of your own yet')).toBeVisible();
    for (const [name, texts] of [
      ['Refunds', refunds],
      ['Keys', keys],
    ] as const) {
      await userEvent.click(screen.getByRole('button', { name: 'New intent' }).first());
      await userEvent.fill(screen.getByLabelText('Name'), name);
      await userEvent.fill(screen.getByLabelText('Examples, one a line'), texts.join('\n'));
      await press('Save');
      await expect.element(screen.getByRole('button', { name: `${name} 5 examples` })).toBeVisible();
    }
    await expect.element(screen.getByText(/^Learnt in/)).toBeVisible();
    await userEvent.fill(screen.getByRole('textbox', { name: 'Try a sentence' }), 'the key is lost');
    const answer = screen.getByRole('region', { name: 'Try a sentence' }).getByRole('status');
    await expect.element(answer).toHaveTextContent(/^Keys.*sure$/);
  });

  it('say what is missing, and keep what was written', async () => {
    const { screen, press } = await openIntents();
    await userEvent.click(screen.getByRole('button', { name: 'New intent' }).first());
    await userEvent.fill(screen.getByLabelText('Name'), 'Refunds');
    await press('Save');
    await expect.element(screen.getByText('An intent needs a name and at least one example.')).toBeVisible();
    await expect.element(screen.getByLabelText('Name')).toHaveValue('Refunds');
  });

  it('are renamed and given other examples, and each change is undone and redone', async () => {
    const { screen, press } = await openIntents(await taught());
    await userEvent.click(screen.getByRole('button', { name: /^Keys/ }));
    await userEvent.fill(screen.getByLabelText('Name'), 'Locks');
    await press('Save');
    await expect.element(screen.getByRole('button', { name: /^Locks/ })).toBeVisible();
    await press('Undo');
    await expect.element(screen.getByRole('button', { name: 'Keys 5 examples' })).toBeVisible();
    await press('Redo');
    await expect.element(screen.getByRole('button', { name: 'Locks 5 examples' })).toBeVisible();
    await userEvent.fill(screen.getByLabelText('Examples, one a line'), 'lock me out');
    await press('Save');
    await expect.element(screen.getByRole('button', { name: 'Locks 1 example' })).toBeVisible();
    await expect.element(screen.getByText('“Locks” has only 1 example: five or more teach it well.')).toBeVisible();
  });

  it('are merged and deleted without a question, since both are undone', async () => {
    const { screen, press } = await openIntents(await taught());
    await userEvent.click(screen.getByRole('button', { name: /^Keys/ }));
    await userEvent.click(screen.getByRole('combobox', { name: /Merge into/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Refunds' }));
    await press('Merge');
    await expect.element(screen.getByRole('button', { name: 'Refunds 10 examples' })).toBeVisible();
    expect(screen.getByRole('button', { name: /^Keys/ }).elements()).toEqual([]);
    await press('Delete intent');
    await expect.element(screen.getByText('No intents of your own yet')).toBeVisible();
    await press('Undo');
    await press('Undo');
    await expect.element(screen.getByRole('button', { name: 'Keys 5 examples' })).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Refunds 5 examples' })).toBeVisible();
  });

  it('warn of an example that stands in two intents and of intents that overlap, with the examples', async () => {
    const engine = await taught();
    await teach(engine, 'Money', [
      'refund money',
      'money refund please',
      'back my money',
      'the money return',
      refunds[0] ?? '',
    ]);
    const { screen } = await openIntents(engine);
    const warnings = screen.getByRole('region', { name: 'Worth a look' });
    await expect
      .element(warnings.getByText('“money back please” stands more than once: Money and Refunds.'))
      .toBeVisible();
    await expect.element(warnings.getByText(/“Money” and “Refunds” overlap: .* make these clearer:/)).toBeVisible();
    await expect.element(warnings.getByRole('listitem').first()).toBeVisible();
  });

  it('propose messages of past tickets where the agent keeps them, and take one as an example', async () => {
    const engine = await taught();
    engine.questions.push('the key or the money', 'money money money', 'a question about shoes');
    const { screen, press } = await openIntents(engine);
    const region = screen.getByRole('region', { name: 'Label these next' });
    await expect.element(region.getByText(/^Switch on/)).toBeVisible();
    expect(region.getByRole('button').elements()).toEqual([]);
    await writeSetting('rememberTickets', true);
    await press('Propose messages');
    await userEvent.click(region.getByRole('button', { name: 'Add as example: a question about shoes' }));
    await expect.element(screen.getByText(/^Added to/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: / 6 examples/ })).toBeVisible();
    expect(region.getByText('a question about shoes').elements()).toEqual([]);
  });

  it.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['ar', 'light'],
  ] as const)('have no barrier that axe finds, in %s and %s', async (language, theme) => {
    await writeSetting('language', language);
    await writeSetting('theme', theme);
    const engine = await taught();
    await teach(engine, 'Shoes', ['shoes', refunds[0] ?? '']);
    const { screen } = await openIntents(engine);
    await userEvent.click(screen.getByRole('button', { name: /^Keys/ }));
    await userEvent.fill(screen.getByRole('region').getByRole('textbox').first(), 'the key is lost');
    await expect.element(screen.getByRole('combobox').first()).toBeVisible();
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { violations, passes } = await axe.run(screen.container);
    expect(passes.length).toBeGreaterThan(10);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});
