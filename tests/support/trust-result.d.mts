export const resultFolder: string;
/** Keeps what a command measured, for TRUST.md; see `trust-result.mjs`. */
export function writeTrustResult(
  name: string,
  figures: Record<string, number | string | boolean>,
  folder?: string,
): string;
