import type { InterfaceLanguage } from './language';
import { panelText as panelTextAr } from './panel-text.ar';
import { panelText as panelTextDe } from './panel-text.de';
import { type PanelText, panelTextEn } from './panel-text.en';
import { panelText as panelTextEs } from './panel-text.es';
import { panelText as panelTextFr } from './panel-text.fr';
import { panelText as panelTextPt } from './panel-text.pt';

const texts: Record<InterfaceLanguage, PanelText> = {
  en: panelTextEn,
  ar: panelTextAr,
  de: panelTextDe,
  es: panelTextEs,
  fr: panelTextFr,
  pt: panelTextPt,
};

/** Text of the panel in every language, for the extension's own pages; the content script carries English alone. */
export function getPanelStrings(language: InterfaceLanguage): PanelText {
  return texts[language];
}
