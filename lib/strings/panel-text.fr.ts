import { failuresFr } from './failures.fr';
import { labelsFr } from './labels.fr';
import { panelFr } from './panel.fr';
import type { PanelText } from './panel-text.en';

/** The panel's text, French: built into a file of its own too, which the content script loads when it is wanted. */
export const panelText: PanelText = { ...panelFr, labels: labelsFr, failures: failuresFr };
