import type { InterfaceLanguage } from './language';
import { teachAr } from './teach.ar';
import { teachDe } from './teach.de';
import { type TeachStrings, teachEn } from './teach.en';
import { teachEs } from './teach.es';
import { teachFr } from './teach.fr';
import { teachPt } from './teach.pt';

const texts: Record<InterfaceLanguage, TeachStrings> = {
  en: teachEn,
  ar: teachAr,
  de: teachDe,
  es: teachEs,
  fr: teachFr,
  pt: teachPt,
};

/** Text of the teaching overlay. Its script runs on request only, so it carries every language. */
export function getTeachStrings(language: InterfaceLanguage): TeachStrings {
  return texts[language];
}
