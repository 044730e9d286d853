/** Why an expected failure happened, in words for code (`kind`) and for people (`message`, plain text). */
export type Failure = { kind: string; message: string; retryAfterMs?: number };

/** The outcome of anything that may fail as expected. A throw means a bug. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** A success that carries `value`. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** An expected failure. */
export function fail<T = never>(kind: string, message: string, retryAfterMs?: number): Result<T> {
  return { ok: false, error: retryAfterMs === undefined ? { kind, message } : { kind, message, retryAfterMs } };
}
