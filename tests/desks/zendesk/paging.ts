const largestPage = 100;

/** A list cut by `page`/`per_page`, or by `page[size]`/`page[after]`, with the fields Zendesk puts beside it. */
export function paginate<Item extends { id: number | string }>(
  items: readonly Item[],
  url: URL,
): { items: Item[]; beside: Record<string, unknown> } {
  return url.searchParams.has('page[size]') || url.searchParams.has('page[after]')
    ? byCursor(items, url)
    : byOffset(items, url);
}

/** A list cut by cursor, also where the address asks for no page size. */
export function byCursor<Item extends { id: number | string }>(
  items: readonly Item[],
  url: URL,
): { items: Item[]; beside: Record<string, unknown> } {
  const size = pageSize(url.searchParams.get('page[size]'));
  const after = url.searchParams.get('page[after]');
  const start = after ? items.findIndex(({ id }) => cursorOf(id) === after) + 1 : 0;
  const page = items.slice(start, start + size);
  const first = page[0];
  const last = page.at(-1);
  const hasMore = start + size < items.length;
  const meta = {
    has_more: hasMore,
    after_cursor: last ? cursorOf(last.id) : null,
    before_cursor: first ? cursorOf(first.id) : null,
  };
  const next = hasMore && last ? withParams(url, { 'page[after]': cursorOf(last.id) }) : null;
  return { items: page, beside: { meta, links: { prev: null, next } } };
}

function byOffset<Item>(items: readonly Item[], url: URL): { items: Item[]; beside: Record<string, unknown> } {
  const size = pageSize(url.searchParams.get('per_page'));
  const number = Math.max(1, Number(url.searchParams.get('page') ?? 1) || 1);
  const pages = Math.max(1, Math.ceil(items.length / size));
  return {
    items: items.slice((number - 1) * size, number * size),
    beside: {
      next_page: number < pages ? withParams(url, { page: String(number + 1) }) : null,
      previous_page: number > 1 ? withParams(url, { page: String(number - 1) }) : null,
      count: items.length,
    },
  };
}

function pageSize(asked: string | null): number {
  return Math.min(largestPage, Math.max(1, Number(asked ?? largestPage) || largestPage));
}

function cursorOf(id: number | string): string {
  return Buffer.from(`id:${id}`).toString('base64url');
}

function withParams(url: URL, params: Record<string, string>): string {
  const next = new URL(url);
  for (const [name, value] of Object.entries(params)) next.searchParams.set(name, value);
  return next.href;
}
