import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';

/** Snowball stemmers by ISO 639-1 code. */
const stemmers: Record<string, (word: string) => string> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pt: portuguese,
};

const arabicScript = /^\p{Script=Arabic}+$/u;
const latinScript = /^\p{Script=Latin}+$/u;

/** The language that stems are made by; `und` where there is no stemmer. `locale` is BCP 47 or a language's code. */
export function stemLanguage(locale: string | undefined): string {
  const code = locale?.toLowerCase().split(/[-_]/)[0] ?? '';
  return code in stemmers ? code : 'und';
}

/** The stem of a folded term, the term itself where the language has no stemmer or another script. */
export function stem(term: string, language: string): string {
  const make = stemmers[language];
  const script = language === 'ar' ? arabicScript : latinScript;
  return make && term.length > 2 && script.test(term) ? make(term) || term : term;
}
