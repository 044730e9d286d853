import { type DeskResponse, json } from '../desk.ts';

const usualSize = 30;
const largestSize = 100;

/** The part of a list that `page` and `per_page` ask for, and the address of the next part if there is one. */
export function page<Item>(items: readonly Item[], url: URL): { items: Item[]; next: string | null } {
  const size = Math.min(largestSize, positive(url.searchParams.get('per_page')) ?? usualSize);
  const number = positive(url.searchParams.get('page')) ?? 1;
  const next = new URL(url);
  next.searchParams.set('page', String(number + 1));
  return {
    items: items.slice((number - 1) * size, number * size),
    next: number * size < items.length ? next.href : null,
  };
}

/** A bare array, with a `Link` header where more follows. */
export function paged<Item>(items: readonly Item[], url: URL): DeskResponse {
  const { items: part, next } = page(items, url);
  return json(part, 200, next ? { link: `<${next}>; rel="next"` } : {});
}

function positive(asked: string | null): number | undefined {
  const number = Number(asked);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}
