import { describe, expect, it } from 'vitest';
import type { Playbook } from '../../core/knowledge';
import type { MessageSignals } from '../../core/signals';
import type { RoutingSuggestion } from '../../core/suggestion';
import { readContext, runKinds } from '../suggest';
import { type Library, makeDeps, makeMacro, makeRequest, makeTicket } from '../testing';
import { routing } from '.';
import { readTeam } from './read-team';

const playbook: Playbook = {
  id: 'p',
  title: 'Parcel lost on the way',
  routing: { priority: 'normal', tags: ['lost'] },
  steps: [
    { id: 's1', kind: 'ask', text: 'Ask for the parcel number' },
    { id: 's2', kind: 'escalate', text: 'Hand over to the carrier desk if the parcel is lost' },
  ],
};

async function route(library: Library, text: string, read: Partial<MessageSignals> = {}) {
  const request = makeRequest(makeTicket([['customer', text]]));
  const current: MessageSignals = {
    messageId: 'm0',
    language: { code: 'en', confidence: 1 },
    supported: true,
    sentiment: null,
    emotion: null,
    urgency: null,
    intents: [],
    flags: [],
    ...read,
  };
  const signals = { ...request.signals, messages: [current], current };
  const { items, silent } = await runKinds(await readContext({ ...request, signals }, makeDeps(library)), [routing]);
  return { suggestion: items[0] as RoutingSuggestion | undefined, silent };
}

describe('routing', () => {
  it('names team and tags of the playbook that fits, and why', async () => {
    const { suggestion } = await route(
      { playbooks: [playbook] },
      'The parcel is lost on the way, what now? The parcel number is 12',
    );
    expect(suggestion).toMatchObject({ team: 'carrier desk', priority: 'normal', tags: ['lost'] });
    expect(suggestion?.reasons).toContainEqual({ of: 'team', by: 'playbook', title: playbook.title });
  });

  it('goes by what is critical rather than by the playbook', async () => {
    const { suggestion } = await route({ playbooks: [playbook] }, 'The parcel is lost on the way', {
      urgency: { label: 'critical', confidence: 0.8 },
    });
    expect(suggestion?.priority).toBe('urgent');
    expect(suggestion?.reasons).toContainEqual({ of: 'priority', by: 'urgency', label: 'critical' });
  });

  it('lifts what a flag presses, without any playbook', async () => {
    const { suggestion } = await route({}, 'My lawyer will write to you', {
      flags: [{ label: 'legal', confidence: 0.9 }],
    });
    expect(suggestion).toMatchObject({ priority: 'high', tags: [], sources: [] });
    expect(suggestion?.team).toBeUndefined();
  });

  it('stays silent where no playbook fits and nothing presses', async () => {
    const { suggestion, silent } = await route({ playbooks: [playbook] }, 'Which colours does the hat come in?', {
      urgency: { label: 'high', confidence: 0.3 },
    });
    expect(suggestion).toBeUndefined();
    expect(silent).toEqual([{ kind: 'routing', why: 'low-confidence', confidence: expect.any(Number) }]);
  });

  it('takes over the tags that a sure macro sets', async () => {
    const macro = makeMacro('voucher', 'Your voucher code is not valid any more.', { tags: ['voucher'] });
    const { suggestion } = await route({ macros: [macro] }, 'voucher code is not valid any more', {
      flags: [{ label: 'legal', confidence: 0.9 }],
    });
    if (suggestion?.macro) expect(suggestion.tags).toEqual(['voucher']);
    expect(suggestion?.priority).toBe('high');
  });
});

describe('readTeam', () => {
  it.each([
    ['Hand over to the payment team if it is booked but there is no order', 'payment team'],
    ['Hand the case to Payments with ARN and the bank’s answer', 'Payments'],
    ['Pass reference and address on to the security team', 'security team'],
    ['Escalate to engineering with the time of the problem', 'engineering'],
    ['Hand to Trust and Safety with devices and addresses', 'Trust and Safety'],
    ['Raise a case', undefined],
  ])('%s', (text, team) => {
    const steps = [{ id: 's', kind: 'escalate' as const, text }];
    expect(readTeam({ id: 'p', title: 'x', steps })).toBe(team);
    expect(readTeam({ id: 'p', title: 'x', steps, routing: { team: 'Own' } })).toBe('Own');
  });
});
