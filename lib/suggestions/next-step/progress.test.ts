import { describe, expect, it } from 'vitest';
import type { Playbook } from '../../core/knowledge';
import { openTurn, type Role } from '../../core/ticket';
import type { SuggestContext } from '../define-suggestion';
import { makeDeps, makeRequest, makeTicket } from '../testing';
import { nextStepOf } from './place';
import { readProgress } from './progress';

const playbook: Playbook = {
  id: 'p',
  title: 'Device does not start',
  steps: [
    { id: 'ask', kind: 'ask', text: 'Ask for the serial number' },
    { id: 'verify', kind: 'verify', text: 'Check the warranty status' },
    { id: 'do', kind: 'do', text: 'Send a replacement charger' },
    { id: 'tell', kind: 'tell', text: 'Explain how long the replacement takes' },
  ],
};

async function progress(...lines: [Role, string][]) {
  const request = makeRequest(makeTicket(lines));
  const context: SuggestContext = {
    ...request,
    deps: makeDeps({}),
    turn: openTurn(request.ticket.messages),
    queries: [],
    encoded: [],
    conversation: { customer: [], agent: [], text: '' },
    whole: null,
    open: null,
    isResolved: false,
    limit: null,
    rank: async () => [],
    rankEach: async () => [],
    nowMs: 0,
  };
  const read = await readProgress(playbook, context);
  const { steps } = read;
  return { done: steps.filter((step) => step.done).map(({ id }) => id), next: nextStepOf(read)?.id, steps };
}

describe('readProgress', () => {
  it('begins with the first step', async () => {
    expect(await progress(['customer', 'It will not start.'])).toMatchObject({ done: [], next: 'ask' });
  });

  it('sees that the customer gave what a step asks for, and shows where', async () => {
    const { done, next, steps } = await progress(['customer', 'It will not start. The label says FW-22318841.']);
    expect(done).toEqual(['ask']);
    expect(next).toBe('verify');
    expect(steps[0]?.evidence).toContain('FW-22318841');
  });

  it('sees what agents did and noted', async () => {
    const { done, next } = await progress(
      ['customer', 'It will not start.'],
      ['agent', 'Could you give me the serial number?'],
      ['note', 'I have sent a replacement charger today.'],
    );
    expect(done).toEqual(['ask', 'do']);
    expect(next).toBe('tell');
  });

  it('takes a plan or a question for no deed', async () => {
    const { done } = await progress(
      ['agent', 'Should I send a replacement charger?'],
      ['note', 'I will send a replacement charger tomorrow.'],
    );
    expect(done).not.toContain('do');
  });

  it('never takes the customer for the agent', async () => {
    expect((await progress(['customer', 'Send a replacement charger!'])).done).toEqual([]);
  });
});
