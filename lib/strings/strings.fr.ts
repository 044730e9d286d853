import { failuresFr } from './failures.fr';
import { labelsFr } from './labels.fr';
import { libraryFr } from './library.fr';
import { pageFr } from './page.fr';
import { panelFr } from './panel.fr';
import { popupFr } from './popup.fr';
import { practiceFr } from './practice.fr';
import type { Strings } from './strings.en';

/** All text of the extension's own pages, French. */
export const stringsFr: Strings = {
  failures: failuresFr,
  labels: labelsFr,
  page: pageFr,
  panel: panelFr,
  popup: popupFr,
  library: libraryFr,
  practice: practiceFr,
};
