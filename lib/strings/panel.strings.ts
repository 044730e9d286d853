import type { InterfaceLanguage } from './language';
import { panelTextAr } from './panel-text.ar';
import { type PanelText, panelTextEn } from './panel-text.en';

/** Text of the panel in every language, for the extension's own pages; the content script carries English alone. */
export function getPanelStrings(language: InterfaceLanguage): PanelText {
  return language === 'ar' ? panelTextAr : panelTextEn;
}
