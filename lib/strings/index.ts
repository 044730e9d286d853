import { labelsAr } from './labels.ar';
import { labelsEn } from './labels.en';
import { type InterfaceLanguage, resolveLanguage } from './language';
import { libraryAr } from './library.ar';
import { libraryEn } from './library.en';
import { pageAr } from './page.ar';
import { pageEn } from './page.en';
import { panelAr } from './panel.ar';
import { panelEn } from './panel.en';
import { popupAr } from './popup.ar';
import { popupEn } from './popup.en';
import { practiceAr } from './practice.ar';
import { practiceEn } from './practice.en';

const strings = {
  en: { labels: labelsEn, page: pageEn, panel: panelEn, popup: popupEn, library: libraryEn, practice: practiceEn },
  ar: { labels: labelsAr, page: pageAr, panel: panelAr, popup: popupAr, library: libraryAr, practice: practiceAr },
} satisfies Record<InterfaceLanguage, unknown>;

/** All interface text of one language, by the part of the product it belongs to. */
export type Strings = (typeof strings)['en'];

/** The text of one language. The content script takes `./panel.strings` instead, which carries less. */
export function getStrings(language: InterfaceLanguage): Strings {
  return strings[language];
}

export { direction, formatNumber, interfaceLanguages, languageNames, plural } from './language';
export { type InterfaceLanguage, resolveLanguage };
