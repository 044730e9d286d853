/** The `share` quantile (0 to 1) of the numbers, by linear interpolation; NaN for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** Median, 95th percentile, least and greatest of milliseconds, rounded to 0.1, and their count. */
export function summary(numbers: readonly number[]) {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    n: numbers.length,
    p50: round(quantile(numbers, 0.5)),
    p95: round(quantile(numbers, 0.95)),
    min: round(Math.min(...numbers)),
    max: round(Math.max(...numbers)),
  };
}
