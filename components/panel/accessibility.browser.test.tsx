import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { replyOf, type Stage, stagePanel, ticketOf } from '../../tests/support/panel-fakes';

let stage: Stage;
afterEach(() => stage?.panel.unmount());

type Prepare = NonNullable<Parameters<typeof stagePanel>[0]>;
const states: [string, string | RegExp, Prepare][] = [
  ['a ticket', 'Reply draft', ({ page }) => page.set({ state: 'ticket', ticket: ticketOf(['Hi', 'Late!', 'Late!!']) })],
  ['a page without a ticket', 'Open a ticket', ({ page }) => page.set({ state: 'waiting' })],
  ['a broken layout', 'Not found', ({ page }) => page.set({ state: 'broken', missing: ['conversation'] })],
  [
    'silence and an empty library',
    'Bring in your knowledge',
    ({ engine }) => {
      engine.answers.items = () => [];
      engine.answers.silent = [{ kind: 'reply', why: 'low-confidence', confidence: 0.3 }];
      const { state } = engine.answers;
      engine.answers.state = { ...state, knowledge: { ...state.knowledge, sources: [] } };
    },
  ],
  [
    'an internal note and a weak match',
    'Weak match',
    ({ engine, page }) => {
      const composer = { target: 'note', format: 'rich', draft: '' } as const;
      page.set({ state: 'ticket', ticket: ticketOf(['Late!'], { composer }) });
      engine.answers.items = () => [replyOf({ confidence: 0.4 })];
    },
  ],
];

describe.each([
  ['light', 'en'],
  ['dark', 'en'],
  ['light', 'ar'],
] as const)('in %s, %s', (theme, language) => {
  it.each(states)('has no violations: %s', async (_name, words, prepare) => {
    await page.viewport(1100, 1000);
    stage = stagePanel((prepared) => {
      prepared.settings.set({ ...prepared.settings.get(), theme, language });
      prepare(prepared);
    });
    if (language === 'en') await expect.poll(() => stage.root.textContent).toMatch(words);
    else await expect.poll(() => (stage.root.textContent ?? '').length).toBeGreaterThan(60);
    await new Promise((resolve) => setTimeout(resolve, 250));
    document.documentElement.lang = 'en';
    document.title = 'A ticket';
    const result = await axe.run(stage.shadow.host, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    expect(result.passes.length).toBeGreaterThan(8);
    expect(result.violations.map(({ id, nodes }) => ({ id, targets: nodes.map((node) => node.html) }))).toEqual([]);
  });
});
