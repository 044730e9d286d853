import type { PageState } from '../core/helpdesk';

/** Deep equality of plain JSON; unchanged messages are the same objects, so long conversations compare in no time. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSame(a[key as keyof typeof a], b[key as keyof typeof b]));
}

/** True when nothing that the panel could show differs. */
export function isSameState(a: PageState, b: PageState): boolean {
  return isSame(a, b);
}
