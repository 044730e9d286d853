import { labelsAr } from './labels.ar';
import { type LabelStrings, labelsEn } from './labels.en';
import type { InterfaceLanguage } from './language';
import { panelAr } from './panel.ar';
import { type PanelStrings, panelEn } from './panel.en';

/** Text of the panel with the names of all labels; apart from `index.ts` so that the content script carries no other page's text. */
export function getPanelStrings(language: InterfaceLanguage): PanelStrings & { labels: LabelStrings } {
  return language === 'ar' ? { ...panelAr, labels: labelsAr } : { ...panelEn, labels: labelsEn };
}
