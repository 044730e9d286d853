import { failuresDe } from './failures.de';
import { labelsDe } from './labels.de';
import { libraryDe } from './library.de';
import { pageDe } from './page.de';
import { panelDe } from './panel.de';
import { popupDe } from './popup.de';
import { practiceDe } from './practice.de';
import type { Strings } from './strings.en';

/** All text of the extension's own pages, German. */
export const stringsDe: Strings = {
  failures: failuresDe,
  labels: labelsDe,
  page: pageDe,
  panel: panelDe,
  popup: popupDe,
  library: libraryDe,
  practice: practiceDe,
};
