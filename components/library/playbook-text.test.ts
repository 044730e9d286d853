import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Playbook, stepKinds } from '../../lib/core/knowledge';
import { failedLine, findLine, previewPlaybook, writePlaybook } from './playbook-text';

describe('the text of a playbook', () => {
  it('is read back as it was written', () => {
    const words = fc.stringMatching(/^[A-Za-zäß,]{1,12}( [a-z]{1,8}){0,4}$/);
    const step = fc.record({ id: fc.constant('s'), text: words, kind: fc.constantFrom(...stepKinds) });
    const playbook: fc.Arbitrary<Playbook> = fc.record({
      id: fc.constant('p'),
      title: words,
      steps: fc.array(step, { minLength: 1, maxLength: 12 }),
    });
    fc.assert(
      fc.property(playbook, ({ id, title, steps }) => {
        const preview = previewPlaybook(writePlaybook({ id, title, steps, intent: 'tech.bug' }));
        expect(preview).toEqual({
          title,
          head: { intent: 'tech.bug' },
          steps: steps.map(({ kind, text }) => ({ kind, text, say: null })),
        });
      }),
    );
  });

  it('is previewed while it is half written, and never fails', () => {
    expect(previewPlaybook('')).toEqual({ title: '', head: {}, steps: [] });
    expect(previewPlaybook('Late\n1. Ask: whe\n   n\n2.')).toEqual({
      title: 'Late',
      head: {},
      steps: [{ kind: 'ask', text: 'whe n', say: null }],
    });
    expect(
      previewPlaybook('Late\nTeam: Carriers\npriority: High\n1. Tell: when\n   Say: On Friday,\n   at noon.'),
    ).toEqual({
      title: 'Late',
      head: { team: 'Carriers', priority: 'High' },
      steps: [{ kind: 'tell', text: 'when', say: 'On Friday, at noon.' }],
    });
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(previewPlaybook(text).steps)));
  });

  it.each([
    ['Line 3: the step is empty', 3],
    ['The database is locked.', null],
  ])('tells the line of “%s”', (message, expected) => {
    expect(failedLine(message)).toBe(expected);
  });

  it.each([
    [1, 'Title'],
    [2, ''],
    [3, '1. Ask'],
    [9, '1. Ask'],
  ])('finds line %i', (line, expected) => {
    const text = 'Title\n\n1. Ask';
    const { start, end } = findLine(text, line);
    expect(text.slice(start, end)).toBe(expected);
  });
});
