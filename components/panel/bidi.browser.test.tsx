import { afterEach, expect, it } from 'vitest';
import { arabicCases } from '../../lib/core/bidi-cases';
import { replyOf, type Stage, stagePanel } from '../../tests/support/panel-fakes';

let stage: Stage;
afterEach(() => stage?.panel.unmount());

it('shows what is written from the left together, in the draft and in grey text, and changes no word', async () => {
  const text = arabicCases.map(([line]) => line).join('\n');
  const runs = arabicCases.flatMap(([, ...parts]) => parts);
  stage = stagePanel(({ engine }) => {
    const sentences = arabicCases.map(([line]) => ({ text: line, source: 0 }));
    engine.answers.items = () => [replyOf({ text, language: 'ar', sentences })];
  });
  const draft = () => stage.root.querySelector('[role="group"][lang="ar"]');
  await expect.poll(() => draft()?.textContent).toBe(text);
  expect([...(draft()?.querySelectorAll('bdi[dir="ltr"]') ?? [])].map((one) => one.textContent)).toEqual(runs);
  const ghost = () => stage.root.querySelector('[data-ghost]');
  await expect.poll(() => ghost()?.textContent).toContain(text);
  expect(ghost()?.querySelectorAll('bdi[dir="ltr"]').length).toBeGreaterThan(90);
});
