/** One measured figure. Percent where nothing else is said; null where it could not be measured, with the reason in `note`. */
export type Figure = {
  /** Stable name, for the JSON and for `goals`: "banking77.full". */
  id: string;
  value: number | null;
  /** Messages, questions or swaps behind it. */
  n?: number;
  note?: string;
  /** The same figure of frozen base weights, measured in the same run. */
  frozen?: number | null;
  /** What int8 loses against fp32, in points. */
  int8Loss?: number | null;
};

/** A share as percent with two decimals. */
export function percent(share: number): number {
  return Math.round(share * 1e4) / 100;
}

/** A figure that could not be measured. */
export function missing(id: string, note: string): Figure {
  return { id, value: null, note };
}

/** Mean of numbers, 0 for none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
