import { failuresAr } from './failures.ar';
import { labelsAr } from './labels.ar';
import { panelAr } from './panel.ar';
import type { PanelText } from './panel-text.en';

/** The panel's text, Arabic: built into a file of its own too, which the content script loads when it is wanted. */
export const panelText: PanelText = { ...panelAr, labels: labelsAr, failures: failuresAr };
