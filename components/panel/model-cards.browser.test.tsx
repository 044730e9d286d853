import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fail } from '../../lib/core/result';
import english from '../../public/models/signals-en/card.json' with { type: 'json' };
import multilingual from '../../public/models/signals-multilingual/card.json' with { type: 'json' };
import { type Stage, stagePanel } from '../../tests/support/panel-fakes';

let stage: Stage;
afterEach(() => stage?.panel.unmount());

async function openCards(look: { theme: 'light' | 'dark'; language: 'en' | 'ar' }) {
  await page.viewport(1100, 1000);
  stage = stagePanel(({ settings }) => settings.set({ ...settings.get(), ...look }));
  const button = page
    .elementLocator(stage.root)
    .getByRole('button', { name: look.language === 'en' ? 'About these signals' : 'عن هذه الإشارات' });
  await userEvent.click(button);
  await expect.poll(() => stage.shadow.querySelectorAll('dialog[open] article').length).toBe(2);
  return { button, dialog: page.elementLocator(stage.root).getByRole('dialog') };
}

const focused = () => stage.shadow.activeElement;

describe('the cards of the models', () => {
  it('open from the signals with one click: base, data, licences, languages, scores, limits, how to reproduce', async () => {
    const { dialog } = await openCards({ theme: 'light', language: 'en' });
    const names = [english, multilingual].map(({ id, version }) => `${id} ${version}`);
    for (const words of [...names, 'all-MiniLM-L6-v2', 'Apache-2.0', 'GoEmotions'])
      await expect.element(dialog).toHaveTextContent(words);
    await expect.element(dialog).toHaveTextContent('Arabic, German, Spanish, French, and Portuguese');
    for (const title of ['Data', 'Scores', 'Limits', 'How to reproduce'])
      expect(dialog.getByRole('heading', { name: title }).elements()).toHaveLength(2);
    const scores = dialog.getByRole('table', { name: 'Scores · test' }).first();
    await expect.element(scores.getByRole('row', { name: /sentiment/ })).toHaveTextContent(/0\.\d+/);
  });

  it('close by Escape and give the focus back', async () => {
    const { button, dialog } = await openCards({ theme: 'light', language: 'en' });
    expect(stage.shadow.querySelector('dialog')?.contains(focused())).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(focused()).toBe(button.element());
  });

  it('say that they could not be read', async () => {
    stage = stagePanel(({ engine }) => {
      engine.modelCards = async () => fail('engine-error', 'gone');
    });
    await userEvent.click(page.elementLocator(stage.root).getByRole('button', { name: 'About these signals' }));
    await expect.element(page.elementLocator(stage.root).getByRole('alert')).toHaveTextContent('gone');
  });

  it.each([
    ['light', 'en'],
    ['dark', 'en'],
    ['light', 'ar'],
  ] as const)('have no barriers that axe finds (%s, %s)', async (theme, language) => {
    await openCards({ theme, language });
    for (const more of stage.shadow.querySelectorAll('details')) more.open = true;
    document.documentElement.lang = 'en';
    document.title = 'A ticket';
    const { violations, passes } = await axe.run(stage.shadow.host);
    expect(passes.length).toBeGreaterThan(15);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
});

describe('a model that is not trusted', () => {
  const model = (more: Partial<Stage['engine']['answers']['state']['model']>) => {
    const { state } = stage.engine.answers;
    stage.engine.answers.state = { ...state, model: { ...state.model, ...more } };
  };
  const shown = () => stage.root.textContent ?? '';

  it.each([
    ['file-damaged', 'A model file is damaged'],
    ['self-test', 'The models give wrong results here'],
  ] as const)('is named: %s', async (failure, words) => {
    stage = stagePanel(({ engine }) => {
      const { state } = engine.answers;
      engine.answers.state = { ...state, model: { ...state.model, status: 'failed', failure } };
    });
    await expect.poll(shown).toContain(words);
  });

  it('takes back what it said: everything is asked for again, with a word about it', async () => {
    stage = stagePanel(({ engine }) => {
      const { state } = engine.answers;
      engine.answers.state = { ...state, model: { ...state.model, selfTest: 'waiting' } };
    });
    await expect.poll(shown).toContain('Reply draft');
    const asked = (call: string) => stage.engine.calls.filter((one) => one.startsWith(call)).length;
    expect([asked('signals latest'), asked('suggest')]).toEqual([1, 1]);
    model({ selfTest: 'passed', fallbacks: 1, threads: 1 });
    await expect.poll(shown, { timeout: 5_000 }).toContain('Running with one thread');
    await expect.poll(() => [asked('signals latest'), asked('suggest')]).toEqual([2, 2]);
  });
});
