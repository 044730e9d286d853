import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../lib/guard/personal-data';
import { scorePii, sumCounts } from './pii-score';
import { readMarks, readPiiSet } from './pii-set';

describe('the labelled messages', () => {
  it('are read from their marks', () => {
    const { text, spans } = readMarks('Hi {name|Ada}, mail {email|a@b.example}.');
    expect(text).toBe('Hi Ada, mail a@b.example.');
    expect(spans.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['name', 'Ada'],
      ['email', 'a@b.example'],
    ]);
    expect(() => readMarks('{shoe size|9}{shoe|9}')).toThrow('"shoe" is no kind');
  });

  it('are of six languages, and no message is in both parts', () => {
    const [dev, test] = [readPiiSet('dev'), readPiiSet('test')];
    expect(dev.length + test.length).toBeGreaterThanOrEqual(400);
    for (const part of [dev, test])
      expect(new Set(part.map(({ language }) => language))).toEqual(new Set(['en', 'ar', 'es', 'fr', 'de', 'pt']));
    const seen = new Set(dev.map(({ text }) => text));
    expect(test.filter(({ text }) => seen.has(text))).toEqual([]);
  });
});

describe('the score', () => {
  const [message] = [{ id: 'a', language: 'en', ...readMarks('Hi {name|Ada Lovelace}, mail {email|a@b.example}.') }];

  it('counts what is found, missed and wrong', () => {
    const { counts, errors } = scorePii([message], () => [
      { kind: 'name', start: 3, end: 6 },
      { kind: 'email', start: 0, end: 2 },
      { kind: 'email', start: 22, end: 33 },
    ]);
    expect(counts.get('en name')).toEqual({ labelled: 1, found: 0, removed: 0, marked: 1, right: 1 });
    expect(counts.get('en email')).toEqual({ labelled: 1, found: 1, removed: 1, marked: 2, right: 1 });
    expect(errors.map(({ what, text }) => [what, text])).toEqual([
      ['missed', 'Ada Lovelace'],
      ['wrong', 'Hi'],
    ]);
  });
});

describe('what is found in the test part', () => {
  const { counts } = scorePii(readPiiSet('test'), (text) => findPersonalData(text));
  const share = (accepts: (key: string) => boolean) => {
    const { labelled, found, marked, right } = sumCounts(counts, accepts);
    expect(labelled).toBeGreaterThan(15);
    return { recall: found / labelled, precision: right / marked };
  };

  it('is nearly all that has a structure', () => {
    const { recall, precision } = share((key) => !key.endsWith(' name'));
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['en', 'ar', 'es', 'fr', 'de', 'pt'])('is most names in %s', (language) => {
    const least = language === 'ar' ? 0.75 : 0.85;
    const { recall, precision } = share((key) => key === `${language} name`);
    expect(recall).toBeGreaterThanOrEqual(least);
    expect(precision).toBeGreaterThanOrEqual(least);
  });
});

describe('the list of names', () => {
  it('stays as small as it is known to be', () => {
    expect(statSync('lib/guard/names/name-list.json').size).toBeLessThan(350_000);
  });
});
