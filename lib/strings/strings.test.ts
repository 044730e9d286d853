import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LearntKind } from '../core/learning';
import type { SilenceReason } from '../core/suggestion';
import { direction, getStrings, type InterfaceLanguage, interfaceLanguages, plural, resolveLanguage } from './index';
import { formatNumber, languageNames, localeOf } from './language';
import { getPanelStrings } from './panel.strings';
import { getTeachStrings } from './teach.strings';

type Text = string | ((...given: unknown[]) => string);

/** Functions whose first value chooses the sentence, with what it may be. */
const reasons: Record<SilenceReason, true> = {
  'no-open-turn': true,
  'no-knowledge': true,
  'low-confidence': true,
  'language-unsupported': true,
  'placeholder-unfilled': true,
  'no-playbook': true,
  'playbook-finished': true,
  'no-memory': true,
  'memory-off': true,
  resolved: true,
  'model-unavailable': true,
  'too-short': true,
  'not-now': true,
  failed: true,
};
const learnt: Record<LearntKind, true> = { macro: true, article: true, past: true, playbook: true };
const chosen: Record<string, string[]> = {
  'panel/silent/because': Object.keys(reasons),
  'library/learning/name': Object.keys(learnt),
};

/** Every text of a language by its path: a string, or a function that makes one. */
function textsOf(language: InterfaceLanguage): Map<string, Text> {
  const found = new Map<string, Text>();
  const visit = (value: unknown, path: string) => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, path ? `${path}/${key}` : key);
    else if (path in chosen && typeof value === 'function')
      for (const key of chosen[path] ?? []) found.set(`${path}/${key}`, (...rest) => value(key, ...rest));
    else found.set(path, value as Text);
  };
  // What failures say is empty in English; `failures.test.ts` looks at it.
  const { failures: _failures, ...own } = getStrings(language);
  visit({ ...own, teach: getTeachStrings(language) }, '');
  return found;
}

/** What a function of the interface says of two kinds of values: shares that are no whole numbers, and names. */
const given = [
  [0.41, 0.52, 0.63, 0.74],
  ['Qa1', 'Qb2', 'Qc3', 'Qd4'],
];
const marks = ['41', '52', '63', '74', 'Qa1', 'Qb2', 'Qc3', 'Qd4'];
function say(text: Text, values: unknown[]): string {
  if (typeof text === 'string') return text;
  try {
    return String(text(...values));
  } catch (error) {
    return `throws ${(error as Error).name}`;
  }
}

/** Texts that may read as in English, and why. Whatever else is equal was not translated. */
const sameAsEnglish: [pattern: RegExp, why: string][] = [
  [/^(panel\/name|popup\/title|library\/replay\/suggested)$/, 'the name of the product'],
  [
    /\/(percent|kindCount|filterCount|withShare|counted|because|milliseconds)$/,
    'figures and the values given, no words',
  ],
];
/** Words that a language shares with English. */
const sameWord: Partial<Record<InterfaceLanguage, string[]>> = {
  de: `labels/sentiments/neutral panel/routing/team panel/routing/of/team panel/routing/of/tags panel/similar/ticket
    popup/pause/heading popup/reply/tones/neutral popup/data/threads popup/footer/version library/playbooks/team
    library/intents/name library/replay/ticket library/sources/progress library/files/pasteText practice/tickets
    practice/ticketNumber practice/roles/bot practice/roles/system practice/composer/tools teach/roles/agent
    teach/roles/bot teach/roles/system
    panel/kept/kinds/iban`.split(/\s+/),
  fr: `labels/urgencies/high labels/kinds/article page/counts/articles page/counts/macros page/counts/passages
    panel/source/macro panel/source/article panel/source/message panel/article/heading panel/routing/of/macro
    panel/similar/ticket popup/pause/heading popup/tabs/suggestions popup/reply/signature popup/interface/minutes
    popup/footer/version popup/footer/licences library/tabs/articles library/tabs/macros library/tabs/sources library/health/tickets
    library/replay/articleList library/sources/progress library/search/kinds/article library/search/kinds/macro
    library/search/score practice/tickets practice/conversation practice/ticketNumber practice/roles/bot
    teach/roles/agent teach/roles/note teach/roles/bot
    panel/kept/kinds/iban panel/kept/parts/question library/privacy/linked/gaps library/privacy/kinds/articles/name library/privacy/kinds/macros/name`.split(
    /\s+/,
  ),
  es: `page/counts/macros panel/source/macro panel/routing/macro panel/routing/of/macro popup/reply/tones/formal
    library/tabs/macros library/health/tickets library/replay/loaded library/search/kinds/macro
    practice/tickets
    panel/kept/kinds/iban library/privacy/kinds/macros/name`.split(/\s+/),
  pt: `page/counts/macros panel/source/macro panel/routing/macro panel/routing/of/macro popup/reply/tones/formal
    popup/tabs/interface popup/interface/heading library/tabs/macros library/health/tickets library/replay/loaded
    library/search/kinds/macro practice/tickets
    panel/kept/kinds/iban library/privacy/kinds/macros/name`.split(/\s+/),
};

const english = textsOf('en');
const others = interfaceLanguages.filter((language) => language !== 'en');

describe('interface text', () => {
  it('is there to be compared', () => {
    expect(english.size).toBeGreaterThan(500);
    expect(others.length).toBeGreaterThan(0);
  });

  it.each(others)('%s has the keys of English, and functions that take as much', (language) => {
    const shape = (texts: Map<string, Text>) =>
      [...texts].map(([path, text]) => `${path}: ${typeof text === 'string' ? 'text' : text.length}`).sort();
    // A function may ignore a trailing value, not take more than it is given.
    const plain = (texts: Map<string, Text>) => shape(texts).map((line) => line.replace(/\d+$/, 'function'));
    expect(plain(textsOf(language))).toEqual(plain(english));
    const longer = [...textsOf(language)].filter(([path, text]) => text.length > (english.get(path)?.length ?? 0));
    expect(longer.filter(([, text]) => typeof text !== 'string').map(([path]) => path)).toEqual([]);
  });

  it.each(others)('%s leaves nothing empty and nothing in English', (language) => {
    const allowed = (path: string) =>
      sameAsEnglish.some(([pattern]) => pattern.test(path)) || sameWord[language]?.includes(path);
    for (const [path, text] of textsOf(language))
      for (const values of given) {
        const said = say(text, values);
        expect.soft(said.trim(), `${language} ${path}`).not.toBe('');
        if (!allowed(path)) expect.soft(said, `${language} ${path}`).not.toBe(say(english.get(path) ?? '', values));
      }
  });

  it.each(others)('%s says every value that English says', (language) => {
    const kept = (text: Text, values: unknown[]) => marks.filter((mark) => say(text, values).includes(mark));
    const braces = (text: Text) => (typeof text === 'string' ? text.match(/\{\{[^}]*\}\}/g) : null);
    let seen = 0;
    for (const [path, text] of textsOf(language))
      for (const values of given) {
        const wanted = kept(english.get(path) ?? '', values);
        seen += wanted.length;
        expect.soft(kept(text, values), `${language} ${path}`).toEqual(wanted);
        expect.soft(braces(text), `${language} ${path}`).toEqual(braces(english.get(path) ?? ''));
      }
    expect(seen).toBeGreaterThan(200);
  });

  it('sets French and German marks as their printers do', () => {
    const saidIn = (language: InterfaceLanguage) =>
      [...textsOf(language)].map(([path, text]) => ({ path, said: say(text, given[1] ?? []) }));
    // Words that the text of a playbook has in every language, with the colon that belongs to them.
    const keyword = /\b(Intent|Team|Priority|Tags|Ask|Verify|Do|Tell|Escalate|Say):/g;
    const badFrench = /['"]|[^\u202f][:;!?»]|«[^\u202f]/;
    const badGerman = /['"»«”]|(?<!„[^“]*)“/;
    const french = saidIn('fr');
    expect(french.filter(({ said }) => /\u202f[:;!?»]/.test(said)).length).toBeGreaterThan(50);
    expect(french.filter(({ said }) => badFrench.test(said.replace(keyword, '')))).toEqual([]);
    expect(saidIn('de').filter(({ said }) => badGerman.test(said))).toEqual([]);
  });

  it('gives the panel the same text as the pages', () => {
    for (const language of interfaceLanguages) {
      const { panel, labels, failures } = getStrings(language);
      expect(getPanelStrings(language)).toEqual({ ...panel, labels, failures });
    }
  });

  it('picks the plural form that a language asks for', () => {
    const items = (count: number) => getPanelStrings('ar').knowledge.paused(count);
    expect(new Set([1, 2, 3, 11, 100].map(items)).size).toBe(5);
    expect(plural('en', 1, { one: '# item', other: '# items' })).toBe('1 item');
    expect(plural('en', 1200, { one: '# item', other: '# items' })).toBe('1,200 items');
    for (const language of interfaceLanguages) {
      const { macros } = getStrings(language).page.counts;
      expect.soft(macros(5), language).toContain('5');
      expect.soft(macros(5).replace('5', '1'), language).not.toBe(macros(1));
    }
  });

  it.each([
    ['auto', ['ar-EG', 'en'], 'ar'],
    ['auto', ['sv', 'AR'], 'ar'],
    ['auto', ['sv', 'nl'], 'en'],
    ['auto', ['sv', 'de-AT'], 'de'],
    ['auto', ['FR'], 'fr'],
    ['auto', ['es-419', 'en'], 'es'],
    ['auto', ['ca', 'pt-BR'], 'pt'],
    ['auto', ['en-GB', 'ar'], 'en'],
    ['auto', ['arz', 'ar'], 'ar'],
    ['auto', [], 'en'],
    ['en', ['ar'], 'en'],
  ] as const)('resolves %s with %j to %s', (setting, preferred, expected) => {
    expect(resolveLanguage(setting, preferred)).toBe(expected);
  });

  it.each([
    ['en', ['ar', 'en-GB'], 'en-GB'],
    ['en', ['en-u-ca-japanese', 'engb'], 'en'],
    ['es', ['en-US', 'es-MX'], 'es-MX'],
    ['es', ['es-419'], 'es-419'],
    ['pt', ['es-ES'], 'pt'],
    ['ar', ['ar-SA'], 'ar-u-nu-latn'],
  ] as const)('writes numbers and dates of %s for %j as in %s', (language, preferred, expected) => {
    expect(localeOf(language, preferred)).toBe(expected);
  });

  it('writes Arabic from right to left with Latin digits, all others from left to right', () => {
    for (const language of interfaceLanguages) expect(direction(language)).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(formatNumber('ar', 1200)).toMatch(/^1.?200$/);
  });

  it('names the extension and its keys in every language, in as few letters as the stores take', () => {
    const folders: Partial<Record<InterfaceLanguage, string[]>> = { pt: ['pt_BR', 'pt_PT'] };
    const read = (folder: string): Record<string, { message: string }> =>
      JSON.parse(readFileSync(`public/_locales/${folder}/messages.json`, 'utf8'));
    const names = Object.keys(read('en'));
    expect(names.length).toBeGreaterThan(3);
    for (const folder of interfaceLanguages.flatMap((language) => folders[language] ?? [language])) {
      const messages = read(folder);
      expect.soft(Object.keys(messages), folder).toEqual(names);
      expect.soft(messages.extensionDescription?.message.length, folder).toBeLessThanOrEqual(132);
      const same = names.filter((name) => messages[name]?.message === read('en')[name]?.message);
      expect.soft(same, folder).toEqual(folder === 'en' ? names : ['extensionName']);
    }
  });

  it('offers each language under its own name', () => {
    for (const language of interfaceLanguages) {
      const own = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? '';
      expect(languageNames[language].toLowerCase()).toBe(own.toLowerCase());
    }
  });
});
