import { failuresPt } from './failures.pt';
import { labelsPt } from './labels.pt';
import { libraryPt } from './library.pt';
import { pagePt } from './page.pt';
import { panelPt } from './panel.pt';
import { popupPt } from './popup.pt';
import { practicePt } from './practice.pt';
import type { Strings } from './strings.en';

/** All text of the extension's own pages, Portuguese. */
export const stringsPt: Strings = {
  failures: failuresPt,
  labels: labelsPt,
  page: pagePt,
  panel: panelPt,
  popup: popupPt,
  library: libraryPt,
  practice: practicePt,
};
