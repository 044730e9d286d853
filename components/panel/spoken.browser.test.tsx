import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { fail, origin, replyOf, type Stage, stagePanel, ticketOf } from '../../tests/support/panel-fakes';

let stage: Stage;
afterEach(() => stage?.panel.unmount());

const regions = () => [...stage.root.querySelectorAll('[role="status"]')];
const button = (name: string) => page.elementLocator(stage.root).getByRole('button', { name });

/** Waits until a live region says `words`; true when that region was there, and said something else, before `change`. */
async function hears(words: string, change: () => unknown): Promise<void> {
  await expect.poll(() => regions().length).toBeGreaterThan(1);
  const before = new Map(regions().map((region) => [region, region.textContent]));
  await change();
  const saying = () => regions().find((region) => region.textContent?.includes(words));
  await expect.poll(saying).toBeDefined();
  const region = saying();
  expect(region && before.has(region), 'the region was there before it spoke').toBe(true);
  expect(region && before.get(region)).not.toContain(words);
}

const next = (text: string) => stage.page.set({ state: 'ticket', ticket: ticketOf(['My order is late.', text]) });

// What changes without the focus is told as a status message (WCAG 4.1.3), by a region that screen readers know already.
describe('a screen reader hears', () => {
  it('that a reply is suggested', async () => {
    stage = stagePanel(({ engine }) => {
      engine.answers.items = () => [];
    });
    await hears('A reply is suggested.', () => {
      stage.engine.answers.items = () => [replyOf()];
      next('Hello?');
    });
  });

  it('that Deskside stays silent, and why', async () => {
    stage = stagePanel();
    await hears('Deskside stays silent. Nothing in the library fits', () => {
      stage.engine.answers.items = () => [];
      stage.engine.answers.silent = [{ kind: 'reply', why: 'low-confidence', confidence: 0.2 }];
      next('Hello?');
    });
  });

  it('that it could not answer', async () => {
    stage = stagePanel();
    await hears('Deskside could not answer', () => {
      stage.engine.answers.failure = fail('engine-error', 'gone');
      next('Hello?');
    });
  });

  it('that the page has lost its extension, or is new to it', async () => {
    stage = stagePanel();
    await hears('Reload this tab', () => stage.orphan());
    stage.panel.unmount();
    stage = stagePanel();
    await hears('This layout is new to Deskside', () => stage.page.set({ state: 'broken', missing: ['composer'] }));
  });

  it('how an import goes', async () => {
    stage = stagePanel(({ engine }) => {
      const { state } = engine.answers;
      engine.answers.items = () => [];
      engine.answers.state = { ...state, knowledge: { ...state.knowledge, sources: [] } };
    });
    const status = (more: Partial<ReturnType<Stage['importer']['get']>>) =>
      stage.importer.set({ ...stage.importer.get(), ...more });
    await hears('Importing knowledge', () => status({ phase: 'running' }));
    await hears('The import stopped.', () => status({ phase: 'failed', message: 'Too many requests.' }));
    await hears('Importing knowledge', () => status({ phase: 'running' }));
    await hears('Your knowledge is in', () => {
      const sources = [{ source: origin, articles: 30, macros: 12, job: null }];
      const { state } = stage.engine.answers;
      stage.engine.answers.state = { ...state, knowledge: { ...state.knowledge, sources } };
      status({ phase: 'done', articles: 30, macros: 12 });
    });
  });

  it('what came of a press', async () => {
    stage = stagePanel();
    await expect.element(button('Insert').first()).toBeVisible();
    await hears('Inserted. Read it once more, then send.', () => button('Insert').first().click());
  });
});
