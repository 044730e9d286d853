import { failuresPt } from './failures.pt';
import { labelsPt } from './labels.pt';
import { panelPt } from './panel.pt';
import type { PanelText } from './panel-text.en';

/** The panel's text, Portuguese: built into a file of its own too, which the content script loads when it is wanted. */
export const panelText: PanelText = { ...panelPt, labels: labelsPt, failures: failuresPt };
