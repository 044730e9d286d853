import { describe, expect, it } from 'vitest';
import { direction, getStrings, interfaceLanguages, plural, resolveLanguage } from './index';
import { getPanelStrings } from './panel.strings';

/** Every path of an object with the type of what stands there. */
function describePaths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, inner]) => describePaths(inner, path ? `${path}/${key}` : key));
}

describe('interface text', () => {
  it('has the same keys in every language', () => {
    const english = describePaths(getStrings('en')).sort();
    expect(english.length).toBeGreaterThan(150);
    for (const language of interfaceLanguages) expect(describePaths(getStrings(language)).sort()).toEqual(english);
  });

  it('leaves no text of the panel in English when the language is Arabic', () => {
    const english = new Set(collectTexts(getPanelStrings('en')));
    const same = collectTexts(getPanelStrings('ar')).filter((text) => english.has(text) && text !== 'Deskside');
    expect(english.size).toBeGreaterThan(100);
    expect(same).toEqual([]);
  });

  it('picks the plural form that Arabic asks for', () => {
    const items = (count: number) => getPanelStrings('ar').knowledge.paused(count);
    expect(new Set([1, 2, 3, 11, 100].map(items)).size).toBe(5);
    expect(plural('en', 1, { one: '# item', other: '# items' })).toBe('1 item');
    expect(plural('en', 1200, { one: '# item', other: '# items' })).toBe('1,200 items');
  });

  it.each([
    ['auto', ['ar-EG', 'en'], 'ar'],
    ['auto', ['sv', 'AR'], 'ar'],
    ['auto', ['sv', 'de'], 'en'],
    ['auto', [], 'en'],
    ['en', ['ar'], 'en'],
  ] as const)('resolves %s with %j to %s', (setting, preferred, expected) => {
    expect(resolveLanguage(setting, preferred)).toBe(expected);
  });

  it('writes Arabic from right to left', () => {
    expect([direction('en'), direction('ar')]).toEqual(['ltr', 'rtl']);
  });
});

function collectTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(collectTexts);
}
