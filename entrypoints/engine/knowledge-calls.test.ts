import { describe, expect, it } from 'vitest';
import type { Engine } from '@/lib/core/engine';
import { noPolicy, type Policy } from '@/lib/core/policy';
import { ok } from '@/lib/core/result';
import { createKnowledgeCalls, mayUseSource } from './knowledge-calls';

const desk = 'https://acme.zendesk.com';

/** A library that notes what it was given. */
function createParts(policy: Policy) {
  const taken: string[] = [];
  const take = (name: string) => async () => {
    taken.push(name);
    return ok(null);
  };
  const library = { beginImport: take('begin'), storeBatch: take('batch'), importFile: take('file') };
  return { calls: createKnowledgeCalls(library as unknown as Engine, () => ({ policy })), taken };
}

const batch = { articles: [], macros: [], cursor: null, total: 0, problems: [] };

describe('knowledge under a policy', () => {
  it.each([
    ['from anywhere without a policy', noPolicy, ['begin', 'batch', 'file']],
    ['from the helpdesk alone', { ...noPolicy, knowledge: ['helpdesk' as const] }, ['begin', 'batch']],
    ['from files alone', { ...noPolicy, knowledge: ['files' as const] }, ['file']],
    ['from nowhere', { ...noPolicy, knowledge: [] }, []],
  ])('is taken in %s', async (_what, policy, expected) => {
    const { calls, taken } = createParts(policy);
    const answers = [
      await calls.beginImport({ source: desk, fresh: true }),
      await calls.storeBatch({ source: desk, batch }),
      await calls.importFile({ name: 'a.csv', text: '' }),
    ];
    expect(taken).toEqual(expected);
    for (const answer of answers) if (!answer.ok) expect(answer.error.kind).toBe('not-allowed');
    expect(answers.filter(({ ok: isTaken }) => isTaken)).toHaveLength(expected.length);
  });

  it('that is there already is not used when its kind is not wanted any more', () => {
    const policy = { ...noPolicy, knowledge: ['helpdesk' as const] };
    expect(mayUseSource({ policy }, desk)).toBe(true);
    expect(mayUseSource({ policy }, 'file:answers.csv')).toBe(false);
  });

  it('of the practice page is never in question', async () => {
    const { calls, taken } = createParts({ ...noPolicy, knowledge: [] });
    await calls.beginImport({ source: 'chrome-extension://abc', fresh: true });
    expect(taken).toEqual(['begin']);
  });
});
