import { describe, expect, it } from 'vitest';
import { descriptions } from './descriptions';
import { parseDescription } from './parse-description';
import { requestTracker } from './request-tracker/description';

const sources = import.meta.glob<string>('./*/description.ts', { query: '?raw', import: 'default', eager: true });

/** Request Tracker's description with some of it replaced. */
const withPart = (part: object) => JSON.stringify({ ...requestTracker, ...part });

describe('parseDescription', () => {
  it('reads every description that is built in, unchanged, through JSON', () => {
    expect(descriptions.length).toBe(6);
    for (const description of descriptions)
      expect(parseDescription(JSON.stringify(description))).toEqual({ ok: true, value: description });
  });

  it.each([
    ['nothing', '', 'not-json', 'not JSON'],
    ['a page', '<html></html>', 'not-json', 'not JSON'],
    ['a list', '[]', 'not-a-description', 'does not describe'],
    ['null', 'null', 'not-a-description', 'does not describe'],
    ['another version', withPart({ format: 2 }), 'not-a-description', 'format is not 1'],
    ['a missing part', withPart({ editors: undefined }), 'not-a-description', 'editors is missing'],
    ['an unknown part', withPart({ script: 'alert(1)' }), 'not-a-description', 'script is not known'],
    ['an odd selector', withPart({ recognise: ['a['] }), 'not-a-description', 'recognise.0 is not a CSS selector'],
    ['an odd pattern', withPart({ address: ['('] }), 'not-a-description', 'address.0 is not a regular expression'],
    ['no landmarks', withPart({ recognise: [] }), 'not-a-description', 'recognise is empty'],
    [
      'a foreign page',
      withPart({ pages: ['https://evil.example/{id}'] }),
      'not-a-description',
      'pages.0 is not a relative',
    ],
    ['a foreign host', withPart({ pages: ['//evil.example/{id}'] }), 'not-a-description', 'pages.0 is not a relative'],
    ['a script as page', withPart({ pages: ['javascript:{id}'] }), 'not-a-description', 'pages.0 is not a relative'],
    ['an id with spaces', withPart({ id: 'My Desk' }), 'not-a-description', 'id is not lower case'],
    [
      'an unknown role',
      withPart({ message: { ...requestTracker.message, roles: [{ role: 'boss' }] } }),
      'not-a-description',
      'message.roles.0.role is not a role',
    ],
    ['far too much', JSON.stringify({ name: 'x'.repeat(200_000) }), 'too-long', 'too long'],
  ])('refuses %s and says why', (_name, text, kind, message) => {
    const parsed = parseDescription(text);
    expect(parsed).toMatchObject({ ok: false, error: { kind } });
    expect(parsed.ok ? '' : parsed.error.message).toContain(message);
  });
});

describe('a description', () => {
  it('has 60 lines at most', () => {
    expect(Object.keys(sources)).toHaveLength(descriptions.length);
    for (const [path, text] of Object.entries(sources)) {
      const lines = text.slice(text.indexOf(': HelpdeskDescription = {')).trimEnd().split('\n');
      expect([path, lines.length <= 60]).toEqual([path, true]);
      expect(lines.length).toBeGreaterThan(20);
    }
  });
});
