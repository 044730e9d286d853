import { afterEach, expect, it } from 'vitest';
import type { Suggestion } from '../../lib/core/suggestion';
import { listForeign, nothing, watchCanary } from '../../tests/hostile/content/canary';
import type { Payload } from '../../tests/hostile/content/payload';
import { payloads } from '../../tests/hostile/content/payloads';
import { replyOf, type Stage, stagePanel, ticketOf } from '../../tests/support/panel-fakes';

let stage: Stage | undefined;
afterEach(() => stage?.panel.unmount());

/** Every kind of card with payloads in each of its texts. */
function cardsOf(some: readonly Payload[]): Suggestion[] {
  const text = (at: number) => some[at % some.length]?.text || 'x';
  const source = {
    kind: 'article' as const,
    id: text(0),
    title: text(1),
    quote: text(2),
    start: 0,
    end: 9,
    url: text(3),
  };
  const base = { id: text(4), confidence: 0.8, sources: [source] };
  const sentences = some.map((one) => ({ text: one.text, source: 0 }));
  return [
    replyOf({
      text: some.map((one) => one.text).join('\n\n'),
      html: some.map((one) => one.text).join(''),
      sentences,
      sources: [source],
      unanswered: [text(5)],
    }),
    {
      ...base,
      kind: 'article',
      articleId: text(0),
      title: text(6),
      passage: text(7),
      highlight: { start: 0, end: 3 },
      isInternal: false,
    },
    {
      ...base,
      kind: 'next-step',
      playbook: { id: 'p', title: text(8) },
      steps: [{ id: 's', text: text(9), kind: 'ask', done: false, evidence: text(0), say: text(1) }],
      step: 's',
    },
    {
      ...base,
      kind: 'routing',
      team: text(2),
      tags: some.map((one) => one.text),
      macro: { id: 'm', title: text(3) },
      reasons: [{ of: 'team', by: 'playbook', title: text(4) }],
    },
    {
      ...base,
      kind: 'similar-ticket',
      ticketId: text(5),
      origin: 'https://a.example',
      subject: text(6),
      seenAt: '2026-11-03',
      reply: text(7),
    },
  ];
}

it('shows payloads in every text of every card, of the ticket and of its people as text', async () => {
  const look = watchCanary();
  await look();
  const foreign: string[] = [];
  let shown = 0;
  for (let start = 0; start < payloads.length; start += 10) {
    const some = payloads.slice(start, start + 10);
    const [first, second] = [some[0]?.text ?? '', some[1]?.text ?? ''];
    stage?.panel.unmount();
    stage = stagePanel(({ engine, page }) => {
      engine.answers.items = () => cardsOf(some);
      const people = { requester: { name: first, email: second }, agent: { name: second }, subject: first };
      page.set({
        state: 'ticket',
        ticket: ticketOf(
          some.map(({ text }) => text),
          people,
        ),
      });
    });
    const { root } = stage;
    await expect.poll(() => root.querySelector('[role="group"][lang]') !== null, { timeout: 10_000 }).toBe(true);
    shown += some.length;
    foreign.push(...listForeign(root));
  }
  expect(shown).toBe(payloads.length);
  expect(foreign).toEqual([]);
  expect(await look()).toEqual(nothing);
}, 120_000);
