import { failuresDe } from './failures.de';
import { labelsDe } from './labels.de';
import { panelDe } from './panel.de';
import type { PanelText } from './panel-text.en';

/** The panel's text, German: built into a file of its own too, which the content script loads when it is wanted. */
export const panelText: PanelText = { ...panelDe, labels: labelsDe, failures: failuresDe };
