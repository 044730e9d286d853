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

it('keeps the same together in routing and in tickets seen before', async () => {
  const [lines, runs] = [arabicCases.map(([line]) => line), arabicCases.flatMap(([, ...parts]) => parts)];
  const base = { confidence: 0.8, sources: [] };
  stage = stagePanel(({ engine }) => {
    engine.answers.items = () => [
      {
        ...base,
        id: 'routing',
        kind: 'routing',
        team: 'الدعم FW-20381',
        tags: [],
        macro: { id: 'm', title: 'الطلب #4711 جاهز' },
        reasons: [{ of: 'team', by: 'playbook', title: 'استرداد FW-20382' }],
      },
      {
        ...base,
        id: 'similar',
        kind: 'similar-ticket',
        ticketId: '7',
        origin: 'https://a.example',
        subject: 'أين طلبي FW-20383؟',
        seenAt: '2026-11-03',
        reply: lines.join('\n'),
      },
    ];
  });
  const shown = () => [...stage.root.querySelectorAll('bdi')].map((one) => one.textContent);
  await expect.poll(() => shown().length).toBeGreaterThan(runs.length);
  expect(shown()).toEqual(expect.arrayContaining(['FW-20381', '#4711', 'FW-20382', 'FW-20383', ...runs]));
  expect([...stage.root.querySelectorAll('details p')].map((one) => one.textContent)).toContain(lines.join('\n'));
});
