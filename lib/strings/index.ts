import type { InterfaceLanguage } from './language';
import { stringsAr } from './strings.ar';
import { stringsDe } from './strings.de';
import { type Strings, stringsEn } from './strings.en';
import { stringsEs } from './strings.es';
import { stringsFr } from './strings.fr';
import { stringsPt } from './strings.pt';

const strings: Record<InterfaceLanguage, Strings> = {
  en: stringsEn,
  ar: stringsAr,
  de: stringsDe,
  es: stringsEs,
  fr: stringsFr,
  pt: stringsPt,
};

/** The text of one language. The content script takes `./panel.strings` instead, which carries less. */
export function getStrings(language: InterfaceLanguage): Strings {
  return strings[language];
}

export {
  direction,
  formatNumber,
  type InterfaceLanguage,
  interfaceLanguages,
  languageNames,
  localeOf,
  plural,
  resolveLanguage,
} from './language';
export type { Strings };
