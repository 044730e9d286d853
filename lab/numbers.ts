/** Four decimals: more would differ between machines, and nobody reads them. */
export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
