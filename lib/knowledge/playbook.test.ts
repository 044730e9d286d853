import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Playbook, stepKinds, ticketPriorities } from '../core/knowledge';
import { intents } from '../core/signals';
import { formatPlaybook, guessStepKind, parsePlaybook } from './playbook';

describe('reading a playbook', () => {
  it('reads title, intent and steps with their kinds', () => {
    const text = `Battery does not charge
Intent: tech.bug

1. Ask: which colour is the light?
2) verify: the charger is the 4 A one
   and not the old one
3. Replace the fuse.
4. Tell the customer how long it takes
5. Escalate to the workshop`;
    expect(parsePlaybook(text, 'p1')).toEqual({
      ok: true,
      value: {
        id: 'p1',
        title: 'Battery does not charge',
        intent: 'tech.bug',
        steps: [
          { id: 'step-1', kind: 'ask', text: 'which colour is the light?' },
          { id: 'step-2', kind: 'verify', text: 'the charger is the 4 A one and not the old one' },
          { id: 'step-3', kind: 'do', text: 'Replace the fuse.' },
          { id: 'step-4', kind: 'tell', text: 'Tell the customer how long it takes' },
          { id: 'step-5', kind: 'escalate', text: 'Escalate to the workshop' },
        ],
      },
    });
  });

  it('reads where its tickets belong, and the words for the customer', () => {
    const text = `Refund late
Team: Payments
priority: High
Tags: refund, vip , refund
1. Ask: the order number
   Say: Could you give me
   your order number?
2. Tell: the days`;
    expect(parsePlaybook(text, 'p1')).toMatchObject({
      value: {
        routing: { team: 'Payments', priority: 'high', tags: ['refund', 'vip'] },
        steps: [{ text: 'the order number', say: 'Could you give me your order number?' }, { text: 'the days' }],
      },
    });
  });

  it.each([
    ['', /^Line 1: the title is missing/],
    ['\n \n', /^Line 1: the title/],
    ['1. Ask: x?', /^Line 1: the title comes first/],
    ['Title only', /^Line 1: there are no numbered steps/],
    ['Title\nIntent: tech.bugs\n1. Do it', /^Line 2: “tech.bugs” is not an intent/],
    ['Title\nIntent: tech.bug\nIntent: tech.bug\n1. Do it', /^Line 3: there are two intents/],
    ['Title\nPriority: soon\n1. Do it', /^Line 2: “soon” is not a priority; write low, normal, high, urgent/],
    ['Title\n1. Do it\n  Say:', /^Line 3: there are no words after “Say:”/],
    ['Title\n1. Do it\n2.\n', /^Line 3: the step is empty/],
    ['Title\n1. Ask:  \n', /^Line 2: the step is empty/],
    ['Title\n\nfirst do it', /^Line 3: expected a numbered step .* found “first do it”/],
    ['Title\n1. Do it\nthen that', /^Line 3: expected a numbered step/],
  ])('names the line of %j that cannot be read', (text, message) => {
    const result = parsePlaybook(text, 'p');
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'playbook-line', message: expect.stringMatching(message) },
    });
  });

  it.each([
    ['Check the order number', 'verify'],
    ['What is the serial number?', 'ask'],
    ['Hand it over to finance', 'escalate'],
    ['Apologise for the delay', 'tell'],
    ['Refund the difference', 'do'],
  ])('guesses the kind of “%s”', (text, kind) => {
    expect(guessStepKind(text)).toBe(kind);
  });

  it('reads back whatever it wrote', () => {
    const line = fc
      .string({ minLength: 1, maxLength: 60, unit: 'grapheme' })
      .map((text) => `x ${text.replace(/\s+/g, ' ')}`.replace(/\s+/g, ' ').trim());
    const step = fc.record(
      { text: line, kind: fc.constantFrom(...stepKinds), say: line },
      { requiredKeys: ['text', 'kind'] },
    );
    const routing = fc.record({
      team: line,
      priority: fc.constantFrom(...ticketPriorities),
      tags: fc.constant<string[]>(['a', 'b c']),
    });
    const playbook = fc.record({
      title: line,
      intent: fc.option(fc.constantFrom(...intents), { nil: undefined }),
      routing: fc.option(routing, { nil: undefined }),
      steps: fc.array(step, { minLength: 1, maxLength: 9 }),
    });
    fc.assert(
      fc.property(playbook, ({ title, intent, routing, steps }) => {
        const numbered = steps.map((one, index) => ({ ...one, id: `step-${index + 1}` }));
        const whole: Playbook = {
          id: 'p',
          title,
          steps: numbered,
          ...(intent ? { intent } : {}),
          ...(routing ? { routing } : {}),
        };
        expect(parsePlaybook(formatPlaybook(whole), 'p')).toEqual({ ok: true, value: whole });
      }),
    );
  });
});
