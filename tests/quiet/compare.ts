import { quantile } from '../support/bench/statistics.ts';

/** What was measured without Deskside and with it, one number a round, in the same unit. */
export type Pair = { without: readonly number[]; with: readonly number[] };

/** `noise`: half the width of a 95 % interval of the difference of the medians, by their quartiles (McGill, Tukey, Larsen 1978). */
export type Comparison = { without: string; with: string; difference: number; noise: number };

const iqr = (numbers: readonly number[]) => quantile(numbers, 0.75) - quantile(numbers, 0.25);
/** Fewer have no quartiles to speak of. */
const least = 5;
const halfWidth = (numbers: readonly number[]) =>
  numbers.length < least ? Number.POSITIVE_INFINITY : (1.57 * iqr(numbers)) / Math.sqrt(numbers.length);

/** Median and quartiles, rounded to 0.1. */
export function spread(numbers: readonly number[]): string {
  const at = (share: number) => quantile(numbers, share).toFixed(1);
  return `${at(0.5)} (${at(0.25)}–${at(0.75)})`;
}

/** Compares the medians of both. */
export function compare(pair: Pair): Comparison {
  const difference = quantile(pair.with, 0.5) - quantile(pair.without, 0.5);
  const noise = Math.hypot(halfWidth(pair.without), halfWidth(pair.with));
  return { without: spread(pair.without), with: spread(pair.with), difference, noise };
}

/**
 * Whether the difference keeps to the goal (same unit): `met` and `missed` only where the noise leaves no doubt, else
 * what the median says with the doubt.
 */
export function judge({ difference, noise }: Comparison, goal: number): string {
  if (difference + noise <= goal) return 'met';
  if (difference - noise > goal) return 'missed';
  return noise > goal ? 'noise is larger than the goal' : 'within noise of the goal';
}
