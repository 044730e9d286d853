import { describe, expect, it } from 'vitest';
import { readSources } from '../../tests/support/sources';
import { translateFailure } from './failures';
import { failuresAr } from './failures.ar';
import { failuresDe } from './failures.de';
import { failuresEn, failureTemplates } from './failures.en';
import { failuresEs } from './failures.es';
import { failuresFr } from './failures.fr';
import { failuresPt } from './failures.pt';

/** Every language of which there are texts, before the rest of its interface is there too. */
const all = { ar: failuresAr, de: failuresDe, es: failuresEs, fr: failuresFr, pt: failuresPt };

describe('translateFailure', () => {
  it.each([
    ['The helpdesk cannot be reached.', 'Der Helpdesk ist nicht erreichbar.'],
    ['The helpdesk did not answer within 20 s.', 'Der Helpdesk antwortete nicht innerhalb von 20 s.'],
    ['Line 3: Article “A: b” has no text', 'Zeile 3: Artikel „A: b“ hat keinen Text'],
    ['“Steps”: a step without text was left out', '„Steps“: Ein Schritt ohne Text wurde ausgelassen'],
    ['a.zip: “b.pdf” needs a password', 'a.zip: „b.pdf“ braucht ein Passwort'],
    ['notes.md, line 4: the step is empty', 'notes.md, Zeile 4: Der Schritt ist leer'],
    [
      'The composer is set to an internal note; this is a reply to the customer.',
      'Falsches Feld offen: interne Notiz. Hierher gehört: Antwort an den Kunden.',
    ],
    ['TypeError: x is undefined', 'TypeError: x is undefined'],
    ['', ''],
    ['constructor', 'constructor'],
  ])('says %j in German as %j', (message, expected) => {
    expect(translateFailure(failuresDe, message)).toBe(expected);
  });

  it('leaves a message as it is in English', () => {
    expect(translateFailure(failuresEn, 'The helpdesk answered with status 500.')).toBe(
      'The helpdesk answered with status 500.',
    );
  });
});

describe('what failures say', () => {
  it.each(Object.entries(all))('%s has a text of its own for each, with the same places', (language, texts) => {
    const placesIn = (text = '') => [...text.matchAll(/\{[0-9m]\}/g)].map(([found]) => found).sort();
    expect(failureTemplates.length).toBeGreaterThan(100);
    for (const template of failureTemplates) {
      expect.soft(placesIn(texts[template]), `${language}: ${template}`).toEqual(placesIn(template));
      const isSame = texts[template]?.replace(/\s/g, ' ') === template;
      const hasWords = /\p{L}{2}/u.test(template.replace(/\{m\}|Macro|Article|conversation|messages/g, ''));
      if (hasWords) expect.soft(isSame, `${language}: ${template}`).toBe(false);
    }
    expect(Object.keys(texts).length).toBe(failureTemplates.length);
  });

  it('is listed for every failure and problem that the sources write out', () => {
    const files = readSources('.', ['lib', 'entrypoints', 'components']).filter(({ path }) => !isData.test(path));
    const written = files.flatMap(({ path, text }) => templatesIn(text).map((template) => ({ path, template })));
    expect(written.length).toBeGreaterThan(80);
    const missing = written.filter(({ template }) => !isListed(template) && !Object.hasOwn(notListed, template));
    expect(missing).toEqual([]);
  });
});

/** Messages that are no texts of this list, each with the reason. */
const notListed: Record<string, string> = {
  'There is no call "{}".': 'a bug between parts of Deskside',
  'A helpdesk page may not call "{}".': 'a bug between parts of Deskside',
  '"{}" got something it cannot read: {}': 'a bug between parts of Deskside',
  'Not an API address: {}': 'a bug between parts of Deskside',
  'The engine is called through the background alone.': 'a bug between parts of Deskside',
  '“{}” is no file that Deskside reads{}': 'with and without the hint it is listed',
  'Nothing on the page has changed. Switch the box to a note first, then press this.':
    'the teaching overlay has its own',
};

/** Descriptions of helpdesks: selectors, no sentences. */
const isData = /fixture|\/description\.ts$|^lib\/strings\//;

const isListed = (template: string) =>
  failureTemplates.some((known) => {
    const parts = known.split(/\{[0-9m]\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('(?:\\{\\}|.*)')}$`).test(template);
  });

/** The messages of `fail(…)` and of problems that stand in a source as text, `{}` for each value in them. */
function templatesIn(text: string): string[] {
  const literal = "(?:`((?:[^`\\\\]|\\\\.)*)`|'((?:[^'\\\\]|\\\\.)*)')";
  const places = [
    `fail(?:<[^>]*>)?\\(\\s*'[a-z-]+',\\s*${literal}`,
    `message: ${literal}`,
    `problems\\.push\\(\\s*${literal}`,
  ];
  return places.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, 'g'))]
      .map(([, template, plain]) => (template ?? plain ?? '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}'))
      .filter((found) => /[a-z] [a-z]/.test(found)),
  );
}
