import data from './calibration.json' with { type: 'json' };

/** Logistic regression: weight by feature name, and bias. */
export type Model = { weights: Record<string, number>; bias: number };

/**
 * Coefficients and thresholds, fitted by `npm run -s lab -- calibrate` on help centres written for it; never edited by
 * hand. `words`: used while no vector is had. `matched`: used where the second stage read token vectors; absent when fitted
 * with a model that has none, then `meaning` stands in. `thresholds`: from which confidence each kind is shown.
 */
export type Calibration = {
  encoder: string;
  meaning: { macro: Model; article: Model };
  words: { macro: Model; article: Model };
  matched?: { macro: Model; article: Model };
  thresholds: { reply: number; article: number; similarTicket: number };
};

export const calibration: Calibration = data;
