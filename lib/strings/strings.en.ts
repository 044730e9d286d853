import { failuresEn } from './failures.en';
import { labelsEn } from './labels.en';
import { libraryEn } from './library.en';
import { pageEn } from './page.en';
import { panelEn } from './panel.en';
import { popupEn } from './popup.en';
import { practiceEn } from './practice.en';

/** All text of the extension's own pages in English, by the part of the product it belongs to. */
export const stringsEn = {
  failures: failuresEn,
  labels: labelsEn,
  page: pageEn,
  panel: panelEn,
  popup: popupEn,
  library: libraryEn,
  practice: practiceEn,
};

/** All interface text of one language. */
export type Strings = typeof stringsEn;
