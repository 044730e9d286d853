import type { InterfaceLanguage } from './language';
import { teachAr } from './teach.ar';
import { type TeachStrings, teachEn } from './teach.en';

const texts: Record<InterfaceLanguage, TeachStrings> = {
  en: teachEn,
  ar: teachAr,
};

/** Text of the teaching overlay. Its script runs on request only, so it carries every language. */
export function getTeachStrings(language: InterfaceLanguage): TeachStrings {
  return texts[language];
}
