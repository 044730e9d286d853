import data from './calibration.json' with { type: 'json' };

/** Logistic regression: weight by feature name, and bias. */
export type Model = { weights: Record<string, number>; bias: number };

type ByKind = { macro: Model; article: Model };
/** `words`: used while no vector is had. `matched`: used where the second stage read token vectors. */
type ByWay = { meaning: ByKind; words: ByKind; matched: ByKind };

/**
 * Coefficients and thresholds, fitted by `npm run -s lab -- calibrate` on help centres written for it; never edited by
 * hand. `few`: used where fewer than `fewHits` were found, so that there is little to hold a hit against. `thresholds`: from
 * which confidence each kind is shown.
 */
export type Calibration = ByWay & {
  encoder: string;
  few: ByWay;
  thresholds: { reply: number; article: number; similarTicket: number };
};

export const calibration: Calibration = data;

/** Fewer hits than this of a kind have coefficients of their own. */
export const fewHits = 4;
