/** Deeper than any mail or page: what parsers take for elements grows with the square of their depth (20,000: seconds). */
const maxOpen = 2_000;
/** Of these, a new one ends the one before, or they have no end. */
const endless = new Set(
  'p li td th tr dd dt option area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** True when more elements of this HTML would be open at once than a parser bears. Takes time in proportion to its length. */
export function isNestedTooDeep(html: string): boolean {
  if (html.length < maxOpen * 3) return false;
  let open = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (endless.has(name.toLowerCase())) continue;
    open = slash ? Math.max(0, open - 1) : open + 1;
    if (open > maxOpen) return true;
  }
  return false;
}
