import { failuresAr } from './failures.ar';
import { labelsAr } from './labels.ar';
import { libraryAr } from './library.ar';
import { pageAr } from './page.ar';
import { panelAr } from './panel.ar';
import { popupAr } from './popup.ar';
import { practiceAr } from './practice.ar';
import type { Strings } from './strings.en';

/** All text of the extension's own pages, Arabic. */
export const stringsAr: Strings = {
  failures: failuresAr,
  labels: labelsAr,
  page: pageAr,
  panel: panelAr,
  popup: popupAr,
  library: libraryAr,
  practice: practiceAr,
};
