/** Where the caret goes: right behind `after`, and on over `select` characters. */
export type Place = { after: string; select?: number };

function placeInField(field: HTMLTextAreaElement, { after, select = 0 }: Place): void {
  const start = field.value.indexOf(after) + after.length;
  field.setSelectionRange(start, start + select);
}

/** Puts caret or selection into an editable as a click would, by text that lies in one text node. Throws when it is not there. */
export function placeCaret(editable: HTMLElement, place: Place): void {
  editable.focus();
  if (editable instanceof HTMLTextAreaElement) {
    placeInField(editable, place);
    return;
  }
  const { ownerDocument: page } = editable;
  const walker = page.createTreeWalker(editable, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // Editors write a space at the end of a line as U+00A0.
    const at = (node.nodeValue ?? '').replaceAll('\u00a0', ' ').indexOf(place.after);
    if (at < 0) continue;
    const start = at + place.after.length;
    page.getSelection()?.setBaseAndExtent(node, start, node, start + (place.select ?? 0));
    return;
  }
  throw new Error(`the draft has no "${place.after}"`);
}
