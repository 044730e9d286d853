import { describe, expect, it } from 'vitest';
import { choose, offered } from '../../tests/support/choice-fakes';
import { ok } from '../core/result';
import { readChoiceFile, writeChoiceFile } from './choice-file';

const choices = [
  choose('m', [offered('article', 'a', { facts: { length: 0.5 } }), offered('macro', 'm', { base: -1.2 })], {
    intent: 'refund.status',
    kept: 0.8,
    muted: ['kind'],
  }),
  choose('m', [], { minute: 5, action: 'typed' }),
];
const file = (change: Record<string, unknown>) =>
  JSON.stringify({ ...JSON.parse(writeChoiceFile(choices, '2026-01-02T00:00:00Z')), ...change });

describe('the file of what was learnt', () => {
  it('is read as it was written, oldest first', () => {
    expect(readChoiceFile(writeChoiceFile(choices, '2026-01-02T00:00:00Z'))).toEqual(ok(choices));
    expect(readChoiceFile(writeChoiceFile([...choices].reverse(), ''))).toEqual(ok(choices));
  });

  it.each([
    ['no JSON', 'hello', 'not-learning', /no file of what Deskside learnt/],
    ['another file', '{"deskside":1,"choices":[]}', 'not-learning', /no file/],
    ['a list', '[]', 'not-learning', /no file/],
    ['no choices', '{"desksideLearning":1}', 'not-learning', /no file/],
    ['a newer version', file({ desksideLearning: 2 }), 'newer-version', /has version 2; this Deskside reads version 1/],
    [
      'a strange action',
      file({ choices: [choices[0], { ...choices[1], action: 'ate' }] }),
      'bad-choice',
      /^Entry 2 .*action/,
    ],
    ['no time', file({ choices: [{ ...choices[0], at: 'noon' }] }), 'bad-choice', /^Entry 1 .*at/],
    ['a strange number', file({ choices: [{ ...choices[0], kept: 7 }] }), 'bad-choice', /^Entry 1 .*kept/],
    ['an entry that is none', file({ choices: [null] }), 'bad-choice', /^Entry 1/],
  ])('is refused with a reason: %s', (_case, text, kind, message) => {
    expect(readChoiceFile(text)).toMatchObject({ ok: false, error: { kind, message: expect.stringMatching(message) } });
  });
});
