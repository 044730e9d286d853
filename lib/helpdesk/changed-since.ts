/** Parts items that may have changed after `since` (ISO 8601; without it, all) from those that did not; undated ones may have. */
export function partByAge<T extends { updated_at?: string | null | undefined }>(
  items: readonly T[],
  since: string | undefined,
): { changed: T[]; same: T[] } {
  const changed: T[] = [];
  const same: T[] = [];
  for (const item of items) {
    const isSame = since !== undefined && Date.parse(item.updated_at ?? '') <= Date.parse(since);
    (isSame ? same : changed).push(item);
  }
  return { changed, same };
}
