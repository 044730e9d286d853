/** A text cut for display with the part to mark. `before` and `after` carry an ellipsis where something was cut. */
export type Excerpt = { before: string; marked: string; after: string };

function cutStart(text: string, length: number): string {
  if (text.length <= length) return text.trimStart();
  const tail = text.slice(-length);
  return `… ${tail.slice(tail.search(/\s/) + 1).trimStart()}`;
}

function cutEnd(text: string, length: number): string {
  if (text.length <= length) return text.trimEnd();
  const head = text.slice(0, length);
  const end = head.search(/\s\S*$/);
  return `${head.slice(0, end < 0 ? length : end).trimEnd()} …`;
}

/**
 * Cuts `text` to about `length` UTF-16 units around `highlight` (end exclusive), at spaces. A highlight beyond the text
 * is clamped; one longer than `length` is shown whole.
 */
export function excerpt(text: string, highlight: { start: number; end: number }, length = 260): Excerpt {
  const start = Math.min(Math.max(0, highlight.start), text.length);
  const end = Math.min(Math.max(start, highlight.end), text.length);
  const room = Math.max(0, length - (end - start));
  const lead = Math.min(start, Math.round(room / 3));
  return {
    before: cutStart(text.slice(0, start), lead),
    marked: text.slice(start, end),
    after: cutEnd(text.slice(end), room - lead),
  };
}
