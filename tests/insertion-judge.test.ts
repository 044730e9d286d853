import { describe, expect, it } from 'vitest';
import { insertionCases } from './editors/cases.ts';
import { judge, type Seen } from './editors/judge.ts';
import type { Shape } from './editors/pages/shape.ts';

function shape(lines: string[], part: Partial<Shape> = {}): Shape {
  return { lines, links: [], bold: ['so'], bullets: [], numbers: [], ...part };
}

function caseNamed(name: string) {
  const found = insertionCases.find((one) => one.name === name);
  if (!found) throw new Error(`there is no case "${name}"`);
  return found;
}

const before = shape(['Dear Ana,', 'so before after', 'Kind regards']);
const pasted = { ok: true as const, value: { route: 'paste' } };
const paragraphs = ['Dear Ana,', 'so before First part.', 'Second part.', 'Third part.after', 'Kind regards'];
const bold = { bold: ['so', 'Second'] };
const good: Seen = {
  before,
  result: pasted,
  after: shape(paragraphs, bold),
  typed: shape(['Dear Ana,', 'so before First part.', 'Second part.', 'Third part.§after', 'Kind regards'], bold),
  undone: before,
  sends: 0,
};

/** Lines of the draft with the reply's three in lines of their own. */
const apart = ['Dear Ana,', 'so before', 'First part.', 'Second part.', 'Third part.', 'after', 'Kind regards'];

describe('the judge of the insertion matrix', () => {
  it.each([
    ['in the line of the draft', good],
    ['in lines of its own', { ...good, after: shape(apart, bold) }],
  ])('calls a reply exact that stands %s', (_name, seen) => {
    expect(judge(seen, caseNamed('paragraphs'), 'html')).toEqual({ verdict: 'exact', why: 'paste' });
  });

  it.each<[string, Partial<Seen>]>([
    ['is there twice', { after: shape([...paragraphs.slice(0, 4), ...paragraphs.slice(1)], bold) }],
    ['lost a line of the draft', { after: shape(paragraphs.slice(0, 4), bold) }],
    ['lost the word before it', { after: shape(['Dear Ana,', 'First part.', ...paragraphs.slice(2)], bold) }],
    [
      'ran together',
      { after: shape(['Dear Ana,', 'so before First part.Second part.Third part.after', 'Kind regards'], bold) },
    ],
    ['stands at the end', { after: shape([...before.lines, 'First part.', 'Second part.', 'Third part.'], bold) }],
    ['lost its bold word', { after: shape(paragraphs) }],
    ['took the bold from the draft', { after: shape(paragraphs, { bold: ['Second'] }) }],
    [
      'left the caret before it',
      { typed: shape(['Dear Ana,', 'so before §First part.', ...paragraphs.slice(2)], bold) },
    ],
    ['cannot be undone', { undone: shape(paragraphs, bold) }],
    ['was sent', { sends: 1 }],
    [
      'was declined though nothing was in the way',
      { result: { ok: true, value: { route: 'clipboard' } }, after: before },
    ],
  ])('calls it wrong when the reply %s', (_name, part) => {
    expect(judge({ ...good, ...part }, caseNamed('paragraphs'), 'html').verdict).toBe('WRONG');
  });

  it('lets a locked editor be declined, but not touched', () => {
    const result = { ok: false as const, error: { kind: 'no-composer', message: '' } };
    const given = caseNamed('read-only');
    const declined: Seen = { before, result, after: before, sends: 0 };
    expect(judge(declined, given, 'html')).toEqual({ verdict: 'refused', why: 'no-composer' });
    expect(judge({ ...declined, after: shape(paragraphs) }, given, 'html').verdict).toBe('WRONG');
    expect(judge({ ...good, before: shape([]) }, given, 'html').verdict).toBe('WRONG');
  });

  it('wants lists and links as such from editors that have them, and as text from those that do not', () => {
    const link = ['Dear Ana,', 'so before See the guide first.after', 'Kind regards'];
    const seen: Seen = { before, result: pasted, after: shape(link), sends: 0 };
    const given = caseNamed('a link');
    expect(judge(seen, given, 'html').verdict).toBe('WRONG');
    const linked = shape(link, { links: [['the guide', 'https://fernway.example/guide?a=1&b=2']] });
    expect(judge({ ...seen, after: linked }, given, 'html').verdict).toBe('exact');
    expect(judge(seen, given, 'text').verdict).toBe('WRONG');
    const spelled = shape(['Dear Ana,', `so before ${given.reply.text}after`, 'Kind regards']);
    expect(judge({ ...seen, after: spelled }, given, 'text').verdict).toBe('exact');
  });
});
