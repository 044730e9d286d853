import { type FailureTexts, failuresEn } from './failures.en';
import { type LabelStrings, labelsEn } from './labels.en';
import { type PanelStrings, panelEn } from './panel.en';

/** Text of the panel with the names of all labels and what failures say. */
export type PanelText = PanelStrings & { labels: LabelStrings; failures: Partial<FailureTexts> };

/** The panel's text in English: the one the content script carries. */
export const panelTextEn: PanelText = { ...panelEn, labels: labelsEn, failures: failuresEn };
