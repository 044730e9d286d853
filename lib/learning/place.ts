import type { OfferedSource } from '../core/learning';
import { type About, readFeatures } from './features';
import { baseScale, type Step } from './preference-model';

/** Learning never adds more than this to a source's log-odds in the order, nor takes more away. */
const limit = 3;

/** The value, at most `most` from 0. */
export const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value));

/** Swaps neighbours that stand wrongly, from the top, each source at most once. Answers whether any did. */
function swapNeighbours(order: number[], worth: readonly number[]): boolean {
  let swapped = false;
  for (let place = 0; place + 1 < order.length; place++) {
    const [upper, lower] = [order[place] as number, order[place + 1] as number];
    if ((worth[lower] as number) <= (worth[upper] as number) + 1e-9) continue;
    order[place] = lower;
    order[place + 1] = upper;
    swapped = true;
    place += 1;
  }
  return swapped;
}

/** Weights as they were before the first of the steps, in the terms of the first day, and what turns them into that day's. */
export type Start = { readonly weights: ReadonlyMap<string, number>; shrink: number };

/**
 * The order of candidates (given best first) after these steps, as indices. Each step may swap neighbours once, so that
 * **one choice moves nothing by more than one rank**, whatever the list and whatever was chosen before; a preference that
 * lasts carries a source further, one rank a choice. The order at the start is taken as it is.
 */
export function orderCandidates(
  candidates: readonly OfferedSource[],
  { about, start, steps }: { about: About; start: Start; steps: readonly Step[] },
): number[] {
  const columns = new Map<string, [index: number, value: number][]>();
  candidates.forEach((candidate, index) => {
    for (const { name, value } of readFeatures(candidate, about)) {
      const column = columns.get(name) ?? [];
      column.push([index, value]);
      columns.set(name, column);
    }
  });
  const sums = candidates.map(() => 0);
  const add = (changes: ReadonlyMap<string, number>) => {
    for (const [name, column] of columns) {
      const change = changes.get(name);
      if (change !== undefined)
        for (const [index, value] of column) sums[index] = (sums[index] as number) + change * value;
    }
  };
  const worthAt = (shrink: number) =>
    candidates.map(({ base }, index) => baseScale * base + clamp((sums[index] as number) * shrink, limit));
  const order = candidates.map((_candidate, index) => index);
  if (start.weights.size > 0) {
    add(start.weights);
    const worth = worthAt(start.shrink);
    while (swapNeighbours(order, worth));
  }
  for (const { changes, shrink } of steps) {
    add(changes);
    swapNeighbours(order, worthAt(shrink));
  }
  return order;
}
