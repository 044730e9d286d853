import { failuresEs } from './failures.es';
import { labelsEs } from './labels.es';
import { libraryEs } from './library.es';
import { pageEs } from './page.es';
import { panelEs } from './panel.es';
import { popupEs } from './popup.es';
import { practiceEs } from './practice.es';
import type { Strings } from './strings.en';

/** All text of the extension's own pages, Spanish. */
export const stringsEs: Strings = {
  failures: failuresEs,
  labels: labelsEs,
  page: pageEs,
  panel: panelEs,
  popup: popupEs,
  library: libraryEs,
  practice: practiceEs,
};
