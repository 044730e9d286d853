import type { Mode } from './modes';

/** One state of a part of the interface. `show` puts it on the page in this mode, waits until it is there, and answers how to take it away. */
export type State = {
  name: string;
  show(mode: Mode): Promise<() => unknown>;
  /** A key that frees Tab where it has a meaning of its own, as the interface says. */
  freeTab?: string;
};

/** Waits for what `find` answers, until it is something. Throws with `what` after eight seconds. */
export async function appears<T>(what: string, find: () => T | null | undefined | false): Promise<T> {
  for (const until = performance.now() + 8_000; performance.now() < until; ) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Not there: ${what}. The page: ${document.body.innerText.slice(0, 300)}`);
}
