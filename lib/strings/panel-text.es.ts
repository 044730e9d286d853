import { failuresEs } from './failures.es';
import { labelsEs } from './labels.es';
import { panelEs } from './panel.es';
import type { PanelText } from './panel-text.en';

/** The panel's text, Spanish: built into a file of its own too, which the content script loads when it is wanted. */
export const panelText: PanelText = { ...panelEs, labels: labelsEs, failures: failuresEs };
